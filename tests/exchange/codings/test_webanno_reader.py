# SPDX-License-Identifier: MIT
"""Our own collection comes back whole; others' in the shapes that the model and CATMA allow; nothing is fetched."""

import json
import socket
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from exchange.made_corpora import CODERS, corpora, corpus_of, told
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain import Refused
from annotator.domain.identifiers import document_id
from annotator.exchange.codings.brat_standoff import Discontinuous
from annotator.exchange.codings.foreign_positions import OffsetUnit
from annotator.exchange.codings.gathering import BEYOND, MISMATCH, NAMELESS_CODE, NO_POSITION, NO_SPAN, NO_TEXT
from annotator.exchange.codings.webanno_reader import GAP, read_webanno
from annotator.exchange.codings.webanno_writer import write_webanno
from annotator.exchange.corpus import Corpus
from annotator.exchange.findings import FindingKind
from annotator.text import digest

FILES = Path(__file__).parent.parent / "files"
NEWS = "The \U0001f600 minister said so.\nNobody believed her.\n"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something was fetched")

    monkeypatch.setattr(socket, "socket", refuse)


@settings(max_examples=50)
@given(corpora(control=True, rounds=True), st.sampled_from(["out", "out.zip"]))
def test_ours_comes_back(corpus: Corpus, name: str) -> None:
    with TemporaryDirectory() as folder:
        write_webanno(corpus, Path(folder) / name)
        read = read_webanno(Path(folder) / name)
    assert read.corpus == corpus
    assert (read.unplaced, read.findings) == ((), ())


def test_without_the_file_that_only_we_write_all_annotations_come_back(tmp_path: Path) -> None:
    corpus = corpus_of("One \U0001f600 two", (0, 3), (6, 9), memo="why")
    write_webanno(corpus, tmp_path / "out")
    (tmp_path / "out" / "corpus.json").unlink()
    assert told(read_webanno(tmp_path / "out")) == told(corpus)


def test_annotations_of_others_on_a_text_that_is_handed_over() -> None:
    read = read_webanno(FILES / "annotations.jsonld", texts={"https://example.org/news": NEWS})
    (found,) = told(read).values()
    assert (found[1], found[5], found[7]) == ("Anna", "said so", "see above")
    ((placed,),) = read.corpus.annotations.values()
    assert read.corpus.created[placed.id] == "2026-03-01T10:00:00Z"
    assert sorted(code.short_name for code in read.corpus.codebook.codes) == ["claim", "source"]
    assert {each.sentence for each in read.findings} >= {NO_POSITION, NAMELESS_CODE}
    assert [(each.annotation.quote, each.annotation.before) for each in read.unplaced] == [("Nobody", "so.\n")] * 2
    assert any(each.places == ("https://example.org/a/4",) for each in read.findings)
    assert read == read_webanno(FILES / "annotations.jsonld", texts={"https://example.org/news": NEWS})


def test_a_tree_of_catma() -> None:
    read = read_webanno(FILES / "catma", unit=OffsetUnit.UTF_16)
    assert sorted((each[1], each[5], each[6]["CATMA_PROP1"]) for each in told(read).values()) == [
        ("anna", "Nobody believed", "strong"), ("li", "minister said so.\nNobody believed her", "strong"),
    ]  # fmt: skip
    assert [code.short_name for code in read.corpus.codebook.codes] == ["Distrust"]
    assert [each.kind for each in read.findings if each.sentence == GAP] == [FindingKind.GUESSED]
    pieces = read_webanno(FILES / "catma", unit=OffsetUnit.UTF_16, discontinuous=Discontinuous.FRAGMENTS)
    assert sorted(each[5] for each in told(pieces).values()) == ["Nobody believed", "her", "minister"]
    unsure = read_webanno(FILES / "catma")
    assert any("Nothing tells" in each.sentence for each in unsure.findings)


def _file(folder: Path, value: object, text: str = NEWS) -> Path:
    folder.mkdir()
    (folder / "a.txt").write_bytes(text.encode())
    (folder / "a.json").write_bytes(value if isinstance(value, bytes) else json.dumps(value).encode())
    return folder


def _annotation(start: int, end: int, exact: str = "", **more: object) -> dict:
    selectors: list[object] = [{"type": "TextPositionSelector", "start": start, "end": end}]
    if exact:
        selectors.append({"type": "TextQuoteSelector", "exact": exact})
    target = {"source": "https://x/a", "selector": selectors}
    return {"type": "Annotation", "motivation": "tagging", "body": {"value": "claim"}, "target": target, **more}


def test_the_unit_is_that_of_the_quotes(tmp_path: Path) -> None:
    read = read_webanno(_file(tmp_path / "in", [_annotation(16, 23, "said so"), _annotation(7, 15, "minister")]))
    assert sorted(each[5] for each in told(read).values()) == ["minister", "said so"]
    assert any("UTF-16" in each.sentence for each in read.findings)


def test_wrong_offsets_are_never_moved(tmp_path: Path) -> None:
    value = [_annotation(15, 22, "said so"), _annotation(0, 7, "said so"), _annotation(900, 907), _annotation(5, 5)]
    read = read_webanno(_file(tmp_path / "in", value))
    assert [each[5] for each in told(read).values()] == ["said so"]
    assert {each.sentence for each in read.findings} >= {MISMATCH, BEYOND, NO_SPAN}
    assert len(read.unplaced) == 2


def test_a_document_of_ours_without_its_text_is_unplaced_under_its_identity(tmp_path: Path) -> None:
    selectors = _annotation(15, 22, "said so")["target"]
    target = {**selectors, "source": f"urn:uuid:{document_id(digest(NEWS))}"}
    path = tmp_path / "a.json"
    path.write_bytes(json.dumps({**_annotation(0, 1), "target": target}).encode())
    (unplaced,) = read_webanno(path).unplaced
    assert (unplaced.annotation.document, unplaced.annotation.quote) == (document_id(digest(NEWS)), "said so")
    assert next(each.sentence for each in read_webanno(path).findings) == NO_TEXT
    placed = read_webanno(path, texts={target["source"]: NEWS})
    assert len(told(placed)) == 1


def test_a_text_that_is_not_there_is_not_taken_for_one_of_the_same_folder(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "texts").mkdir(parents=True)
    for name in ("a", "b"):
        (folder / "texts" / f"{name}.txt").write_text(f"{name} is a text", "utf-8")
    target = {"source": "https://x/texts/c", "selector": {"type": "TextPositionSelector", "start": 0, "end": 1}}
    elsewhere = {**target, "source": "https://x/texts"}
    value = [{**_annotation(0, 1), "target": each} for each in (target, elsewhere)]
    (folder / "a.json").write_bytes(json.dumps(value).encode())
    assert told(read_webanno(folder)) == {}


def test_pages_within_a_collection_and_several_codes(tmp_path: Path) -> None:
    both = _annotation(15, 22, "said so", id="urn:uuid:" + CODERS[0].id, body=[{"value": "a"}, {"value": "b"}])
    value = {"type": "AnnotationCollection", "first": {"type": "AnnotationPage", "items": [both],
             "next": {"type": "AnnotationPage", "items": [_annotation(4, 5)]}}}  # fmt: skip
    read = read_webanno(_file(tmp_path / "in", value))
    assert len(told(read)) == 3
    assert CODERS[0].id not in told(read)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (b"", "no valid JSON"),
        (b"\xff\xfe", "not UTF-8"),
        (b"[" * 100_000, "nested deeper"),
        (b'{"type": "Annotation"', "no valid JSON"),
        ({"a": 1}, "no Web Annotation"),
        ([1, 2], "no Web Annotation"),
    ],
)
def test_hostile_bytes_are_refused_in_one_sentence(tmp_path: Path, value: object, words: str) -> None:
    with pytest.raises(Refused, match=words) as caught:
        read_webanno(_file(tmp_path / "in", value))
    assert "nothing was taken" in caught.value.sentence


def test_texts_that_are_none_are_left_out(tmp_path: Path) -> None:
    folder = _file(tmp_path / "in", [_annotation(0, 1)], text=" ")
    (folder / "b.txt").write_bytes(b"\xff")
    read = read_webanno(folder)
    assert read.corpus.documents == ()
    assert sum(each.count for each in read.findings if each.kind is FindingKind.DROPPED) == 3


def _shift(annotation: dict) -> None:
    annotation["target"]["selector"][0]["start"] += 1


def _misquote(annotation: dict) -> None:
    annotation["target"]["selector"][1]["exact"] = "tvo"


def _drop_coder(annotation: dict) -> None:
    del annotation["creator"]


@pytest.mark.parametrize("fault", [_shift, _misquote, _drop_coder])
def test_a_planted_fault_breaks_the_round_trip(tmp_path: Path, fault: Callable[[dict], None]) -> None:
    corpus = corpus_of("One two three", (0, 3), (4, 7))
    write_webanno(corpus, tmp_path / "out")
    assert told(read_webanno(tmp_path / "out")) == told(corpus)
    path = tmp_path / "out" / "pages" / "a.jsonld"
    page = json.loads(path.read_bytes())
    fault(page["items"][1])
    path.write_text(json.dumps(page), "utf-8")
    assert told(read_webanno(tmp_path / "out")) != told(corpus)
