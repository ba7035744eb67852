# SPDX-License-Identifier: MIT
"""Agreement of files alone: the published matrices written as CSV, spans as tables, and what cannot be measured."""

import json
from pathlib import Path
from typing import Any

import pytest

from annotator.agreement import DocumentCodings, Result, Status
from annotator.agreement.matrix_measuring import MATRIX_MEASURES
from annotator.agreement.measuring import measure
from annotator.domain import Refused, UsageError
from annotator.operations.loose_agreement import SpanFiles, matrix_results, spans_codings

FIXTURES = Path(__file__).parents[1] / "agreement" / "fixtures"
MATRICES = sorted(path for path in FIXTURES.glob("matrix_*.json") if path.stem != "matrix_sets_dkpro")

SPANS = "document,coder,start,end,code\nd1,A,0,10,trust\nd1,B,5,15,trust\nd1,B,5,15,trust\nd2,A,0,4,doubt\n"


def _matrix(folder: Path, text: str, **arguments: Any) -> dict[str, Result]:
    (folder / "m.csv").write_text(text, encoding="utf-8")
    return {result.measure: result for result in matrix_results(folder / "m.csv", **arguments)}


def _as_csv(content: dict[str, Any]) -> str:
    values, counts = content["input"]["values"], content["input"]["counts"]
    lines = [",".join(["count", *(f"coder {number}" for number in range(len(values[0])))])]
    for place, row in enumerate(values):
        cells = ["" if value is None else str(value) for value in row]
        lines.append(",".join([str(counts[place] if counts else 1), *cells]))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("path", MATRICES, ids=lambda path: path.stem)
def test_published_matrices_as_files(path: Path, tmp_path: Path) -> None:
    content = json.loads(path.read_text(encoding="utf-8"))
    found = _matrix(tmp_path, _as_csv(content), measures=None, categories=content["q_categories"] or 0)
    compared = 0
    for expect in content["expect"]:
        if expect["measure"] not in found:
            continue
        value = found[expect["measure"]].value
        if expect["exact"] is None:
            assert value is None, expect["measure"]
        else:
            assert value == pytest.approx(expect["exact"], abs=expect["tol"]), expect["measure"]
        compared += 1
    assert compared >= 3


@pytest.mark.parametrize(
    ("metric", "alpha"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_the_metric_chooses_the_alpha(metric: str, alpha: float, tmp_path: Path) -> None:
    """Krippendorff 2011, example C, with missing values."""
    content = json.loads((FIXTURES / "matrix_krippendorff2011_C_missing.json").read_text(encoding="utf-8"))
    found = _matrix(tmp_path, _as_csv(content), metric=metric)
    assert [name for name in found if name.startswith("krippendorff")] == [f"krippendorff_alpha_{metric}"]
    assert found[f"krippendorff_alpha_{metric}"].value == pytest.approx(alpha, abs=5e-4)
    assert ("gwet_ac2_linear" in found) is (metric != "nominal")
    assert "cohen_kappa" not in found
    assert found["percent_items"].coders == ("coder 0", "coder 1", "coder 2", "coder 3")


def test_measures_by_name(tmp_path: Path) -> None:
    text = "A,B\n1,1\n2,2\n1,2\n"
    assert list(_matrix(tmp_path, text, measures=("scott_pi", "percent_items"))) == ["percent_items", "scott_pi"]
    assert set(_matrix(tmp_path, text, measures=None)) == set(MATRIX_MEASURES)
    with pytest.raises(UsageError, match=r"m\.csv: .*kappa is no measure"):
        _matrix(tmp_path, text, measures=("kappa",))
    with pytest.raises(UsageError, match="of two coders, not of 3"):
        _matrix(tmp_path, "A,B,C\n1,1,2\n", measures=("cohen_kappa",))


def test_the_codebook_may_have_more_categories(tmp_path: Path) -> None:
    text = "A,B\nx,x\nx,y\ny,y\nx,x\n"
    assert _matrix(tmp_path, text)["brennan_prediger"].value == pytest.approx((0.75 - 1 / 2) / (1 - 1 / 2))
    assert _matrix(tmp_path, text, categories=4)["brennan_prediger"].value == pytest.approx(
        (0.75 - 1 / 4) / (1 - 1 / 4)
    )
    with pytest.raises(UsageError, match="1 categories are declared and 2 occur"):
        _matrix(tmp_path, text, categories=1)
    with pytest.raises(UsageError, match="cannot have -2"):
        _matrix(tmp_path, text, categories=-2)


def test_numbers_are_one_value_however_written_and_names_stay_names(tmp_path: Path) -> None:
    assert _matrix(tmp_path, "A,B\n1,1.0\n2,+2\n")["percent_items"].value == 1
    assert _matrix(tmp_path, "A,B\n01,1\n2,2\n")["percent_items"].value == 0.5
    assert _matrix(tmp_path, "A,B\n1e999,1\n2,2\n")["percent_items"].value == 0.5


def test_words_have_an_order_where_it_is_given(tmp_path: Path) -> None:
    words = "A,B\nlow,low\nhigh,middle\nmiddle,middle\nlow,high\n"
    numbers = "A,B\n1,1\n3,2\n2,2\n1,3\n"
    by_words = _matrix(tmp_path, words, metric="ordinal", scale=("low", "middle", "high"))
    by_numbers = _matrix(tmp_path, numbers, metric="ordinal")
    assert [each.value for each in by_words.values()] == [each.value for each in by_numbers.values()]
    with pytest.raises(UsageError, match="'high' is not there"):
        _matrix(tmp_path, words, metric="ordinal", scale=("low", "middle"))
    with pytest.raises(UsageError, match="one is there twice"):
        _matrix(tmp_path, words, scale=("low", "middle", "high", "low"))


@pytest.mark.parametrize(
    ("metric", "text", "line", "words"),
    [
        ("ordinal", "A,B\n1,2\nlow,1\n", 3, "'low' is no number"),
        ("interval", "A;B\n1;2\n1,5;1\n", 3, "'1,5' is no number"),
        ("ratio", "A,B\n1,2\n1,-1\n", 3, "-1 is negative"),
        ("interval", "A,B\nnan,1\n", 2, "'nan' is no number"),
        ("interval", "A,B\n1e999,1\n", 2, "'1e999' is no number"),
    ],
)
def test_values_that_the_metric_cannot_take(metric: str, text: str, line: int, words: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        _matrix(tmp_path, text, metric=metric)
    assert caught.value.where == f"m.csv, line {line}"
    assert words in caught.value.sentence


def test_arguments_that_do_not_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nominal, ordinal, interval, ratio, not “cubic”"):
        _matrix(tmp_path, "A,B\n1,1\n", metric="cubic")
    with pytest.raises(UsageError, match="missing or a category, not “never”"):
        _matrix(tmp_path, "A,B\n1,1\n", na="never")
    assert _matrix(tmp_path, "A,B\n1,1\nNA,1\n", na="missing")["percent_items"].n == 1
    assert _matrix(tmp_path, "A,B\n1,1\nNA,1\n", na="category")["percent_items"].n == 2


def test_nothing_shared_is_a_reason_and_no_error(tmp_path: Path) -> None:
    found = _matrix(tmp_path, "A,B\n1,\n,2\n")
    assert {result.status for result in found.values()} == {Status.NO_UNITS}


def _files(folder: Path, spans: str = SPANS, **more: str) -> SpanFiles:
    texts = {"spans": spans, "lengths": "document,length\nd1,100\nd2,40\nd3,20\n", **more}
    for name, text in texts.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return SpanFiles(**{name: folder / f"{name}.csv" for name in texts})


def test_spans_become_codings(tmp_path: Path) -> None:
    read = spans_codings(_files(tmp_path, excluded="document,start,end\nd1,90,100\n"))
    assert (read.coders, read.codes) == (("A", "B"), ("doubt", "trust"))
    both = frozenset("AB")
    assert read.codings == (
        DocumentCodings(
            "d1", 100, both, {("A", "trust"): [(0, 10)], ("B", "trust"): [(5, 15), (5, 15)]}, excluded=[(90, 100)]
        ),
        DocumentCodings("d2", 40, both, {("A", "doubt"): [(0, 4)]}),
        DocumentCodings("d3", 20, both, {}),
    )
    found = {
        (each.measure, each.code): each
        for each in measure(read.codings, coders=read.coders, codes=read.codes, unit="character")
    }
    assert found["percent", "trust"].n == 150
    assert found["percent", "trust"].value == pytest.approx(140 / 150)
    assert found["positive_specific_agreement", "trust"].value == pytest.approx(0.5)
    assert found["cohen_kappa", "doubt"].value == 0


def test_other_units_need_their_bounds(tmp_path: Path) -> None:
    units = "document,start,end\nd1,0,50\nd1,50,100\nd2,0,40\nd3,0,20\n"
    read = spans_codings(_files(tmp_path, units=units), unit="sentence")
    assert [each.units for each in read.codings] == [[(0, 50), (50, 100)], [(0, 40)], [(0, 20)]]
    assert spans_codings(_files(tmp_path, units="no table"), unit="document").codings[0].units is None
    with pytest.raises(UsageError, match="nobody knows where a sentence begins"):
        spans_codings(_files(tmp_path), unit="sentence")
    with pytest.raises(UsageError, match="not by “syllable”"):
        spans_codings(_files(tmp_path), unit="syllable")


def test_one_coder_is_refused_and_a_silent_one_can_be_named(tmp_path: Path) -> None:
    files = _files(tmp_path, "document,coder,start,end,code\nd1,A,0,10,trust\n")
    with pytest.raises(Refused, match=r"spans\.csv: The table of spans names one coder only \('A'\)"):
        spans_codings(files)
    read = spans_codings(files, silent=("Z", "A"))
    assert (read.coders, read.codings[0].finished) == (("A", "Z"), frozenset("AZ"))
    with pytest.raises(Refused, match="names no coder"):
        spans_codings(_files(tmp_path, "document,coder,start,end,code\n"))


def test_a_fault_names_its_own_file(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"^spans\.csv, line 3: .*'d9' is not in the table of lengths"):
        spans_codings(_files(tmp_path, "document,coder,start,end,code\nd1,A,0,1,x\nd9,A,0,1,x\n"))
    with pytest.raises(Refused, match=r"^excluded\.csv, line 2: "):
        spans_codings(_files(tmp_path, excluded="document,start,end\nd1,0,101\n"))
    with pytest.raises(Refused, match=r"^lengths\.csv, line 1: There is no document"):
        spans_codings(_files(tmp_path, lengths="document,length\n"))
