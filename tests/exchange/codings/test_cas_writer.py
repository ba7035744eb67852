# SPDX-License-Identifier: MIT
"""What is written is read by dkpro-cassis on its own, with offsets in UTF-16 on disk; the same bytes each time."""

import re
import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

import cassis
from exchange.made_corpora import CODERS, corpora, corpus_of, with_regions
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.exchange.codings.cas_names import CODING, META_DATA, SENTENCE, SOURCE, TOKEN
from annotator.exchange.codings.cas_writer import write_cas
from annotator.exchange.corpus import Corpus
from annotator.text import SEGMENTER_VERSION, Unit, boundaries


def _written(corpus: Corpus, as_json: bool = False) -> bytes:
    with TemporaryDirectory() as folder:
        write_cas(corpus, Path(folder) / "out.zip", as_json=as_json)
        return (Path(folder) / "out.zip").read_bytes()


@settings(max_examples=40)
@given(corpora(control=True), st.booleans())
def test_cassis_reads_every_annotation_at_its_place(corpus: Corpus, as_json: bool) -> None:
    found: Counter[tuple[str, ...]] = Counter()
    with zipfile.ZipFile(BytesIO(_written(corpus, as_json))) as archive:
        types = cassis.load_typesystem(BytesIO(archive.read("TypeSystem.xml")))
        for name in archive.namelist():
            if name.endswith(".xmi"):
                cas = cassis.load_cas_from_xmi(BytesIO(archive.read(name)), typesystem=types)
            elif name.endswith(".json") and name != "corpus.json":
                cas = cassis.load_cas_from_json(archive.read(name).decode())
            else:
                continue
            for each in cas.select(CODING):
                assert each.get_covered_text() == each.quote
                found[cas.sofa_string, each.coder_id, each.code_id, str(each.begin), str(each.end)] += 1
            assert [each.get_covered_text() for each in cas.select(SENTENCE)] == [
                cas.sofa_string[span.start : span.end] for span in boundaries(cas.sofa_string, Unit.SENTENCE)
            ]
            assert len(cas.select(TOKEN)) == len(boundaries(cas.sofa_string, Unit.WORD))
            (source,) = cas.select(SOURCE)
            assert (source.segmenter_version, source.offset_unit) == (SEGMENTER_VERSION, "utf-16-code-unit")
            (described,) = cas.select(META_DATA)
            assert described.documentUri == f"urn:sha256:{source.text_sha256}"
    assert found == Counter(
        (corpus.texts[each.document], each.coder, each.code, str(each.span.start), str(each.span.end))
        for annotations in corpus.annotations.values()
        for each in annotations
    )


@settings(max_examples=20)
@given(corpora(), st.booleans())
def test_the_same_corpus_gives_the_same_bytes(corpus: Corpus, as_json: bool) -> None:
    assert _written(corpus, as_json) == _written(corpus, as_json)


def test_offsets_on_disk_count_utf_16(tmp_path: Path) -> None:
    write_cas(corpus_of("\U0001f600 two", (2, 5)), tmp_path / "out")
    root = ElementTree.parse(tmp_path / "out" / "Anna" / "a.xmi").getroot()
    (coding,) = [each for each in root if each.tag.endswith("Coding")]
    assert (coding.get("begin"), coding.get("end"), coding.get("quote")) == ("3", "6", "two")


def test_control_characters_go_out_as_json_and_it_is_said(tmp_path: Path) -> None:
    findings = write_cas(corpus_of("One\x0ctwo", (0, 3)), tmp_path / "out")
    assert [(each.kind.value, each.count) for each in findings] == [("noted", len(CODERS))]
    assert sorted(each.suffix for each in (tmp_path / "out" / "Anna").iterdir()) == [".json"]
    findings = write_cas(corpus_of("One two", (0, 3), memo="\x01"), tmp_path / "two")
    assert [each.count for each in findings] == [1]
    assert write_cas(corpus_of("One\x0ctwo", (0, 3)), tmp_path / "three", as_json=True) == ()


def test_what_the_format_cannot_hold_is_told(tmp_path: Path) -> None:
    findings = write_cas(with_regions(corpus_of("One two", (0, 3))), tmp_path / "out")
    assert [(each.kind.value, each.count) for each in findings] == [("dropped", 1), ("dropped", 2)]
    assert sorted(each.parent.name for each in (tmp_path / "out").rglob("*.xmi")) == ["Anna", "anna_2"]
    assert re.search(rb"attribute_tone", (tmp_path / "out" / "TypeSystem.xml").read_bytes())
