# SPDX-License-Identifier: MIT
"""Collections of others and our own: every annotation where its words prove it, all else told."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from exchange.made_corpora import corpora, corpus_of, told
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import Certainty, Refused
from annotator.exchange.codings.brat_reader import GAP, GAP_AS_CHOSEN, read_brat
from annotator.exchange.codings.brat_standoff import Discontinuous, fragments_of
from annotator.exchange.codings.brat_writer import write_brat
from annotator.exchange.codings.gathering import BEYOND, MISMATCH, NO_POSITION, UNPROVEN
from annotator.exchange.corpus import Corpus, CorpusRead
from annotator.exchange.findings import FindingKind

FILES = Path(__file__).parent.parent / "files"
BREAKS = "\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


@given(corpora(), st.sampled_from(["out", "out.zip"]))
def test_ours_comes_back(corpus: Corpus, name: str) -> None:
    with TemporaryDirectory() as folder:
        write_brat(corpus, Path(folder) / name)
        read = read_brat(Path(folder) / name)
    carried = {key: each for key, each in told(corpus).items() if fragments_of(each[0], each[4].start, each[4].end)}
    assert told(read) == carried
    assert (read.unplaced, read.findings) == ((), ())
    assert (read.corpus.documents, read.corpus.codebook, read.corpus.coders) == (
        corpus.documents, corpus.codebook, corpus.coders,
    )  # fmt: skip
    assert read.corpus.created == {key: time for key, time in corpus.created.items() if key in carried}


@given(corpora(), st.booleans())
def test_without_the_file_that_only_we_write_the_words_come_back(corpus: Corpus, with_returns: bool) -> None:
    if any(text.startswith("\ufeff") for text in corpus.texts.values()):
        return
    with TemporaryDirectory() as folder:
        write_brat(corpus, Path(folder) / "out")
        (Path(folder) / "out" / "corpus.json").unlink()
        if with_returns:
            for text in (Path(folder) / "out").rglob("*.txt"):
                text.write_bytes(text.read_bytes().replace(b"\n", b"\r\n"))
        read = read_brat(Path(folder) / "out")
        assert read == read_brat(Path(folder) / "out")
    expected = [(each[0], each[5].strip(BREAKS), each[8], each[9]) for each in told(corpus).values()]
    found = [(each[0], each[5], each[8], each[9]) for each in told(read).values()]
    assert sorted(found) == sorted(each for each in expected if each[1])
    assert read.unplaced == ()


def test_a_collection_of_others() -> None:
    read = read_brat(FILES / "brat_plain")
    quotes = {each[5]: each for each in told(read).values()}
    assert set(quotes) == {"He said\u00a0so", "Then\nhe left", "nobody\nasked why"}
    claim = quotes["He said\u00a0so"]
    assert (claim[1], claim[6], claim[7]) == (
        "brat_plain",
        {"Confidence": "high", "Negated": "yes"},
        "see the second page",
    )
    assert [(code.short_name, code.name) for code in read.corpus.codebook.codes] == [
        ("Claim", "A claim"), ("Source", "Source"),
    ]  # fmt: skip
    assert [each.name for each in read.corpus.documents] == ["news1.txt", "news2.txt"]
    assert [(each.annotation.quote, each.where) for each in read.unplaced] == [
        ("nobody", "news1.ann, line 4, T4"), ("asked", "news1.ann, line 6, T5"),
    ]  # fmt: skip
    kinds = {each.sentence: each.count for each in read.findings}
    assert kinds[GAP] == 1
    assert kinds[MISMATCH] == 2
    for what in ("relation", "event", "normalisation", "equivalence"):
        assert kinds[f"A line is of a kind that is not taken ({what})."] == 1
    assert sum(each.count for each in read.findings if each.kind is FindingKind.DROPPED) == 8


def test_true_gaps_as_pieces_with_a_common_group() -> None:
    read = read_brat(FILES / "brat_plain", discontinuous=Discontinuous.FRAGMENTS)
    pieces = [each for each in told(read).values() if each[5] in ("nobody", "why")]
    assert len({each[6]["group"] for each in pieces}) == 1
    assert len(pieces) == 2
    assert any(each.sentence == GAP_AS_CHOSEN and each.kind is FindingKind.NOTED for each in read.findings)
    whole = read_brat(FILES / "brat_plain", discontinuous=Discontinuous.HULL)
    assert [each.kind for each in whole.findings if each.sentence == GAP] == [FindingKind.NOTED]


def test_folders_of_coders() -> None:
    read = read_brat(FILES / "brat_coders")
    assert sorted((each[1], each[5]) for each in told(read).values()) == [("anna", "Some"), ("li", "text")]
    assert len(read.corpus.documents) == 1
    named = read_brat(FILES / "brat_coders", coder_folders=False, coder="Eve")
    assert [coder.name for coder in named.corpus.coders] == ["Eve"]


def _collection(folder: Path, text: bytes, lines: bytes) -> CorpusRead:
    folder.mkdir()
    (folder / "a.txt").write_bytes(text)
    (folder / "a.ann").write_bytes(lines)
    return read_brat(folder)


def test_other_ways_of_counting_are_found_by_the_words(tmp_path: Path) -> None:
    read = _collection(tmp_path / "a", "\ufeffa\r\nb \U0001f600 c".encode(), b"T1\tX 9 10\tc\nT2\tX 4 5\tb\n")
    assert sorted(each[5] for each in told(read).values()) == ["b", "c"]
    assert "UTF-16 units, CR LF as two, the byte order mark as one" in next(iter(read.findings)).sentence


def test_wrong_offsets_missing_words_and_nonsense(tmp_path: Path) -> None:
    lines = b"T1\tX 900 901\tq\nT2\tX 0 1\nT3\tX 3 1\tx\nnonsense\nT4\tX 1\n\xe2\x80\xa8\n"
    read = _collection(tmp_path / "a", b"abcdef", lines)
    assert {each.sentence: each.count for each in read.findings if each.kind is not FindingKind.DROPPED} == {
        BEYOND: 1, UNPROVEN: 1, NO_POSITION: 1, [*read.findings][-1].sentence: 1,
    }  # fmt: skip
    assert sum(each.count for each in read.findings if each.kind is FindingKind.DROPPED) == 2


@pytest.mark.parametrize(
    ("text", "lines"), [(b"\xff\xfea\0", b""), (b"abc", b"\xff"), (b"  \n", b""), (b"a\0c", b"T1\tX 0 1\ta\n")]
)
def test_what_cannot_be_read_is_refused_where_there_is_nothing_else(tmp_path: Path, text: bytes, lines: bytes) -> None:
    with pytest.raises(Refused, match="nothing was taken"):
        _collection(tmp_path / "a", text, lines)


def test_a_folder_without_annotations_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")
    with pytest.raises(Refused, match=r"no \.ann file"):
        read_brat(tmp_path)


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"a" * 10_000_000)
        archive.writestr("a.ann", b"")
    with pytest.raises(Refused, match="200 times"):
        read_brat(tmp_path / "x.zip")


def test_what_was_changed_in_brat_since_is_read_as_it_is_now(tmp_path: Path) -> None:
    corpus = corpus_of("One two three", (0, 3), (4, 7), memo="why\nso")
    write_brat(corpus, tmp_path / "out")
    path = tmp_path / "out" / "Anna" / "a.ann"
    changed = path.read_text("utf-8").replace("T2\ttrust 4 7\ttwo", "T2\tdoubt 4 13\ttwo three")
    path.write_text(changed.replace("#1\tAnnotatorNotes T1\twhy so", "#1\tAnnotatorNotes T1\tnow so"), "utf-8")
    read = read_brat(tmp_path / "out")
    before, after = told(corpus), told(read)
    assert {each[5]: each[7] for each in after.values()} == {"One": "now so", "two three": "why so"}
    assert len(set(before) & set(after)) == 1


def test_a_text_that_was_changed_is_told(tmp_path: Path) -> None:
    write_brat(corpus_of("One two three", (0, 3)), tmp_path / "out")
    (tmp_path / "out" / "Anna" / "a.txt").write_text("One two four", "utf-8")
    assert [each.kind for each in read_brat(tmp_path / "out").findings][:1] == [FindingKind.MISMATCH]


def _shift(folder: Path) -> None:
    path = folder / "Anna" / "a.ann"
    path.write_text(path.read_text("utf-8").replace("4 7", "5 8"), "utf-8")


def _misquote(folder: Path) -> None:
    path = folder / "Anna" / "a.ann"
    path.write_text(path.read_text("utf-8").replace("\ttwo", "\ttvo"), "utf-8")


def _drop_coder(folder: Path) -> None:
    stated = json.loads((folder / "corpus.json").read_bytes())
    stated["coder_folders"] = {}
    (folder / "corpus.json").write_text(json.dumps(stated), "utf-8")
    (folder / "Anna").rename(folder / "Eve")


@pytest.mark.parametrize("fault", [_shift, _misquote, _drop_coder])
def test_a_planted_fault_breaks_the_round_trip(tmp_path: Path, fault: Callable[[Path], None]) -> None:
    corpus = corpus_of("One two three", (0, 3), (4, 7))
    write_brat(corpus, tmp_path / "out")
    assert told(read_brat(tmp_path / "out")) == told(corpus)
    fault(tmp_path / "out")
    assert told(read_brat(tmp_path / "out")) != told(corpus)


def test_certainty_of_others_is_an_attribute_unless_it_is_one_of_our_words(tmp_path: Path) -> None:
    read = _collection(
        tmp_path / "a", b"abc", b"T1\tX 0 1\ta\nA1\tCertainty T1 high\nT2\tX 1 2\tb\nA2\tCertainty T2 0.9\n"
    )
    assert [(each[8], each[6]) for each in sorted(told(read).values(), key=lambda each: each[4])] == [
        (Certainty.HIGH, {}), (Certainty.NOT_SET, {"Certainty": "0.9"}),
    ]  # fmt: skip
