# SPDX-License-Identifier: MIT
from pathlib import Path

import pytest
from ui.incoming.coded import coded, misplaced

from annotator import operations
from annotator.domain import Coder, Refused
from annotator.operations import CorpusImportChoice, CorpusKind, Project
from annotator.ui.incoming.looking import look

TEXT = "The council trusts the council, and the council trusts nobody else in town."


@pytest.fixture
def project(tmp_path: Path):
    lead = Coder(operations.person("Mara").id, "Mara")
    made = operations.new_project(tmp_path / "a.annotator", lead=lead, name="a")
    yield made
    operations.close_project(made)


def test_misplaced_ones_come_with_what_stands_around_each_place(project: Project, tmp_path: Path) -> None:
    path = misplaced(coded(tmp_path, TEXT, (12, 18)), quote="trusts")
    looked = look(project, path=path, choice=CorpusImportChoice())
    assert looked.kind is CorpusKind.JSONL
    assert looked.error is None
    (asked,) = looked.asked
    assert asked.quote == "trusts"
    assert len(asked.places) == 2
    for place in asked.places:
        assert TEXT[place.start : place.end] == place.quote == "trusts"
        assert TEXT[: place.start].endswith(place.before)
        assert TEXT[place.end :].startswith(place.after)
    assert not asked.is_sure
    assert "Praise & trust" in asked.said


def test_a_choice_that_is_missing_is_no_failure(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"document": "x", "code": "y", "start": 0, "end": 1, "quote": "T"}\n', encoding="utf-8")
    looked = look(project, path=path, choice=CorpusImportChoice())
    assert looked.kind is CorpusKind.FLAT
    assert looked.preview is None
    assert looked.error is not None


def test_what_is_none_of_ours_is_refused(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("poem", encoding="utf-8")
    with pytest.raises(Refused):
        look(project, path=path, choice=CorpusImportChoice())
