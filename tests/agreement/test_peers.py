# SPDX-License-Identifier: MIT
"""Our values against those of other programs, on random matrices where both are defined.

The programs serve tests only and are never shipped; where one is not installed its tests are skipped.
"""

from collections.abc import Iterator

import numpy as np
import pytest
from agreement.matrices import LIKERT, Rows, declared

from annotator.agreement import Result, Status
from annotator.agreement.matrix_measuring import measure_matrix

TOLERANCE = 1e-9
SEEDS = range(12)


def random_rows(seed: int, *, coders: int, units: int = 25, missing: float = 0.0) -> Rows:
    """Coders who agree somewhat; the last rows hold every category, so that nobody has to be told of them."""
    generator = np.random.default_rng(seed)
    truth = generator.choice(LIKERT, size=units)
    rows: Rows = []
    for value in truth.tolist():
        told = np.where(generator.random(coders) < 0.6, value, generator.choice(LIKERT, size=coders))
        rows.append([None if generator.random() < missing else int(each) for each in told])
    return rows + [[category] * coders for category in LIKERT]


def ours(rows: Rows) -> dict[str, Result]:
    coders = tuple(f"coder {number}" for number in range(len(rows[0])))
    return {result.measure: result for result in measure_matrix(declared(rows), coders=coders)}


def equals(rows: Rows, theirs: dict[str, float]) -> None:
    found = ours(rows)
    assert {name: found[name].value for name in theirs} == pytest.approx(theirs, abs=TOLERANCE)


@pytest.mark.parametrize("seed", SEEDS)
def test_scikit_learn(seed: int) -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    rows = random_rows(seed, coders=2)
    first, second = zip(*rows, strict=True)
    theirs = {
        "cohen_kappa": metrics.cohen_kappa_score(first, second),
        "cohen_kappa_linear": metrics.cohen_kappa_score(first, second, weights="linear"),
        "cohen_kappa_quadratic": metrics.cohen_kappa_score(first, second, weights="quadratic"),
    }
    equals(rows, theirs)


@pytest.mark.parametrize("seed", SEEDS)
def test_statsmodels(seed: int) -> None:
    inter_rater = pytest.importorskip("statsmodels.stats.inter_rater")
    rows = random_rows(seed, coders=2)
    table = inter_rater.to_table(np.array(rows) - 1, bins=5)[0]
    equals(
        rows,
        {
            "cohen_kappa": inter_rater.cohens_kappa(table).kappa,
            "cohen_kappa_linear": inter_rater.cohens_kappa(table, wt="linear").kappa,
            "cohen_kappa_quadratic": inter_rater.cohens_kappa(table, wt="quadratic").kappa,
        },
    )
    of_four = random_rows(seed, coders=4)
    counted = inter_rater.aggregate_raters(np.array(of_four))[0]
    equals(
        of_four,
        {
            "fleiss_kappa": inter_rater.fleiss_kappa(counted),
            "brennan_prediger": inter_rater.fleiss_kappa(counted, method="randolph"),
        },
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_statsmodels_errors_with_n_below(seed: int) -> None:
    inter_rater = pytest.importorskip("statsmodels.stats.inter_rater")
    rows = random_rows(seed, coders=2)
    table = inter_rater.to_table(np.array(rows) - 1, bins=5)[0]
    found = ours(rows)
    for name, weights in (
        ("cohen_kappa", None),
        ("cohen_kappa_linear", "linear"),
        ("cohen_kappa_quadratic", "quadratic"),
    ):
        error = found[f"{name}:se_gwet"].value
        assert error is not None
        asymptotic = error * np.sqrt((len(rows) - 1) / len(rows))
        assert asymptotic == pytest.approx(inter_rater.cohens_kappa(table, wt=weights).std_kappa, rel=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_nltk(seed: int) -> None:
    agreement = pytest.importorskip("nltk.metrics.agreement")
    rows = random_rows(seed, coders=2)
    task = agreement.AnnotationTask(data=list(triples(rows)))
    theirs = {
        "percent_items": task.avg_Ao(),
        "cohen_kappa": task.kappa(),
        "scott_pi": task.pi(),
        "brennan_prediger": task.S(),
        "krippendorff_alpha_nominal": task.alpha(),
    }
    equals(rows, theirs)
    of_four = random_rows(seed, coders=4)
    task = agreement.AnnotationTask(data=list(triples(of_four)))
    equals(of_four, {"conger_kappa": task.multi_kappa(), "fleiss_kappa": task.pi()})


def triples(rows: Rows) -> Iterator[tuple[str, str, str]]:
    for unit, row in enumerate(rows):
        for coder, value in enumerate(row):
            yield f"coder {coder}", f"unit {unit}", str(value)


@pytest.mark.parametrize("missing", [0.0, 0.3])
@pytest.mark.parametrize("seed", SEEDS)
def test_krippendorff(seed: int, missing: float) -> None:
    krippendorff = pytest.importorskip("krippendorff")
    rows = random_rows(seed, coders=4, missing=missing)
    data = np.array([[np.nan if value is None else value for value in row] for row in rows]).T
    theirs = {
        f"krippendorff_alpha_{metric}": krippendorff.alpha(reliability_data=data, level_of_measurement=metric)
        for metric in ("nominal", "ordinal", "interval", "ratio")
    }
    equals(rows, theirs)


IRRCAC = {
    "brennan_prediger": ("bp", "identity"),
    "fleiss_kappa": ("fleiss", "identity"),
    "conger_kappa": ("conger", "identity"),
    "gwet_ac1": ("gwet", "identity"),
    "gwet_ac2_linear": ("gwet", "linear"),
    "gwet_ac2_quadratic": ("gwet", "quadratic"),
    "krippendorff_alpha_nominal": ("krippendorff", "identity"),
    "krippendorff_alpha_interval": ("krippendorff", "quadratic"),
}
"""The name of the method there, and of its weights."""


@pytest.mark.filterwarnings("ignore:\\nA value is trying to be set on a copy:Warning")
@pytest.mark.parametrize("missing", [0.0, 0.3])
@pytest.mark.parametrize("seed", SEEDS)
def test_irr_cac_values_errors_and_intervals(seed: int, missing: float) -> None:
    raw, pandas = pytest.importorskip("irrCAC.raw"), pytest.importorskip("pandas")
    rows = random_rows(seed, coders=4, missing=missing)
    frame = pandas.DataFrame([[np.nan if value is None else float(value) for value in row] for row in rows])
    found = ours(rows)
    for name, (method, weights) in IRRCAC.items():
        cac = raw.CAC(frame, weights=weights, categories=[float(value) for value in LIKERT], digits=15)
        theirs = getattr(cac, method)()["est"]
        interval = found[name].interval
        assert interval is not None
        assert found[name].value == pytest.approx(theirs["coefficient_value"], abs=TOLERANCE), name
        assert found[f"{name}:se_gwet"].value == pytest.approx(theirs["se"], abs=TOLERANCE), name
        assert [interval.low, interval.high] == pytest.approx(theirs["confidence_interval"], abs=1e-6), name


ALL_THE_SAME: Rows = [[2, 2]] * 5


def test_no_variation_where_nltk_gives_one() -> None:
    agreement = pytest.importorskip("nltk.metrics.agreement")
    task = agreement.AnnotationTask(data=list(triples(ALL_THE_SAME)))
    assert [task.kappa(), task.pi(), task.multi_kappa(), task.alpha()] == [1.0] * 4
    undefined("cohen_kappa", "scott_pi", "conger_kappa", "krippendorff_alpha_nominal")


def test_no_variation_where_krippendorff_fails() -> None:
    krippendorff = pytest.importorskip("krippendorff")
    with pytest.raises(ValueError, match="more than one value"):
        krippendorff.alpha(reliability_data=np.array(ALL_THE_SAME).T, level_of_measurement="nominal")
    undefined(*(f"krippendorff_alpha_{metric}" for metric in ("nominal", "ordinal", "interval", "ratio")))


@pytest.mark.filterwarnings("ignore:invalid value encountered:RuntimeWarning")
@pytest.mark.filterwarnings("ignore:A single label was found:UserWarning")
@pytest.mark.filterwarnings("ignore:.*cohen_kappa_score. is undefined:UserWarning")
def test_no_variation_where_scikit_learn_and_statsmodels_give_nan() -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    inter_rater = pytest.importorskip("statsmodels.stats.inter_rater")
    first, second = zip(*ALL_THE_SAME, strict=True)
    assert np.isnan(metrics.cohen_kappa_score(first, second))
    assert np.isnan(inter_rater.fleiss_kappa(np.array([[0, 2]] * 5)))
    undefined("cohen_kappa", "cohen_kappa_linear", "cohen_kappa_quadratic", "fleiss_kappa")


def undefined(*names: str) -> None:
    found = ours(ALL_THE_SAME)
    for name in names:
        assert (found[name].value, found[name].status) == (None, Status.NO_VARIATION)
        assert found[name].reason == "undefined (no variation: all values of 5 units are the same)"
