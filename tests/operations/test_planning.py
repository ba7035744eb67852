# SPDX-License-Identifier: MIT
"""What a reliability study needs, from measured shares or expected ones, and the draw of its articles."""

import csv

import pytest
from operations.replicas import ANNA, BEN, MARA, TEXTS

from annotator import operations
from annotator.domain import Span, UsageError
from annotator.operations.importing import Metadata
from annotator.store import queries

OUTLETS = ["Daily"] * 6 + ["Weekly"] * 3 + [""]
DATES = ["2024-10-08"] * 4 + ["2024-11-30", "2024", "about 2024", "", "2024-10", "1999-01-01"]


@pytest.fixture
def coded(project, documents, codes):
    """Both coders finished one article; one of its two sentences is trust for both, speculation is nobody's."""
    for coder in (ANNA, BEN):
        operations.add_coder(project, author=MARA.id, coder=coder)
        operations.annotate(
            project, coder=coder.id, document=documents["plain.txt"].id, code=codes["trust"], span=Span.of(0, 7)
        )
        operations.finish(project, coder=coder.id, document=documents["plain.txt"].id)
    return project


@pytest.fixture
def many(project, tmp_path):
    """Twelve articles: the two of the project and ten with outlets and dates, two of them nearly the same."""
    names = [f"{place}.txt" for place in range(10)]
    for place, name in enumerate(names):
        begin = 0 if place == 1 else 1000 * place
        text = " ".join(f"word{number}" for number in range(begin, begin + 100 + place))
        (tmp_path / name).write_text(text)
    metadata = {
        name: Metadata(outlet=outlet, author="A. B." if outlet else "", date=date)
        for name, outlet, date in zip(names, OUTLETS, DATES, strict=True)
    }
    operations.import_texts(project, author=MARA.id, paths=[tmp_path / name for name in names], metadata=metadata)
    return project


def test_measured_shares_and_what_is_not_known(coded):
    plan = operations.plan_sample(coded, minimum_alphas=(0.667,))
    rows = {row.code.short_name: row for row in plan.rows}
    trust, speculation = rows["trust"], rows["speculation"]
    assert (trust.prevalence, trust.have, trust.is_expected, trust.reason) == (0.5, 2, False, "")
    assert [(need.minimum_alpha, need.units) for need in trust.needs] == [(0.667, 60)]
    assert (speculation.prevalence, speculation.needs) == (0, ())
    assert speculation.reason == "set an expected share: nobody used it in the articles that two coders finished"
    assert plan.shared == 1


def test_an_expected_share_stands_where_none_was_measured(coded):
    plan = operations.plan_sample(coded, prevalence=0.25, codes=("speculation", "trust"))
    speculation, trust = plan.rows
    assert (speculation.is_expected, speculation.prevalence) == (True, 0.25)
    assert [need.units for need in speculation.needs] == [81, 139]
    assert (trust.is_expected, trust.prevalence) == (False, 0.5)


def test_before_anything_is_finished(project):
    plan = operations.plan_sample(project, codes=("trust",))
    assert plan.rows[0].reason == "set an expected share: it is not known until two coders have finished an article"
    assert operations.plan_sample(project, codes=("trust",), prevalence=0.02).rows[0].needs[1].units == 1363


def test_a_code_on_everything_says_nothing_either(coded):
    plan = operations.plan_sample(coded, codes=("trust",), unit="document")
    assert plan.rows[0].prevalence == 1
    assert plan.rows[0].reason.startswith("set an expected share: everyone put it everywhere")


@pytest.mark.parametrize("unit", ["character", "sentence", "document"])
def test_articles_are_reckoned_from_their_mean_size(project, unit):
    plan = operations.plan_sample(project, prevalence=0.25, codes=("trust",), unit=unit)
    mean = {"character": sum(map(len, TEXTS.values())) / 2, "sentence": plan.units_per_document, "document": 1}[unit]
    assert plan.units_per_document == mean
    assert [need.documents for need in plan.rows[0].needs] == [-(-81 // mean), -(-139 // mean)]


def test_without_a_project():
    plan = operations.plan_for_share(prevalence=0.05, units_per_document=40)
    assert [(need.units, need.documents) for need in plan.rows[0].needs] == [(330, 9), (560, 14)]
    assert plan.rows[0].code is None
    alone = operations.plan_for_share(prevalence=0.05, coders=3, confidence=0.9, minimum_alphas=(0.8,))
    assert alone.rows[0].needs[0].documents is None


@pytest.mark.parametrize(
    "wrong", [{"prevalence": 1.5}, {"prevalence": 0}, {"confidence": 95}, {"coders": 1}, {"minimum_alphas": (1,)}]
)
def test_numbers_that_mean_nothing(wrong):
    with pytest.raises(UsageError, match=r"No sample size follows from this: .* is not a"):
        operations.plan_for_share(**{"prevalence": 0.1, **wrong})


def test_codes_and_units_that_are_none(project):
    with pytest.raises(UsageError, match="no code called “trsut”"):
        operations.plan_sample(project, codes=("trsut",))
    with pytest.raises(UsageError, match="syllable"):
        operations.plan_sample(project, unit="syllable")


def test_a_draw_is_repeatable_and_holds_the_smaller_one(many):
    drawn = operations.draw_sample(many, documents=5, seed=4)
    assert drawn == operations.draw_sample(many, documents=5, seed=4)
    assert len({document.id for document in drawn.documents}) == 5
    assert operations.draw_sample(many, documents=9, seed=4).documents[:5] == drawn.documents
    assert operations.draw_sample(many, documents=12, seed=5).documents != (
        operations.draw_sample(many, documents=12, seed=4).documents
    )


@pytest.mark.parametrize(
    ("by", "strata"),
    [
        ("outlet", {"Daily": (6, 3), "Weekly": (3, 2), "not given": (3, 1)}),
        ("author", {"A. B.": (9, 5), "not given": (3, 1)}),
        ("month", {"1999-01": (1, 1), "2024": (1, 1), "2024-10": (5, 1), "2024-11": (1, 1), "not given": (4, 2)}),
    ],
)
def test_strata(many, by, strata):
    drawn = operations.draw_sample(many, documents=6, by=by)
    assert {each.name: each.size for each in drawn.strata} == {name: size for name, (size, _) in strata.items()}
    assert sum(each.drawn for each in drawn.strata) == 6
    assert all(each.drawn >= 1 for each in drawn.strata)
    for each in drawn.strata:
        assert drawn.stratum_of.count(each.name) == each.drawn


def test_of_near_identical_articles_one_is_drawn(many):
    drawn = operations.draw_sample(many, documents=11, near_identical="one")
    assert len({"0.txt", "1.txt"} & {document.name for document in drawn.documents}) == 1
    with pytest.raises(UsageError, match="from 1 to 11 of the 11 documents can be drawn, not 12"):
        operations.draw_sample(many, documents=12, near_identical="one")


def test_draws_that_cannot_be(many):
    for wrong in ({"documents": 0}, {"documents": 13}, {"documents": -1}, {"documents": 2, "by": "outlet"}):
        with pytest.raises(UsageError, match="cannot be drawn"):
            operations.draw_sample(many, **wrong)
    with pytest.raises(UsageError, match="not by “weather”"):
        operations.draw_sample(many, documents=2, by="weather")
    with pytest.raises(UsageError, match="each or one, not “none”"):
        operations.draw_sample(many, documents=2, near_identical="none")


def test_nothing_is_written_into_the_project(many):
    before = operations.info(many).journal_digest
    operations.draw_sample(many, documents=3, by="outlet")
    operations.plan_sample(many, prevalence=0.1)
    assert operations.info(many).journal_digest == before


def test_the_list_as_a_table(many, tmp_path):
    drawn = operations.draw_sample(many, documents=4, by="outlet")
    assert operations.export_sample(drawn, path=tmp_path / "sample.csv") == 4
    with (tmp_path / "sample.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["document"] for row in rows] == [document.name for document in drawn.documents]
    assert [row["draw"] for row in rows] == ["1", "2", "3", "4"]
    assert [row["stratum"] for row in rows] == list(drawn.stratum_of)
    known = {document.text_sha256 for document in queries.documents(many.live)}
    assert {row["sha256"] for row in rows} <= known
