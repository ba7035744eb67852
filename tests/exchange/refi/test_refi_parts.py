# SPDX-License-Identifier: MIT
import io

import pytest
from exchange.made_refi import CODE, CODING, NOTE, SELECTION, SOURCE, USER, coding, project, selection, source

from annotator.domain import Refused
from annotator.exchange.refi.refi_parts import Coding, read_project


def test_all_parts_of_a_project() -> None:
    further = (
        f'<Notes><Note guid="{NOTE}" name="N"><PlainTextContent> a\n</PlainTextContent></Note></Notes>'
        f'<Links><Link guid="{CODING}" originGUID="{SELECTION}" targetGUID="{NOTE}"/></Links>'
    )
    inner = coding(inner=f'<NoteRef targetGUID="{NOTE}"/>')
    xml = project(source(selection(1, 3, "ab", inner=inner)), further=further)
    found = read_project(io.BytesIO(xml), name="a.qdpx")
    assert (found.name, found.origin, found.users) == ("P", "NVivo", {USER: "Anna"})
    assert [read.code.name for read in found.codes] == ["Trust"]
    (read,) = found.sources
    assert (read.guid, read.name, read.plain_path) == (SOURCE, "Article", f"internal://{SOURCE}.txt")
    (selected,) = read.selections
    assert (selected.start, selected.end, selected.name) == (1, 3, "ab")
    assert selected.codings == (Coding(CODING, CODE, USER, "2020-01-02T03:04:05Z", (NOTE,)),)
    assert found.notes[NOTE].content == " a\n"
    assert found.links == {SELECTION: [NOTE]}
    assert list(found.findings) == []


def test_what_is_no_project_is_refused() -> None:
    with pytest.raises(Refused, match="no project of REFI-QDA"):
        read_project(io.BytesIO(b"<CodeBook/>"), name="a.qdpx")


def test_elements_that_are_not_known_are_counted() -> None:
    found = read_project(io.BytesIO(project(source("<Odd/><Odd/>"), further="<Strange/>")), name="a.qdpx")
    assert {(each.sentence.split(" ")[2], each.count) for each in found.findings} == {("Odd", 2), ("Strange", 1)}
