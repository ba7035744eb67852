# SPDX-License-Identifier: MIT
"""The dialects: files as NVivo, MAXQDA, ATLAS.ti, QualCoder, OpenQDA and others write them."""

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from exchange.made_documents import docx, word_paragraph
from exchange.made_refi import (
    CODE,
    CODES,
    CODING,
    NOTE,
    SELECTION,
    SOURCE,
    USER,
    archive,
    coding,
    project,
    selection,
    source,
)

from annotator.domain import Annotation, KnownError, Refused
from annotator.exchange.corpus import CorpusRead
from annotator.exchange.findings import FindingKind
from annotator.exchange.refi.refi_reader import read_refi

TEXT = "First line\nSecond 👍 line\nThird line of all"
LINES = TEXT.split("\n")
TXT = f"sources/{SOURCE}.txt"


def read_made(folder: Path, xml: bytes, texts: dict[str, bytes] | None = None, **named: str) -> CorpusRead:
    return read_refi(archive(folder / "a.qdpx", xml, {TXT: TEXT.encode()} if texts is None else texts, **named))


def placed(read: CorpusRead) -> list[Annotation]:
    return [each for found in read.corpus.annotations.values() for each in found]


def quotes(read: CorpusRead) -> list[str]:
    return [each.quote for each in placed(read)]


def sentences(read: CorpusRead, kind: FindingKind | None = None) -> str:
    return " ".join(each.sentence for each in read.findings if kind in (None, each.kind))


def counted_in(text: str, word: str) -> tuple[int, int]:
    start = text.index(word)
    return start, start + len(word)


def utf_16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def selections_in(text: str, *, unit: str = "code points") -> str:
    found = []
    for number, word in enumerate(("First", "Second 👍", "Third line")):
        start, end = counted_in(text, word)
        if unit == "UTF-16":
            start, end = utf_16(text[:start]), utf_16(text[:end])
        found.append(selection(start, end, word, number=number))
    return "".join(found)


@pytest.mark.parametrize("origin", ["NVivo 14", "ATLAS.ti", "something"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("counts_mark", [False, True])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("counts_two", [False, True])
@pytest.mark.parametrize("unit", ["code points", "UTF-16"])
def test_every_way_of_counting_is_found(
    tmp_path: Path, origin: str, mark: str, counts_mark: bool, line_end: str, counts_two: bool, unit: str
) -> None:
    written = mark + TEXT.replace("\n", line_end)
    counted = (mark if counts_mark else "") + (TEXT.replace("\n", line_end) if counts_two else TEXT)
    xml = project(source(selections_in(counted, unit=unit)), origin=origin)
    read = read_made(tmp_path, xml, {TXT: written.encode()})
    assert list(read.corpus.texts.values()) == [TEXT]
    assert quotes(read) == ["First", "Second 👍", "Third line"]
    assert read.unplaced == ()


def test_the_edges_of_words_decide_where_no_selection_has_a_name(tmp_path: Path) -> None:
    written = TEXT.replace("\n", "\r\n")
    start, end = counted_in(written, "Third line")
    read = read_made(tmp_path, project(source(selection(start, end))), {TXT: written.encode()})
    assert quotes(read) == ["Third line"]
    assert "unproven" in sentences(read, FindingKind.GUESSED)


def test_a_narrow_guess_is_told_with_the_next_best(tmp_path: Path) -> None:
    text = "aa\r\n👍 " + "word " * 40
    read = read_made(tmp_path, project(source(selection(0, 2, "aa"))), {TXT: text.encode()})
    (found,) = [each for each in read.findings if "next best" in each.sentence]
    assert found.places == ("Article: 100 against 100 of 100 names fit",)


def test_names_that_are_no_quotes_prove_nothing(tmp_path: Path) -> None:
    read = read_made(tmp_path, project(source(selection(0, 5, "Selection 1"))))
    assert quotes(read) == ["First"]
    assert "unproven" in sentences(read)


def test_a_name_that_stands_elsewhere_makes_an_annotation_unplaced(tmp_path: Path) -> None:
    read = read_made(tmp_path, project(source(selection(3, 8, "Second 👍 line"))))
    assert placed(read) == []
    assert [each.annotation.quote for each in read.unplaced] == ["Second 👍 line"]
    assert [each.where for each in read.unplaced] == ["Article, characters 3 to 8"]


def test_a_selection_beyond_the_end_is_unplaced(tmp_path: Path) -> None:
    read = read_made(tmp_path, project(source(selection(0, 5, "First"), selection(900, 905, "Later", number=1))))
    assert quotes(read) == ["First"]
    assert len(read.unplaced) == 1


@pytest.mark.parametrize(("start", "end"), [(5, 5), (7, 3), (-4, 2)])
def test_a_selection_without_a_stretch_is_dropped(tmp_path: Path, start: int, end: int) -> None:
    read = read_made(tmp_path, project(source(selection(start, end))))
    assert (placed(read), read.unplaced) == ([], ())
    assert "no stretch of text" in sentences(read, FindingKind.DROPPED)


@pytest.mark.parametrize("value", ["", "x", "1e3", "9" * 40, "١"])
def test_positions_that_are_no_numbers_are_dropped(tmp_path: Path, value: str) -> None:
    xml = project(source(selection(0, 5))).replace(b'startPosition="0"', f'startPosition="{value}"'.encode())
    assert "no positions that are numbers" in sentences(read_made(tmp_path, xml), FindingKind.DROPPED)


@pytest.mark.parametrize("origin", ["something", "Annotator 1.0"])
def test_words_without_positions_that_are_numbers_are_to_be_placed(tmp_path: Path, origin: str) -> None:
    marks = source(selection(0, 5, "First"), selection(6, 10, "Second 👍 line", number=1))
    xml = project(marks, origin=origin).replace(b'startPosition="6"', b'startPosition="six"')
    read = read_made(tmp_path, xml)
    assert [each.annotation.quote for each in read.unplaced if each.annotation.quote != "First"] == ["Second 👍 line"]
    assert "no positions" not in sentences(read, FindingKind.DROPPED)


def test_names_are_cut_at_the_dots(tmp_path: Path) -> None:
    read = read_made(
        tmp_path, project(source(selection(0, 42, "First line Sec…"), selection(0, 20, "First...", number=1)))
    )
    assert len(placed(read)) == 2


def test_braces_and_capitals_in_identities(tmp_path: Path) -> None:
    code = f"{{{CODE.upper()}}}"
    xml = project(source(selection(0, 5, inner=coding(code, guid=f"{{{CODING.upper()}}}"))))
    (annotation,) = placed(read_made(tmp_path, xml.replace(USER.encode(), f"{{{USER}}}".upper().encode())))
    assert (annotation.id, annotation.code, annotation.coder) == (CODING, CODE, USER)


@pytest.mark.parametrize("space", ["urn:QDA-XML:project:1:0", "urn:QDA-XML:codebook:0:4", ""])
def test_wrong_namespaces_are_read_and_told(tmp_path: Path, space: str) -> None:
    read = read_made(tmp_path, project(source(selection(0, 5)), space=space))
    assert quotes(read) == ["First"]
    assert "namespace" in sentences(read, FindingKind.NOTED)


@pytest.mark.parametrize("member", ["Project.qde", "PROJECT.QDE", "study.qde", "folder/project.qde"])
def test_the_project_is_found_in_whatever_case(tmp_path: Path, member: str) -> None:
    texts = {f"Sources/{SOURCE.upper()}.TXT": TEXT.encode(), "sources/.root": b"", "Sources/": b""}
    assert quotes(read_made(tmp_path, project(source(selection(0, 5))), texts, member=member)) == ["First"]


def test_a_mark_before_the_xml(tmp_path: Path) -> None:
    xml = project(source(selection(0, 5)))
    for mark in (b"\xef\xbb\xbf", b"\xef\xbb\xbf" * 2):
        assert quotes(read_made(tmp_path, mark + xml)) == ["First"]


def test_a_path_without_internal(tmp_path: Path) -> None:
    for path in (f"{SOURCE}.txt", f"sources/{SOURCE}.txt", f"internal://sources/{SOURCE}.txt"):
        assert quotes(read_made(tmp_path, project(source(selection(0, 5), path=path)))) == ["First"]


@pytest.mark.parametrize(
    "path",
    ["absolute:///etc/hostname", "relative:///a.txt", "file:///etc/hostname", "/etc/hostname", "../../a.txt", ""],
)
def test_paths_out_of_the_archive_are_never_opened(tmp_path: Path, path: str) -> None:
    read = read_made(tmp_path, project(source(selection(0, 5), path=path)))
    assert (list(read.corpus.documents), placed(read)) == ([], [])
    assert "A source has no text" in sentences(read, FindingKind.DROPPED)


def test_inline_text_keeps_blanks_returns_and_entities(tmp_path: Path) -> None:
    inline = "<PlainTextContent>  One &amp; two&#13;\n\n three </PlainTextContent>"
    text = "  One & two\r\n\n three "
    start, end = counted_in(text, "three")
    read = read_made(tmp_path, project(source(inline, selection(start, end, "three"), path="")), {})
    assert list(read.corpus.texts.values()) == ["  One & two\n\n three "]
    assert quotes(read) == ["three"]


def test_a_missing_time_is_left_for_the_import(tmp_path: Path) -> None:
    made = f'creatingUser="{USER}"'
    xml = project(source(selection(0, 5, inner=coding(made=made)))).replace(
        b' creationDateTime="2020-01-02T03:04:05Z"', b""
    )
    read = read_made(tmp_path, xml)
    assert quotes(read) == ["First"]
    assert dict(read.corpus.created) == {}
    assert "time of the import" in sentences(read, FindingKind.GUESSED)


@pytest.mark.parametrize(
    ("written", "utc"),
    [
        ("2020-01-02T03:04:05+02:00", "2020-01-02T01:04:05Z"),
        ("2020-01-02T03:04:05", "2020-01-02T03:04:05Z"),
        ("2020-01-02T03:04:05.25Z", "2020-01-02T03:04:05.25Z"),
    ],
)
def test_times_are_kept_in_utc(tmp_path: Path, written: str, utc: str) -> None:
    xml = project(source(selection(0, 5))).replace(b"2020-01-02T03:04:05Z", written.encode())
    assert list(read_made(tmp_path, xml).corpus.created.values()) == [utc]


def test_a_remark_without_a_code_is_an_annotation(tmp_path: Path) -> None:
    read = read_made(tmp_path, project(source(selection(0, 5, inner="<Description>Look here</Description>"))))
    (annotation,) = placed(read)
    assert (annotation.memo, annotation.coder) == ("Look here", USER)
    assert [code.name for code in read.corpus.codebook.codes] == ["Trust", "Memo"]


def test_a_link_leads_to_a_note(tmp_path: Path) -> None:
    further = (
        f'<Notes><Note guid="{NOTE}" name="N" plainTextPath="internal://{NOTE}.txt"/></Notes>'
        f'<Links><Link guid="{CODING}" originGUID="{{{SELECTION[:-3].upper()}000}}" targetGUID="{NOTE}"/></Links>'
    )
    texts = {TXT: TEXT.encode(), f"sources/{NOTE}.txt": b"\xef\xbb\xbfA remark"}
    (annotation,) = placed(read_made(tmp_path, project(source(selection(0, 5, inner="")), further=further), texts))
    assert annotation.memo == "A remark"


def test_a_remark_on_a_coded_passage_is_the_memo_of_its_first_coding(tmp_path: Path) -> None:
    inner = f"<Description>Why</Description>{coding()}{coding(guid=NOTE)}"
    read = read_made(tmp_path, project(source(selection(0, 5, inner=inner))))
    assert {each.id: each.memo for each in placed(read)} == {CODING: "Why", NOTE: ""}


def test_a_passage_with_neither_is_dropped(tmp_path: Path) -> None:
    read = read_made(tmp_path, project(source(selection(0, 5, inner=""))))
    assert "neither a code nor a remark" in sentences(read, FindingKind.DROPPED)


def test_a_code_that_is_a_case_is_dropped(tmp_path: Path) -> None:
    further = f'<Cases><Case guid="{NOTE}"/></Cases>'
    xml = project(source(selection(0, 5, inner=coding(NOTE)), selection(6, 10, number=1)), further=further)
    read = read_made(tmp_path, xml)
    assert quotes(read) == ["line"]
    assert "a case, not with a code" in sentences(read, FindingKind.DROPPED)
    assert "Case of REFI-QDA has no place" in sentences(read, FindingKind.DROPPED)


def test_sources_of_one_name_are_kept_apart(tmp_path: Path) -> None:
    texts = {TXT: TEXT.encode(), f"sources/{NOTE}.txt": b"Other words"}
    second = source(selection(0, 5, "Other", number=1), guid=NOTE)
    read = read_made(tmp_path, project(source(selection(0, 5, "First")) + second), texts)
    assert [document.name for document in read.corpus.documents] == ["Article", "Article"]
    assert quotes(read) == ["First", "Other"]


def test_sources_of_one_text_are_one_article(tmp_path: Path) -> None:
    texts = {TXT: TEXT.encode(), f"sources/{NOTE}.txt": TEXT.encode()}
    second = source(selection(6, 10, "line", number=1), guid=NOTE, name="Copy")
    read = read_made(tmp_path, project(source(selection(0, 5, "First")) + second), texts)
    (document,) = read.corpus.documents
    assert (document.name, document.other_names) == ("Article", ("Copy",))
    assert quotes(read) == ["First", "line"]


def test_one_identity_for_two_codings(tmp_path: Path) -> None:
    twice = selection(0, 5, inner=coding()) + selection(6, 10, inner=coding(), number=1)
    read = read_made(tmp_path, project(source(twice)))
    assert len({each.id for each in placed(read)}) == 2


def test_people_who_are_not_listed_or_not_named(tmp_path: Path) -> None:
    nobody = coding(guid=NOTE, made="")
    stranger = coding(made=f'creatingUser="{NOTE}"')
    xml = project(source(selection(0, 5, inner=stranger + nobody)), users="")
    names = {coder.id: coder.name for coder in read_made(tmp_path, xml).corpus.coders}
    assert sorted(names.values()) == ["?", "user 66666666"]


def test_a_code_that_is_not_listed(tmp_path: Path) -> None:
    read = read_made(tmp_path, project(source(selection(0, 5, inner=coding(NOTE)))))
    assert [code.name for code in read.corpus.codebook.codes] == ["Trust", "Code 66666666"]
    assert "not in the codebook" in sentences(read, FindingKind.GUESSED)


def test_categories_colours_and_levels(tmp_path: Path) -> None:
    codes = (
        f'<CodeBook><Codes><Code guid="{NOTE}" name="Top" isCodable="false">'
        f'<Code guid="{CODING}" name="Middle" isCodable="true" color="#12ab9F">'
        f'<Code guid="{CODE}" name="Low" isCodable="1" color="#0a0"/></Code></Code></Codes></CodeBook>'
    )
    read = read_made(tmp_path, project(source(selection(0, 5)), codes=codes))
    assert [(code.name, code.category, code.colour) for code in read.corpus.codebook.codes] == [
        ("Middle", "Top", "#12AB9F"),
        ("Low", "Top / Middle", "#00AA00"),
    ]


def test_a_source_that_is_coded_as_a_whole(tmp_path: Path) -> None:
    assert quotes(read_made(tmp_path, project(source(coding())))) == [TEXT]


def test_variables_of_sources(tmp_path: Path) -> None:
    variables = (
        f'<Variables><Variable guid="{NOTE}" name="Author" typeOfVariable="Text"/>'
        f'<Variable guid="{CODING}" name="Size" typeOfVariable="Integer"/></Variables>'
    )
    values = "".join(
        f'<VariableValue><VariableRef targetGUID="{guid}"/><{kind}>{value}</{kind}></VariableValue>'
        for guid, kind, value in ((NOTE, "TextValue", "Li"), (CODING, "IntegerValue", "3"))
    )
    read = read_made(tmp_path, project(source(values), codes=CODES + variables))
    (document,) = read.corpus.documents
    assert (document.author, dict(document.metadata)) == ("Li", {"Size": "3"})
    assert [(field.name, field.kind.value) for field in read.corpus.fields] == [("Size", "number")]


def test_other_sources_sets_and_graphs_are_counted(tmp_path: Path) -> None:
    others = f'<PictureSource guid="{NOTE}"/><AudioSource guid="{NOTE}"/><PDFSource guid="{NOTE}"/>'
    further = f'<Sets><Set guid="{NOTE}" name="S"/></Sets><Graphs><Graph guid="{NOTE}"/></Graphs><Odd/>'
    said = sentences(read_made(tmp_path, project(source() + others, further=further)), FindingKind.DROPPED)
    for name in ("PictureSource", "AudioSource", "PDFSource", "Set", "Graph", "Odd"):
        assert f"The element {name} of REFI-QDA has no place here" in said


def test_the_text_of_a_pdf(tmp_path: Path) -> None:
    text = f'<Representation guid="{SOURCE}" plainTextPath="internal://{SOURCE}.txt">{selection(0, 5)}</Representation>'
    read = read_made(tmp_path, project(f'<PDFSource guid="{NOTE}" name="Paper">{text}</PDFSource>'))
    assert [document.name for document in read.corpus.documents] == ["Paper"]
    assert quotes(read) == ["First"]


def test_the_text_of_a_docx_beside_an_empty_one(tmp_path: Path) -> None:
    data = docx(word_paragraph("One two three"))
    both = source(selection(4, 7, "two"), selection(400, 407, "three", number=1)).replace(
        "plainTextPath", f'richTextPath="internal://{SOURCE}.docx" plainTextPath'
    )
    read = read_made(tmp_path, project(both), {TXT: b"\n", f"sources/{SOURCE}.docx": data})
    assert list(read.corpus.texts.values()) == ["One two three"]
    assert len(placed(read)) + len(read.unplaced) == 2


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("project.qde", project(source()))
        packed.writestr("sources/a.txt", b"0" * 50_000_000)
    return made.getvalue()


def named(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("project.qde", project(source()))
        packed.writestr(name, b"x")
    return made.getvalue()


def with_xml(xml: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("project.qde", xml)
    return made.getvalue()


GOOD = with_xml(project(source(selection(0, 5))))
ENTITY = b'<!DOCTYPE Project [<!ENTITY e "boom">]><Project name="&e;"/>'
DEEP = b"<Project>" + b"<a>" * 300 + b"</a>" * 300 + b"</Project>"


@pytest.mark.parametrize(
    "data",
    [
        b"", b"PK", GOOD[:100], GOOD[:-30], bomb(), named("../../evil.txt"), named("/etc/evil"), named("C:/evil"),
        named("other.txt")[:-1], with_xml(ENTITY), with_xml(DEEP), with_xml(b""), with_xml(b"<Project"),
        with_xml(b"<html/>"), with_xml(project(source())[:-20]),
    ],
    ids=range(15),
)  # fmt: skip
def test_what_is_broken_or_a_trap_is_refused_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.qdpx").write_bytes(data)
    with pytest.raises(Refused) as refusal:
        read_refi(tmp_path / "a.qdpx")
    assert refusal.value.where == "a.qdpx"
    assert refusal.value.sentence.count("\n") == 0


def test_no_cut_of_a_file_ends_in_anything_but_a_sentence(tmp_path: Path) -> None:
    whole = archive(tmp_path / "a.qdpx", project(source(selection(0, 5))), {TXT: TEXT.encode()}).read_bytes()
    for length in range(0, len(whole), 7):
        (tmp_path / "b.qdpx").write_bytes(whole[:length])
        with pytest.raises(KnownError):
            read_refi(tmp_path / "b.qdpx")
        altered = bytearray(whole)
        altered[length] ^= 0xFF
        (tmp_path / "b.qdpx").write_bytes(altered)
        with suppress(KnownError):
            read_refi(tmp_path / "b.qdpx")


def test_an_empty_project(tmp_path: Path) -> None:
    read = read_made(tmp_path, b"<Project/>", {})
    assert (read.corpus.name, list(read.corpus.documents), read.unplaced) == ("a", [], ())
