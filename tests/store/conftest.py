# SPDX-License-Identifier: MIT
"""A project file with one text, one document, one coder and one code, made through the store alone."""

import sqlite3

import pytest

from annotator.domain import document_id
from annotator.store import opening
from annotator.text.quotation import digest

TEXT = "Beijing trusts Moscow. 北京信任莫斯科。\n\n👍🏽 e\u0301\u00a0x"
CODER = "01900000-0000-7000-8000-0000000000aa"
CODE = "01900000-0000-7000-8000-0000000000cc"
DOCUMENT = document_id(digest(TEXT))


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture
def path(tmp_path):
    return tmp_path / "study.annotator"


def fill(file):
    with file.action(author=CODER, verb="create project") as action:
        action.write("project", file.project_id, {"name": "Study", "lead": CODER})
        action.write("coder", CODER, {"name": "Anna"})
        action.write("code", CODE, {"name": "Evidence of trust", "short_name": "trust"})
        sha256 = file.texts.add(TEXT)
        action.write("document", DOCUMENT, {"name": "a.txt", "text_sha256": sha256, "length": len(TEXT)})


def span(start, end, text=TEXT):
    return {
        "start": start, "end": end, "quote": text[start:end],
        "before": text[max(0, start - 32) : start], "after": text[end : end + 32],
    }  # fmt: skip


def annotation(start, end, **other):
    return {
        "document": DOCUMENT, "coder": CODER, "code": CODE, "round": "main", "span": span(start, end),
    } | other  # fmt: skip


def is_open(file):
    try:
        file.live.execute("SELECT 1")
    except sqlite3.ProgrammingError:
        return False
    return True


@pytest.fixture
def file(path, data):
    made = opening.create(path, data_folder=data)
    fill(made)
    yield made
    if is_open(made):
        opening.close_file(made)
