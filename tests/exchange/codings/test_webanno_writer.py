# SPDX-License-Identifier: MIT
"""The structure that the W3C model asks for, by its words and required keys; every span proven; the same bytes."""

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote

from exchange.made_corpora import corpora, corpus_of, with_regions
from hypothesis import given, settings

from annotator.exchange.codings.webanno_writer import write_webanno
from annotator.exchange.corpus import Corpus
from annotator.text import digest

# The model (W3C Recommendation of 23 February 2017), sections 3 to 5: what must and what may stand in each.
REQUIRED = {
    "AnnotationCollection": {"@context", "id", "type", "label", "total", "first", "last"},
    "AnnotationPage": {"@context", "id", "type", "partOf", "items", "startIndex"},
    "Annotation": {"id", "type", "target", "body", "creator", "motivation"},
    "TextualBody": {"type", "value", "purpose"},
    "SpecificResource": {"type", "source", "selector"},
    "TextPositionSelector": {"type", "start", "end"},
    "TextQuoteSelector": {"type", "exact", "prefix", "suffix"},
}
ALLOWED = {
    "AnnotationCollection": {"generator", "modified", "created", "creator"},
    "AnnotationPage": {"prev", "next"},
    "Annotation": {"created", "generator"},
    "TextualBody": {"id", "format", "language"},
}
PURPOSES = {"tagging", "classifying", "commenting"}


def _checked(value: dict) -> dict:
    kind = value["type"]
    keys = {key for key in value if not key.startswith("annotator:")}
    assert keys >= REQUIRED[kind]
    assert keys <= REQUIRED[kind] | ALLOWED.get(kind, set())
    return value


@settings(max_examples=50)
@given(corpora(control=True, rounds=True))
def test_the_structure_is_that_of_the_model(corpus: Corpus) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name) / "out"
        assert write_webanno(corpus, folder) == ()
        collection = _checked(json.loads((folder / "collection.jsonld").read_bytes()))
        place = collection["first"]
        found = pages = 0
        while place:
            page = _checked(json.loads((folder / unquote(place)).read_bytes()))
            assert (page["partOf"]["id"], page["startIndex"]) == (collection["id"], found)
            assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
            text = (folder / "texts" / unquote(place)[6:]).with_suffix(".txt").read_bytes().decode()
            for each in page["items"]:
                _check_annotation(each, text)
            found += len(page["items"])
            pages += 1
            place = f"pages/{page['next']}" if "next" in page else ""
        assert (found, pages) == (collection["total"], len(corpus.documents))
    assert found == sum(map(len, corpus.annotations.values()))


def _check_annotation(value: dict, text: str) -> None:
    _checked(value)
    assert value["creator"]["type"] in ("Person", "Software")
    assert next(_checked(body)["purpose"] for body in value["body"]) == "tagging"
    assert {body["purpose"] for body in value["body"]} <= PURPOSES
    target = _checked(value["target"])
    assert target["annotator:text_sha256"] == digest(text)
    position, quote = (_checked(each) for each in target["selector"])
    start, end = position["start"], position["end"]
    assert position["annotator:offset_unit"] == "unicode-codepoint"
    assert text[start:end] == quote["exact"]
    assert text[:start].endswith(quote["prefix"])
    assert text[end:].startswith(quote["suffix"])
    assert len(quote["prefix"]) == min(32, start)


@settings(max_examples=20)
@given(corpora())
def test_the_same_corpus_gives_the_same_bytes(corpus: Corpus) -> None:
    with TemporaryDirectory() as folder:
        first, second = Path(folder) / "1.zip", Path(folder) / "2.zip"
        write_webanno(corpus, first)
        write_webanno(corpus, second)
        assert first.read_bytes() == second.read_bytes()


def test_what_the_model_cannot_hold_is_told(tmp_path: Path) -> None:
    corpus = with_regions(corpus_of("One two", (0, 3)))
    assert [(each.kind.value, each.count) for each in write_webanno(corpus, tmp_path / "1")] == [
        ("dropped", 1), ("dropped", 2),
    ]  # fmt: skip
    strangers = replace(corpus, coders=(), regions=(), completions=())
    assert [each.count for each in write_webanno(strangers, tmp_path / "2")] == [1]
    empty = replace(strangers, documents=(), annotations={})
    assert write_webanno(empty, tmp_path / "3") == ()
    assert "first" not in json.loads((tmp_path / "3" / "collection.jsonld").read_bytes())
