# SPDX-License-Identifier: MIT
"""A project of Mara's with two articles, and a way to send copies about."""

from pathlib import Path

import pytest
from operations.replicas import ANNA, MARA, TEXTS

from annotator import operations
from annotator.domain.live_files import is_live
from annotator.store import queries


@pytest.fixture
def project(tmp_path):
    made = operations.new_project(tmp_path / "study.annotator", lead=MARA, name="Study")
    for name, text in TEXTS.items():
        (tmp_path / name).write_bytes(text.encode())
    operations.import_texts(made, author=MARA.id, paths=[tmp_path / name for name in TEXTS])
    yield made
    if is_open(made):
        operations.close_project(made)


def is_open(project):
    return is_live(project.path)


@pytest.fixture
def documents(project):
    return {document.name: document for document in queries.documents(project.live)}


@pytest.fixture
def codes(project):
    return {code.short_name: code.id for code in queries.codebook(project.live).codes}


@pytest.fixture
def sent(project, tmp_path):
    """Hand a copy of the project to a coder and open it as theirs; all are closed in the end."""
    opened = []

    def send(coder=ANNA, name="anna.annotator") -> operations.Project:
        path = operations.send_copy(project, path=tmp_path / name)
        theirs = operations.open_project(path)
        operations.set_active_coder(theirs, coder=coder)
        with theirs.transaction():
            theirs.forget_actions_here()
        opened.append(theirs)
        return theirs

    yield send
    for each in opened:
        if is_open(each):
            operations.close_project(each)


def closed(project: operations.Project) -> Path:
    """Close a project and give its path, as it is mailed."""
    operations.close_project(project)
    return project.path
