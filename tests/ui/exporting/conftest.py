# SPDX-License-Identifier: MIT
"""A project whose names are hard to quote, coded by two."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator import operations
from annotator.domain import Coder, Span


@pytest.fixture
def coded(make_project: Callable[..., Path], me: Coder) -> Path:
    path = make_project(lead=me, name="A & B’s “study”", file="my study.annotator")
    project = operations.open_project(path)
    other = operations.person("Ó Súilleabháin, the 2nd")
    operations.add_coder(project, author=me.id, coder=other)
    overview = operations.overview(project)
    first, second = (each.document.id for each in overview.documents)
    trust, mistrust = overview.codebook.codes[0].id, overview.codebook.codes[1].id
    for coder, document, code, span in (
        (me.id, first, trust, (0, 8)), (me.id, second, mistrust, (2, 8)),
        (other.id, first, trust, (0, 8)), (other.id, first, mistrust, (30, 38)),
    ):  # fmt: skip
        operations.annotate(project, coder=coder, document=document, code=code, span=Span.of(*span))
    operations.close_project(project)
    return path
