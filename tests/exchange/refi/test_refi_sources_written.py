# SPDX-License-Identifier: MIT
from dataclasses import replace

from exchange.made_corpora import CODERS, CODES, corpus_of

from annotator.domain import Certainty
from annotator.exchange.refi.refi_sources_written import WrittenSources, member_of, note_id
from annotator.exchange.refi.refi_variables import WrittenVariables
from annotator.exchange.refi.refi_words import NO_TIME


def test_a_source_with_what_has_no_place_in_readable_lines() -> None:
    corpus = corpus_of("One two", (0, 3), memo="Why & how")
    (document,) = corpus.documents
    (plain,) = corpus.annotations[document.id]
    annotation = replace(plain, certainty=Certainty.LOW, attributes={"tone": "warm"}, ask_lead=True, round="pilot")
    sources = WrittenSources(corpus, WrittenVariables(corpus.documents, ()))
    written = "".join(sources.source(document, [annotation]))
    line = f"{CODERS[0].name}, {CODES[0].name}: certainty low; tone: warm; for the lead to look at; round pilot"
    assert f"<Description>{line}</Description>" in written
    assert f'<NoteRef targetGUID="{note_id(annotation)}"/>' in written
    assert f'creationDateTime="{NO_TIME}"' in written
    assert "<PlainTextContent>Why &amp; how</PlainTextContent>" in sources.note(annotation)
    assert member_of(document) == f"sources/{document.id}.txt"


def test_a_source_without_annotations_has_its_hash() -> None:
    corpus = corpus_of("One two")
    (document,) = corpus.documents
    written = "".join(WrittenSources(corpus, WrittenVariables(corpus.documents, ())).source(document, ()))
    assert "PlainTextSelection" not in written
    assert document.text_sha256 in written
