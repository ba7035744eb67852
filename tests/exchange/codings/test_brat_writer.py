# SPDX-License-Identifier: MIT
"""What is written is brat, by a strict reader of its grammar; the same bytes each time; what is lost is told."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from exchange.brat_grammar import checked_collection
from exchange.made_corpora import CODES, corpora, corpus_of, with_regions
from hypothesis import given

from annotator.domain import Certainty, Codebook, Refused
from annotator.exchange.codings.brat_standoff import fragments_of
from annotator.exchange.codings.brat_writer import write_brat
from annotator.exchange.corpus import Corpus
from annotator.exchange.findings import FindingKind
from annotator.text import digest


@given(corpora())
def test_a_strict_reader_of_the_grammar_finds_every_annotation(corpus: Corpus) -> None:
    with TemporaryDirectory() as folder:
        findings = write_brat(corpus, Path(folder) / "out")
        found = checked_collection(Path(folder) / "out")
        stated = json.loads((Path(folder) / "out" / "corpus.json").read_bytes())
    written = Counter(words for lines in found.values() for _, _, words in lines)
    expected = Counter(
        " ".join(each.quote[start:end] for start, end in fragments_of(each.quote, 0, len(each.quote)))
        for annotations in corpus.annotations.values()
        for each in annotations
        if fragments_of(each.quote, 0, len(each.quote))
    )
    assert written == expected
    lost = sum(each.count for each in findings if each.kind is FindingKind.DROPPED)
    assert lost == sum(map(len, corpus.annotations.values())) - expected.total()
    assert stated["offset_unit"] == "unicode-codepoint"
    assert [each["text_sha256"] for each in stated["documents"]] == [
        digest(corpus.texts[each.id]) for each in corpus.documents
    ]


@given(corpora())
def test_the_same_corpus_gives_the_same_bytes(corpus: Corpus) -> None:
    with TemporaryDirectory() as folder:
        first, second = Path(folder) / "1.zip", Path(folder) / "2.zip"
        write_brat(corpus, first)
        write_brat(corpus, second)
        assert first.read_bytes() == second.read_bytes()


def test_what_the_format_cannot_hold_is_told_by_number(tmp_path: Path) -> None:
    corpus = with_regions(corpus_of("a\n\nb", (1, 3), (0, 2), (0, 4)))
    findings = write_brat(corpus, tmp_path / "out")
    assert [(each.kind.value, each.count) for each in findings] == [
        ("dropped", 1), ("dropped", 1), ("dropped", 2), ("noted", 1),
    ]  # fmt: skip


def test_an_article_of_nobody_is_not_lost_and_one_that_is_assigned_goes_to_its_coder(tmp_path: Path) -> None:
    corpus = with_regions(corpus_of("One two"))
    write_brat(corpus, tmp_path / "some")
    assert sorted(each.parent.name for each in (tmp_path / "some").rglob("*.ann")) == ["Anna", "anna_2"]
    write_brat(replace(corpus, completions=()), tmp_path / "all")
    assert len(list((tmp_path / "all").rglob("*.ann"))) == 3
    write_brat(replace(corpus, completions=(), coders=()), tmp_path / "none")
    assert [each.name for each in (tmp_path / "none").rglob("*.ann")] == ["a.ann"]


def test_certainty_attributes_and_memo(tmp_path: Path) -> None:
    corpus = corpus_of("One two", (0, 3), memo="first\nsecond")
    (document,) = corpus.annotations
    (each,) = corpus.annotations[document]
    each = replace(each, certainty=Certainty.LOW, ask_lead=True, attributes={"tone": "warm", "holder": "Li Wei"})
    write_brat(replace(corpus, annotations={document: (each,)}), tmp_path / "out")
    assert (tmp_path / "out" / "Anna" / "a.ann").read_text("utf-8") == (
        "T1\ttrust 0 3\tOne\n"
        "A1\tCertainty T1 low\n"
        "A2\tAskLead T1\n"
        "#1\tAttribute T1\tholder=Li Wei\n"
        "A3\ttone T1 warm\n"
        "#2\tAnnotatorNotes T1\tfirst second\n"
    )


def test_short_names_that_brat_does_not_take_are_made_ones_that_it_takes(tmp_path: Path) -> None:
    codes = [replace(CODES[0], short_name=name, id=f"{place}") for place, name in enumerate(["a b", "A/B", "\u4e2d"])]
    write_brat(replace(corpus_of("One"), codebook=Codebook(tuple(codes))), tmp_path / "out")
    assert "[entities]\na_b\nA_B_2\ncode\n" in (tmp_path / "out" / "annotation.conf").read_text("utf-8")


def test_a_folder_that_holds_anything_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        write_brat(corpus_of("One"), tmp_path.parent)
