# SPDX-License-Identifier: MIT
from annotator.domain import Code, Coder, Document
from annotator.domain.identifiers import CodeId, CoderId, derived_uuid, document_id
from annotator.exchange.codings.gathering import (
    BEYOND,
    MISMATCH,
    NO_POSITION,
    NO_SPAN,
    TWICE,
    UNPROVEN,
    Claim,
    Gathering,
)
from annotator.exchange.findings import FindingKind
from annotator.text import digest

TEXT = "One two three"
ID = derived_uuid("test", "1")


def _gathering() -> tuple[Gathering, Claim]:
    gathering = Gathering("x")
    claim = Claim(gathering.document(TEXT, name="a.txt"), gathering.coder("Anna"), gathering.code("trust"), 4, 7, "two")
    return gathering, claim


def _with(claim: Claim, **changed: object) -> Claim:
    from dataclasses import replace

    return replace(claim, **changed)  # type: ignore[arg-type]  # whatever a test changes


def test_an_annotation_is_placed_with_context_and_the_same_identity_each_time() -> None:
    found = []
    for _ in range(2):
        gathering, claim = _gathering()
        gathering.annotation(_with(claim, before="wrong"))
        gathering.annotation(claim)
        found.append(gathering.read())
    assert found[0] == found[1]
    ((first, second),) = found[0].corpus.annotations.values()
    assert first.id != second.id
    assert (first.quote, first.before, first.after) == ("two", "One ", " three")
    assert first.document == document_id(digest(TEXT))
    assert found[0].corpus.coders == (Coder(CoderId(derived_uuid("foreign coder", "Anna")), "Anna"),)


def test_a_foreign_uuid_is_kept_in_whatever_shape_it_comes() -> None:
    gathering, claim = _gathering()
    gathering.annotation(_with(claim, identity=f"urn:uuid:{{{ID.upper()}}}"))
    gathering.annotation(_with(claim, identity=ID, where="second"))
    gathering.annotation(_with(claim, identity="T1"))
    ids = {each.id for found in gathering.read().corpus.annotations.values() for each in found}
    assert ID in ids
    assert len(ids) == 3
    assert [(each.sentence, each.places) for each in gathering.read().findings] == [(TWICE, ("second",))]
    assert gathering.coder("Eve", identity=ID) == ID
    assert gathering.code("doubt", identity=ID) == ID


def test_what_cannot_be_proven_is_said() -> None:
    gathering, claim = _gathering()
    gathering.annotation(_with(claim, quote=None, where="1"))
    gathering.annotation(_with(claim, quote="twq", where="2", before="b", after="a"))
    gathering.annotation(_with(claim, start=5000, end=5001, quote=None, where="3"))
    gathering.annotation(_with(claim, end=4, quote=None, where="4"))
    gathering.annotation(_with(claim, start=-1, quote="", where="5"))
    gathering.annotation(_with(claim, start=9, end=4, where="6"))
    read = gathering.read()
    assert {each.sentence: each.places for each in read.findings} == {
        NO_SPAN: ("4", "5"), MISMATCH: ("2",), BEYOND: ("3",), UNPROVEN: ("1",), NO_POSITION: ("6",),
    }  # fmt: skip
    assert [(each.annotation.quote, each.annotation.before, each.where) for each in read.unplaced] == [
        ("twq", "b", "2"), ("", "", "3"), (claim.quote, "", "6"),
    ]  # fmt: skip
    assert next(each.kind for each in read.findings) is FindingKind.DROPPED


def test_the_same_text_is_one_document_with_both_names() -> None:
    gathering, _ = _gathering()
    first = gathering.document(TEXT, name="b.txt")
    assert gathering.document("other", name="c.txt") != first
    one, other = gathering.read().corpus.documents
    assert (one.name, one.other_names, one.position, other.position) == ("a.txt", ("b.txt",), 0, 1)


def test_what_is_known_of_a_document_is_kept_but_its_identity_is_that_of_the_text() -> None:
    gathering = Gathering("x")
    known = Document(document_id("0" * 64), "z.txt", "0" * 64, 7, title="Z")
    gathering.document(TEXT, name="z.txt", known=known)
    (document,) = gathering.read().corpus.documents
    assert (document.title, document.id, document.length) == ("Z", document_id(digest(TEXT)), len(TEXT))
    assert gathering.text(document.id) == TEXT
    assert gathering.text(known.id) is None


def test_a_foreign_code_gets_the_attributes_that_are_used_and_one_of_ours_stays_as_it_is() -> None:
    gathering, claim = _gathering()
    ours = Code(CodeId(ID), "Doubt", "doubt")
    gathering.known_code(ours)
    gathering.annotation(_with(claim, attributes={"tone": "warm", "empty": ""}))
    gathering.annotation(_with(claim, code=gathering.code("Doubt"), attributes={"tone": "warm"}))
    foreign, kept = gathering.read().corpus.codebook.codes
    assert [each.name for each in foreign.attributes] == ["tone"]
    assert kept == ours


def test_a_coder_without_a_name_is_someone_all_the_same() -> None:
    gathering = Gathering("x")
    assert gathering.coder(" ") == gathering.coder("?")
