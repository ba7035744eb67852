# SPDX-License-Identifier: MIT
"""Our own CAS comes back whole; of others' the chosen type and feature, each file with its coder."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from exchange.foreign_cas import SPANS, TEXT, TYPES, xmi
from exchange.made_corpora import corpora, corpus_of, told
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain import Refused, UsageError
from annotator.exchange.codings.cas_reader import CasType, cas_types, read_cas
from annotator.exchange.codings.cas_writer import write_cas
from annotator.exchange.codings.gathering import BEYOND, NAMELESS_CODE, NO_SPAN, UNPROVEN
from annotator.exchange.corpus import Corpus
from annotator.exchange.findings import FindingKind

FRAME = "webanno.custom.Frame"


def _zip(**files: bytes) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return data.getvalue()


def _folder(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


@settings(max_examples=40)
@given(corpora(control=True, rounds=True), st.booleans(), st.sampled_from(["out", "out.zip"]))
def test_ours_comes_back(corpus: Corpus, as_json: bool, name: str) -> None:
    with TemporaryDirectory() as folder:
        write_cas(corpus, Path(folder) / name, as_json=as_json)
        read = read_cas(Path(folder) / name)
    assert read.corpus == corpus
    assert (read.unplaced, read.findings) == ((), ())


def test_without_the_file_that_only_we_write_codes_and_coders_come_back(tmp_path: Path) -> None:
    corpus = corpus_of("One \U0001f600 two", (0, 3), (6, 9), memo="why")
    write_cas(corpus, tmp_path / "out")
    (tmp_path / "out" / "corpus.json").unlink()
    read = read_cas(tmp_path / "out")
    assert told(read) == told(corpus)
    assert [(code.name, code.short_name) for code in read.corpus.codebook.codes] == [("Trust — claimed", "trust")]


def test_one_file_of_others(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "in", {"anna.xmi": xmi(TEXT, *SPANS), "TypeSystem.xml": TYPES})
    read = read_cas(folder, type_name=FRAME, feature="label")
    assert sorted((each[1], each[5], each[6]["note"]) for each in told(read).values()) == [
        ("anna", "and", "n11"), ("anna", "frame", "n10"),
    ]  # fmt: skip
    assert read.corpus.documents[0].name == "anna"
    assert [each.sentence for each in read.findings][1:] == [UNPROVEN]
    assert read == read_cas(folder, type_name=FRAME, feature="label")
    assert [coder.name for coder in read_cas(folder, type_name=FRAME, feature="label", coder="Eve").corpus.coders] == [
        "Eve"
    ]
    by_feature = read_cas(folder, type_name=FRAME, feature="label", coder_feature="note")
    assert {each[1] for each in told(by_feature).values()} == {"n10", "n11"}


def test_the_types_to_choose_from(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "in", {"anna.xmi": xmi(TEXT, *SPANS), "TypeSystem.xml": TYPES})
    assert cas_types(folder) == (
        CasType(FRAME, "", 2, ("Frame",)),
        CasType(FRAME, "label", 2, ("gain", "loss")),
        CasType(FRAME, "note", 2, ("n10", "n11")),
    )
    with pytest.raises(UsageError, match=FRAME):
        read_cas(folder)
    with pytest.raises(UsageError):
        read_cas(folder, type_name=FRAME, feature="nothing")
    assert [code.name for code in read_cas(folder, type_name=FRAME).corpus.codebook.codes] == ["Frame"]


def test_a_project_of_inception(tmp_path: Path) -> None:
    inner = _zip(anna__xmi=xmi(TEXT, *SPANS), TypeSystem__xml=TYPES)
    curated = _zip(webanno123__xmi=xmi(TEXT, SPANS[0]), TypeSystem__xml=TYPES)
    path = tmp_path / "project.zip"
    path.write_bytes(
        _zip(**{
            "annotation/news__txt/anna__zip": inner, "annotation/news__txt/INITIAL_CAS__zip": inner,
            "curation/news__txt/CURATION_USER__zip": curated, "exportedproject__json": b"{}", "source/news__txt": b"x",
        })
    )  # fmt: skip
    read = read_cas(path, type_name=FRAME, feature="label")
    assert sorted((each[1], each[5]) for each in told(read).values()) == [
        ("CURATION_USER", "frame"), ("anna", "and"), ("anna", "frame"),
    ]  # fmt: skip
    assert [each.name for each in read.corpus.documents] == ["news.txt"]


def test_offsets_that_fit_no_character_are_never_moved(tmp_path: Path) -> None:
    data = xmi(TEXT, (3, 10, "x"), (5, 999, "y"), (5, 10, ""), (5, 10, "z"))
    folder = _folder(tmp_path / "in", {"anna.xmi": data, "TypeSystem.xml": TYPES})
    read = read_cas(folder, type_name=FRAME, feature="label")
    assert [each[5] for each in told(read).values()] == ["frame"]
    assert {each.sentence for each in read.findings} > {NO_SPAN, BEYOND, NAMELESS_CODE}
    assert len(read.unplaced) == 1


def test_a_blank_text_is_left_out(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "in", {"anna.xmi": xmi(" ", (0, 1, "x")), "TypeSystem.xml": TYPES})
    read = read_cas(folder, type_name=FRAME, feature="label")
    assert read.corpus.documents == ()
    assert [each.kind for each in read.findings] == [FindingKind.DROPPED]


def test_annotations_of_other_types_are_counted(tmp_path: Path) -> None:
    write_cas(corpus_of("One two", (0, 3)), tmp_path / "out")
    (tmp_path / "out" / "corpus.json").unlink()
    types = [each.type_name for each in cas_types(tmp_path / "out")]
    assert set(types) == {"discourse.annotator.Coding"}
    with pytest.raises(Refused, match=r"no \.xmi"):
        read_cas(_folder(tmp_path / "none", {"a.txt": b"a"}))


def _shift(data: str) -> str:
    return data.replace('begin="4" end="7" code=', 'begin="3" end="6" code=')


def _misquote(data: str) -> str:
    return data.replace('quote="two"', 'quote="tvo"')


@pytest.mark.parametrize("fault", [_shift, _misquote])
def test_a_planted_fault_breaks_the_round_trip(tmp_path: Path, fault: Callable[[str], str]) -> None:
    corpus = corpus_of("One two three", (0, 3), (4, 7))
    write_cas(corpus, tmp_path / "out")
    assert told(read_cas(tmp_path / "out")) == told(corpus)
    path = tmp_path / "out" / "Anna" / "a.xmi"
    changed = fault(path.read_text("utf-8"))
    assert changed != path.read_text("utf-8")
    path.write_text(changed, "utf-8")
    assert told(read_cas(tmp_path / "out")) != told(corpus)


def test_a_dropped_coder_breaks_the_round_trip(tmp_path: Path) -> None:
    corpus = corpus_of("One two three", (0, 3), (4, 7))
    write_cas(corpus, tmp_path / "out")
    (tmp_path / "out" / "Anna" / "a.xmi").unlink()
    assert told(read_cas(tmp_path / "out")) != told(corpus)
