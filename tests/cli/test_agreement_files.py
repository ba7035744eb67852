# SPDX-License-Identifier: MIT
"""``annotator agreement`` without a project: the worked examples, through CSV files and JSON, as a reader would."""

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cli.conftest import Answer

Call = Callable[..., Answer]

FIXTURES = Path(__file__).parents[1] / "agreement" / "fixtures"
_SUFFIXES = (":se_gwet", ":ci95_gwet")
_COUNTS = {"chars_coded_by_each", "n_units_characters", "n_units"}


def fixtures(kind: str) -> list[Any]:
    return list(_fixtures(kind))


def _fixtures(kind: str) -> Iterator[Any]:
    for path in sorted(FIXTURES.glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["kind"] == kind:
            yield pytest.param(content, id=path.stem)


def write(path: Path, header: list[str], rows: list[list[object]]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)
    return path


def matrix_file(folder: Path, content: dict[str, Any]) -> Path:
    values, counts = content["input"]["values"], content["input"]["counts"]
    coders = [f"coder {place + 1}" for place in range(len(values[0]))]
    rows = [["" if value is None else value for value in row] for row in values]
    if counts is None:
        return write(folder / "matrix.csv", coders, rows)
    counted = [[*row, count] for row, count in zip(rows, counts, strict=True)]
    return write(folder / "matrix.csv", [*coders, "count"], counted)


def holds_sets(content: dict[str, Any]) -> bool:
    """Whether cells hold sets: a cell of a CSV file holds one value."""
    return any(isinstance(value, list) for row in content["input"]["values"] for value in row)


SINGLE_VALUED = [each for each in fixtures("reliability_matrix") if not holds_sets(each.values[0])]


@pytest.mark.parametrize("content", SINGLE_VALUED)
def test_every_figure_of_a_matrix(content: dict[str, Any], tmp_path: Path, call: Call) -> None:
    categories = ["--categories", content["q_categories"]] if content["q_categories"] else []
    answer = call("agreement", "--matrix", matrix_file(tmp_path, content), *categories, "--all", "--json").json
    found = {result["measure"]: result for result in answer}
    seen = 0
    for expect in content["expect"]:
        measure = expect["measure"]
        if measure.endswith(":ci95_gwet"):
            interval = found[measure.removesuffix(":ci95_gwet")]["interval"]
            got: Any = [interval["low"], interval["high"]]
            assert (interval["level"], interval["method"]) == (0.95, "gwet_standard_error")
        else:
            got = found[measure]["value"]
        if expect["exact"] is None:
            assert got is None
            assert found[measure]["reason"].startswith("undefined (")
        else:
            assert got == pytest.approx(expect["exact"], rel=0, abs=expect["tol"])
        seen += 1
    assert seen


def spans_files(folder: Path, content: dict[str, Any]) -> list[object]:
    """Write spans, lengths and excluded stretches, every document shifted to begin at 0."""
    given = content["input"]
    begins = {document["id"]: document["begin"] for document in given["documents"]}
    spans = [
        [home, coder, start - begins[home], end - begins[home], code]
        for home, coder, start, end, code in given["spans"]
    ]
    lengths = [[document["id"], document["end"] - document["begin"]] for document in given["documents"]]
    arguments: list[object] = [
        "--spans", write(folder / "spans.csv", ["document", "coder", "start", "end", "code"], spans),
        "--lengths", write(folder / "lengths.csv", ["document", "length"], lengths),
    ]  # fmt: skip
    excluded = [[home, start - begins[home], end - begins[home]] for home, start, end in given.get("excluded", [])]
    if excluded:
        arguments += ["--excluded", write(folder / "excluded.csv", ["document", "start", "end"], excluded)]
    silent = set(given["coders"]) - {row[1] for row in spans}
    for coder in sorted(silent):
        arguments += ["--silent-coder", coder]
    for code in given.get("codes", []):
        arguments += ["--code", code]
    return arguments


def measured(call: Call, arguments: list[object], *names: str) -> list[dict[str, Any]]:
    chosen = [word for name in names for word in ("--measure", name)]
    return list(call("agreement", *arguments, *chosen, "--interval", "none", "--json").json)


@pytest.mark.parametrize("content", [*fixtures("character_level"), *fixtures("units"), *fixtures("span_f1")])
def test_every_figure_of_spans(content: dict[str, Any], tmp_path: Path, call: Call) -> None:
    arguments = spans_files(tmp_path, content)
    names = {expect["measure"].removeprefix("char_") for expect in content["expect"]} - _COUNTS
    answer = measured(call, arguments, *sorted(names))
    of_one = content["kind"] == "span_f1" and len(content["input"]["documents"]) > 1
    by_document = measured(call, [*arguments, "--by", "document"], *sorted(names)) if of_one else []
    for expect in content["expect"]:
        measure, code = expect["measure"].removeprefix("char_"), expect.get("code")
        if measure in _COUNTS:
            continue
        wanted = by_document if expect.get("document") else answer
        chosen = [
            result
            for result in wanted
            if result["code"] == code
            and (result["measure"] == measure or result["measure"].startswith(f"{measure}:"))
            and result["settings"].get("threshold") == expect.get("threshold", result["settings"].get("threshold"))
            and (expect.get("document") is None or result["documents"] == [expect["document"]])
        ]
        if measure.startswith("semeval_"):
            parts = {result["measure"].partition(":")[2]: result["value"] for result in chosen}
            for part in ("correct", "incorrect", "partial", "missed", "spurious", "precision", "recall", "f1"):
                assert parts[part] == pytest.approx(expect[part])
            continue
        [found] = chosen
        if expect["exact"] is None:
            assert found["value"] is None
            assert found["reason"].startswith("undefined (")
        else:
            assert found["value"] == pytest.approx(expect["exact"], rel=0, abs=expect["tol"])


def two_coders(folder: Path) -> list[object]:
    spans = [["d1", "Anna", 0, 10, "trust"], ["d1", "Ben", 2, 10, "trust"], ["d2", "Anna", 5, 9, "trust"]]
    return [
        "--spans", write(folder / "spans.csv", ["document", "coder", "start", "end", "code"], spans),
        "--lengths", write(folder / "lengths.csv", ["document", "length"], [["d1", 50], ["d2", 40]]),
    ]  # fmt: skip


def test_the_form_of_a_result(tmp_path: Path, call: Call) -> None:
    [result] = measured(call, two_coders(tmp_path), "krippendorff_alpha_nominal")
    assert list(result) == [
        "measure", "code", "unit", "coders", "documents", "n", "value", "status", "reason", "interval", "settings",
    ]  # fmt: skip
    assert (result["coders"], result["documents"], result["n"]) == (["Anna", "Ben"], ["d1", "d2"], 90)


def test_intervals_from_drawn_documents(tmp_path: Path, call: Call) -> None:
    asked = ["agreement", *two_coders(tmp_path), "--resamples", "300", "--seed", "7", "--json"]
    result = next(each for each in call(*asked).json if each["measure"] == "percent")
    assert result["interval"].keys() == {"low", "high", "level", "method", "resamples"}
    assert result["interval"]["resamples"] == 300
    assert result["settings"]["seed"] == 7
    assert call(*asked).out == call(*asked).out


@pytest.mark.parametrize("by", ["pair", "coder", "document"])
def test_pieces(by: str, tmp_path: Path, call: Call) -> None:
    found = call("agreement", *two_coders(tmp_path), "--by", by, "--measure", "percent", "--json").json
    assert [(each["coders"], each["documents"]) for each in found] == {
        "pair": [(["Anna", "Ben"], ["d1", "d2"])],
        "coder": [(["Anna", "Ben"], ["d1", "d2"]), (["Ben", "Anna"], ["d1", "d2"])],
        "document": [(["Anna", "Ben"], ["d1"]), (["Anna", "Ben"], ["d2"])],
    }[by]


def test_codes_can_be_chosen_and_one_that_nobody_used_named(tmp_path: Path, call: Call) -> None:
    asked = [*two_coders(tmp_path), "--code", "trust", "--code", "unused"]
    found = {each["code"]: each for each in measured(call, asked, "krippendorff_alpha_nominal")}
    assert list(found) == ["trust", "unused"]
    assert found["unused"]["value"] is None
    assert "nobody used this code in the 2 shared articles" in found["unused"]["reason"]


def test_words_for_people(tmp_path: Path, call: Call) -> None:
    out = call("agreement", *two_coders(tmp_path)).out
    assert out.startswith("Agreement of Anna and Ben, by character")
    assert "krippendorff_alpha_nominal" in out
    assert "95 % interval" in out


def test_ranked_coefficients_of_a_code_say_what_they_are(tmp_path: Path, call: Call) -> None:
    found = {
        each["measure"]: each for each in measured(call, two_coders(tmp_path), "cohen_kappa", "cohen_kappa_linear")
    }
    assert found["cohen_kappa"]["value"] == found["cohen_kappa_linear"]["value"]
    assert found["cohen_kappa_linear"]["reason"] == "a code is there or not, so this is cohen_kappa"
    assert found["cohen_kappa_linear"]["settings"]["weights"] == "linear"


def test_gwet_and_krippendorff_intervals(tmp_path: Path, call: Call) -> None:
    asked = ["agreement", *two_coders(tmp_path), "--measure", "krippendorff_alpha_nominal", "--json"]
    [own] = call(*asked, "--interval", "krippendorff").json
    assert own["interval"]["method"] == "krippendorff_bootstrap"
    [by_character] = call(*asked, "--interval", "gwet").json
    assert by_character["interval"] is None
    by_document = ["agreement", *two_coders(tmp_path), "--unit", "document", "--measure", "gwet_ac1", "--json"]
    [gwet] = call(*by_document, "--interval", "gwet").json
    assert gwet["interval"]["method"] == "gwet_standard_error"


def test_every_measure_is_explained(call: Call) -> None:
    listed = call("agreement", "--list", "--json").json
    assert len({each["measure"] for each in listed}) == len(listed) > 35
    assert all(each["label"] and each["explanation"].endswith(".") and each["reference"] for each in listed)
    assert "gwet_ac1\n    Gwet's AC1. " in call("agreement", "--list").out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Name one of a project, --matrix FILE or --spans FILE; this names none of them."),
        (["x.annotator", "--matrix", "m.csv"], "this names a project and --matrix"),
        (["--matrix", "m.csv", "--lengths", "l.csv"], "--lengths goes with --spans, not with --matrix."),
        (["x.annotator", "--categories", "3"], "--categories goes with --matrix, not with a project."),
        (["--spans", "s.csv"], "the lengths of the documents are needed"),
        (["--spans", "s.csv", "--metric", "ordinal"], "--metric goes with --matrix, not with --spans."),
        (["--spans", "s.csv", "--round", "second"], "--round goes with a project, not with --spans."),
        (["--spans", "s.csv", "--separate-duplicates"], "--separate-duplicates goes with a project"),
        (["--spans", "s.csv", "--by", "batch"], "only a project knows"),
        (["--matrix", "m.csv", "--coder", "A"], "--coder goes with a project or --spans, not with --matrix."),
        (["--matrix", "m.csv", "--unit", "sentence"], "--unit goes with a project or --spans, not with --matrix."),
        (["--matrix", "m.csv", "--by", "pair"], "--by goes with a project or --spans, not with --matrix."),
        (["--matrix", "m.csv", "--kept"], "--kept goes with a project, not with --matrix."),
        (["--matrix", "m.csv", "--silent-coder", "A"], "--silent-coder goes with --spans, not with --matrix."),
        (["--matrix", "m.csv", "--keep", ""], "--keep goes with a project, not with --matrix."),
    ],
)
def test_what_does_not_go_together(arguments: list[str], sentence: str, call: Call) -> None:
    answer = call("agreement", *arguments)
    assert answer.code == 2
    assert sentence in answer.err


def test_an_option_left_as_it_is_asks_for_nothing(tmp_path: Path, call: Call) -> None:
    plain = call("agreement", *two_coders(tmp_path), "--json").json
    assert call("agreement", *two_coders(tmp_path), "--metric", "nominal", "--round", "main", "--json").json == plain


def test_a_coder_or_code_named_twice_is_named_once(tmp_path: Path, call: Call) -> None:
    once = ["--coder", "Anna", "--coder", "Ben", "--code", "trust"]
    asked = call("agreement", *two_coders(tmp_path), *once, "--all", "--json").json
    assert call("agreement", *two_coders(tmp_path), *once, *once, "--all", "--json").json == asked


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--measure", "kapa"], "No measure is called “kapa”"),
        (["--coder", "Zoe"], "Nobody in the spans is called “Zoe”. Its coders are: Anna, Ben."),
        (["--unit", "sentence"], "--units"),
        (["--level", "1.5"], "level lies between 0 and 1"),
        (["--seed", "-1"], "A seed is a whole number"),
    ],
)
def test_what_cannot_be_asked(words: list[str], sentence: str, tmp_path: Path, call: Call) -> None:
    answer = call("agreement", *two_coders(tmp_path), *words)
    assert answer.code == 2
    assert sentence in answer.err


@pytest.mark.parametrize(
    ("name", "text", "line", "code"),
    [
        ("matrix", "A,B\n1\n", "line 2", 1),
        ("matrix", "A,A\n1,1\n", "line 1", 1),
        ("matrix", "A\n1\n", "line 1", 1),
        ("spans", "document,coder,start,end,code\nd1,Anna,0,99,t\nd1,Ben,0,2,t\n", "line 2", 1),
        ("spans", "document,coder,start,end,code\nd1,Anna,x,9,t\nd1,Ben,0,2,t\n", "line 2", 1),
        ("spans", "document,coder,start,end,code\nd9,Anna,0,9,t\nd1,Ben,0,2,t\n", "line 2", 1),
        ("spans", "document,coder,start,end,code\nd1,Anna,0,9,t\n", "one coder only", 1),
    ],
)
def test_bad_files_are_refused_with_file_and_line(
    name: str, text: str, line: str, code: int, tmp_path: Path, call: Call
) -> None:
    path = tmp_path / f"{name}.csv"
    path.write_text(text, encoding="utf-8")
    lengths = ["--lengths", write(tmp_path / "lengths.csv", ["document", "length"], [["d1", 50]])]
    answer = call("agreement", f"--{name}", path, *(lengths if name == "spans" else []))
    assert answer.code == code
    assert line in answer.err
    assert f"{name}.csv" in answer.err
    assert "Traceback" not in answer.err
