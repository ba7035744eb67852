# SPDX-License-Identifier: MIT
from pathlib import Path

from exchange.made_refi import archive

from annotator.exchange.containers import opened_container
from annotator.exchange.refi.refi_parts import Project, Source
from annotator.exchange.refi.refi_remarks import Remarks
from annotator.exchange.refi.refi_texts import SourceTexts


def note(guid: str, content: str | None, description: str = "") -> Source:
    return Source(guid, f"note {guid}", "", "", content, description, (), (), (), ())


def test_notes_by_reference_and_by_link_in_both_directions(tmp_path: Path) -> None:
    project = Project(notes={"1": note("1", " one\n"), "2": note("2", "two"), "3": note("3", None, "three")})
    project.links = {"s": ["2"], "3": ["s"]}
    with opened_container(archive(tmp_path / "a.qdpx", b"", {})) as container:
        remarks = Remarks(project, SourceTexts(container))
    assert remarks.of(["1", "1", "unknown"], linked="s", also="zero") == "zero\n\n one\n\n\ntwo\n\nthree"
    assert remarks.of([], linked="nothing") == ""
    remarks.tell_loose()
    assert list(project.findings) == []


def test_notes_without_a_text_and_notes_that_belong_to_nothing(tmp_path: Path) -> None:
    project = Project(notes={"1": note("1", None), "2": note("2", "two")})
    with opened_container(archive(tmp_path / "a.qdpx", b"", {})) as container:
        Remarks(project, SourceTexts(container)).tell_loose()
    assert [each.places for each in project.findings] == [("note 1",), ("note 2",)]
