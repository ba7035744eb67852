# SPDX-License-Identifier: MIT
"""The list of formats against what the verbs write."""

from annotator.operations import StatisticsFormat
from annotator.operations.corpus_export import CORPUS_FORMATS
from annotator.ui.exporting.formats import CODEBOOK, FORMATS, GROUPS, STATISTICS, Option


def test_every_format_of_the_verbs_is_offered_or_is_a_variant_of_one() -> None:
    variants = {"zsav", "cas_json"}
    assert set(FORMATS) == {*StatisticsFormat, *CORPUS_FORMATS, CODEBOOK} - variants
    assert {*StatisticsFormat} - variants == STATISTICS


def test_every_format_says_what_it_holds_and_what_not() -> None:
    for each in FORMATS.values():
        assert each.holds.endswith(".")
        assert each.cannot.endswith(".")
        assert each.files


def test_single_articles_are_no_choice_of_statistics() -> None:
    for each in FORMATS.values():
        is_corpus = each.name not in STATISTICS and each.name != CODEBOOK
        assert (Option.DOCUMENTS in each.options) is is_corpus
    assert len(GROUPS) == 5
