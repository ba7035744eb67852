# SPDX-License-Identifier: MIT
"""Datasette, as it comes, serves the project file itself: nothing is exported, and nothing in the file changes."""

import hashlib
import json
import subprocess
import sys

import pytest
from operations.replicas import ANNA, TEXTS, template

from annotator import operations
from annotator.domain import Span
from annotator.store import queries

VIEWS = ("v_annotations", "v_codebook", "v_decisions", "v_documents")


@pytest.fixture
def file(tmp_path):
    """A closed project with one annotation."""
    project = operations.open_project(template(tmp_path))
    document = next(each for each in queries.documents(project.live) if each.name == "plain.txt")
    code = queries.codebook(project.live).codes[0].id
    operations.annotate(project, coder=ANNA.id, document=document.id, code=code, span=Span.of(0, 7))
    operations.close_project(project)
    return project.path


ASK = """
import asyncio, json, sys, warnings
warnings.simplefilter("ignore")
from datasette.app import Datasette

async def answers(path, views):
    datasette = Datasette([path])
    await datasette.invoke_startup()
    found = {}
    for view in views:
        answer = await datasette.client.get(f"/template/{view}.json?_shape=array")
        page = await datasette.client.get(f"/template/{view}")
        found[view] = [answer.status_code, page.status_code, answer.json()]
    return found

print(json.dumps(asyncio.run(answers(sys.argv[1], sys.argv[2:]))))
"""


def state_of(file):
    return hashlib.sha256(file.read_bytes()).hexdigest(), sorted(each.name for each in file.parent.iterdir())


def test_datasette_shows_the_views_of_the_file_itself(file):

    before = state_of(file)
    ran = subprocess.run(
        [sys.executable, "-c", ASK, str(file), *VIEWS], capture_output=True, text=True, timeout=120, check=False
    )
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout)
    assert {(answer, page) for answer, page, _ in found.values()} == {(200, 200)}
    (row,) = found["v_annotations"][2]
    assert (row["coder"], row["code"], row["quote"], row["document"]) == ("Anna", "trust", "Beijing", "plain.txt")
    assert {each["name"] for each in found["v_documents"][2]} == set(TEXTS)
    assert (
        hashlib.sha256(file.read_bytes()).hexdigest(),
        sorted(each.name for each in file.parent.iterdir()),
    ) == before
    operations.close_project(operations.open_project(file))
