# SPDX-License-Identifier: MIT
"""Names as a report says them: machine-made and retired are said, what is unknown keeps its identity."""

from dataclasses import replace

from reports import made_study

from annotator.domain import Codebook
from annotator.reports.report_source import of_code


def test_a_machine_made_coder_says_so_once() -> None:
    source = made_study.source()
    assert source.coder_name("n") == "Novák"
    assert source.coder_name("m") == "Trial coder (machine-made)"
    named = replace(made_study.CODERS[3], name="Trial coder 1 (Machine-made)")
    assert made_study.source(coders=(named,)).coder_name("m") == "Trial coder 1 (Machine-made)"


def test_what_is_unknown_keeps_its_identity() -> None:
    source = made_study.source()
    assert (source.coder_name("x"), source.code_name("y"), source.heading("z")) == ("x", "y", "z")
    assert source.code_name(None) == "all codes"


def test_a_retired_code_says_so() -> None:
    codes = tuple(replace(code, retired=code.id == "quote") for code in made_study.CODES)
    assert made_study.source(codebook=Codebook(codes)).code_name("quote") == "Expert quote (retired)"


def test_units_are_nouns_of_the_reader() -> None:
    source = made_study.source()
    assert source.unit == "character"
    assert [source.noun(each) for each in source.units] == ["character", "sentence"]
    assert made_study.source(beside=None).units == (source.figures,)


def test_results_are_found_by_measure_and_code() -> None:
    results = made_study.measured().results
    found = of_code(results, "percent", code="trust")
    assert found is not None
    assert (found.measure, found.code) == ("percent", "trust")
    assert of_code(results, "percent", code="x") is None
