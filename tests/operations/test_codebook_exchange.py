# SPDX-License-Identifier: MIT
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from exchange.made_refi import archive
from exchange.made_refi import project as refi_project

from annotator import operations
from annotator.domain import Code, Codebook, CodeId, Coder, CoderId, KnownError, Refused, UsageError, new_uuid
from annotator.operations import CodebookMode, Project

LEAD = Coder(CoderId(new_uuid()), "Lena")
HOPE = Code(CodeId(""), "Evidence of hope", "hope", "5", "It hopes.", "a", "b", ("e",), category="Moods")


def made(folder: Path) -> Project:
    folder.mkdir(exist_ok=True)
    return operations.new_project(folder / "study.annotator", lead=LEAD)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    opened = made(tmp_path / "here")
    yield opened
    operations.close_project(opened)


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A project with one more code, and one that is defined otherwise; it is closed."""
    opened = made(tmp_path / "there")
    operations.add_code(opened, author=LEAD.id, code=HOPE)
    trust = codes(opened).find("trust")
    assert trust is not None
    operations.change_code(opened, author=LEAD.id, code=replace(trust, definition="Otherwise."))
    operations.close_project(opened)
    return tmp_path / "there" / "study.annotator"


def codes(project: Project) -> Codebook:
    return operations.overview(project).codebook


def written(folder: Path, other: Path, suffix: str) -> Path:
    """Write the codebook of the other project in some form; the project itself where there is no suffix."""
    if not suffix:
        return other
    path = folder / f"codes{suffix}"
    opened = operations.open_project(other)
    operations.export_codebook(opened, path=path)
    operations.close_project(opened)
    return path


@pytest.mark.parametrize("suffix", [".qdc", ".csv", ".md", ""])
def test_every_form_adds_what_is_new_once(project: Project, other: Path, tmp_path: Path, suffix: str) -> None:
    path = written(tmp_path, other, suffix)
    before = codes(project)
    preview = operations.preview_codebook(project, path=path)
    assert ([code.name for code in preview.new], codes(project)) == (["Evidence of hope"], before)
    outcome = operations.import_codebook(project, author=LEAD.id, path=path)
    assert outcome.touched.codebook
    added = codes(project).find("Evidence of hope")
    assert added is not None
    assert (added.definition, added.counts, added.does_not, added.examples) == ("It hopes.", "a", "b", ("e",))
    assert (added.category, added.position) == ("Moods", 4)
    assert codes(project).codes[:4] == before.codes
    again = operations.import_codebook(project, author=LEAD.id, path=path)
    assert (again.value.new, again.verb) == ((), "")
    operations.undo(project, coder=LEAD.id)
    assert codes(project) == before
    operations.import_codebook(project, author=LEAD.id, path=path)
    assert len(codes(project).codes) == 5


@pytest.mark.parametrize("suffix", [".qdc", ".csv", ".md", ""])
def test_an_update_changes_what_differs(project: Project, other: Path, tmp_path: Path, suffix: str) -> None:
    path = written(tmp_path, other, suffix)
    operations.import_codebook(project, author=LEAD.id, path=path, mode=CodebookMode.UPDATE)
    trust = codes(project).find("trust")
    assert trust is not None
    assert (trust.definition, trust.shortcut) == ("Otherwise.", "1")
    again = operations.import_codebook(project, author=LEAD.id, path=path, mode=CodebookMode.UPDATE)
    assert (again.value.new, again.value.changed) == ((), ())


@pytest.mark.parametrize("suffix", [".csv", ".md"])
def test_all_fields_survive_a_file(project: Project, other: Path, tmp_path: Path, suffix: str) -> None:
    path = written(tmp_path, other, suffix)
    operations.import_codebook(project, author=LEAD.id, path=path, mode=CodebookMode.UPDATE)
    opened = operations.open_project(other)
    there = {code.name: replace(code, id=CodeId("")) for code in codes(opened).codes}
    operations.close_project(opened)
    assert {code.name: replace(code, id=CodeId("")) for code in codes(project).codes} == there


def test_the_codes_of_a_refi_project(project: Project, tmp_path: Path) -> None:
    path = archive(tmp_path / "a.qdpx", refi_project("<TextSource guid='x'/>"), {})
    preview = operations.preview_codebook(project, path=path)
    (same,) = (*preview.new, *(change.known for change in preview.changed), *preview.same)
    assert same.name == "Trust"


def test_what_is_not_the_leads_is_refused(project: Project, other: Path) -> None:
    with pytest.raises(Refused, match="Only the lead"):
        operations.import_codebook(project, author=CoderId(new_uuid()), path=other)


@pytest.mark.parametrize("name", ["codes.txt", "codes", "codes.docx"])
def test_other_forms_are_a_wrong_usage(project: Project, tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError):
        operations.preview_codebook(project, path=tmp_path / name)
    with pytest.raises(UsageError):
        operations.export_codebook(project, path=tmp_path / name)


@pytest.mark.parametrize("name", ["a.qdc", "a.qde", "a.qdpx", "a.csv", "a.md", "a.annotator"])
@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe\x00", b"<CodeBook><Codes/>", b"<!DOCTYPE a><CodeBook/>", b"PK\x03\x04"]
)
def test_no_bytes_end_in_anything_but_a_sentence(project: Project, tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    before = codes(project)
    with pytest.raises(KnownError):
        operations.import_codebook(project, author=LEAD.id, path=tmp_path / name)
    assert codes(project) == before


def test_a_code_that_cannot_be_one_leaves_everything(project: Project, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("name,colour\nGood,#112233\nBad,red\n", encoding="utf-8")
    before = codes(project)
    with pytest.raises(Refused) as refusal:
        operations.import_codebook(project, author=LEAD.id, path=tmp_path / "a.csv")
    assert (refusal.value.where, codes(project)) == ("a.csv, line 3", before)


def test_the_open_project_itself_is_no_codebook(project: Project) -> None:
    with pytest.raises(KnownError):
        operations.preview_codebook(project, path=project.path)
