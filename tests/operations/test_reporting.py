# SPDX-License-Identifier: MIT
"""A report from a project: what is gathered on one thread is computed on any, and the passages are quoted."""

import subprocess
import sys
import threading

import pytest
from operations.replicas import ANNA, BEN, MARA, TEXTS

from annotator import operations
from annotator.domain import Span, UsageError
from annotator.operations import AgreementChoice
from annotator.operations.reporting import LONGEST_QUOTE
from annotator.store import queries


@pytest.fixture
def coded(project, documents, codes):
    """Two coders who finished every article and differ in one of them."""
    for coder, spans in ((ANNA, [(0, 7)]), (BEN, [(0, 5)])):
        operations.add_coder(project, author=MARA.id, coder=coder)
        for start, end in spans:
            operations.annotate(
                project,
                coder=coder.id,
                document=documents["plain.txt"].id,
                code=codes["trust"],
                span=Span.of(start, end),
            )
        for document in documents.values():
            operations.finish(project, coder=coder.id, document=document.id)
    return project


def report(project, **choice):
    found = operations.gather_report(project, choice=AgreementChoice(resamples=50, **choice))
    return operations.compute_report(found)


def table(made, name):
    return next(each for each in made.tables if each.name == name)


def test_a_differing_passage_is_quoted(coded):
    [row] = table(report(coded), "passages").rows
    assert row[0].text == "Boundary"
    assert row[2].text == "Marked by both"
    assert row[3].text == TEXTS["plain.txt"][:7].strip()


def test_the_other_unit_stands_beside_the_chosen_one(coded):
    assert table(report(coded), "units").caption == "By character and sentence"
    assert table(report(coded, unit="sentence"), "units").caption == "By sentence and character"
    assert table(report(coded, unit="token"), "units").caption == "By word and sentence"


def test_every_measure_comes_where_it_is_asked_for(coded):
    assert "advanced" not in [section.name for section in report(coded).sections]
    found = operations.gather_report(coded, choice=AgreementChoice(resamples=50), everything=True)
    assert "advanced" in [section.name for section in operations.compute_report(found).sections]


def test_figures_that_are_there_make_a_report_without_the_project(coded):
    answer = operations.measure_agreement(coded, choice=AgreementChoice(resamples=50))
    made = operations.report_of(answer)
    names = [section.name for section in made.sections]
    assert names == ["compared", "codes", "reading", "pairs", "differences", "articles", "methods"]


def test_what_was_gathered_is_computed_on_another_thread(coded):
    found = operations.gather_report(coded, choice=AgreementChoice(resamples=50))
    shares, made = [], []
    thread = threading.Thread(target=lambda: made.append(operations.compute_report(found, progress=shares.append)))
    thread.start()
    thread.join()
    assert made[0] == operations.compute_report(found)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_computation_can_be_called_off(coded):
    class Stopped(Exception):
        pass

    def stop(share):
        if share > 0.5:
            raise Stopped

    found = operations.gather_report(coded, choice=AgreementChoice(resamples=50))
    with pytest.raises(Stopped):
        operations.compute_report(found, progress=stop)


def test_a_long_passage_is_cut(project, documents, codes, tmp_path):
    text = "Both sides keep their word. " * 40
    (tmp_path / "long.txt").write_text(text, encoding="utf-8")
    operations.import_texts(project, author=MARA.id, paths=[tmp_path / "long.txt"])
    document = next(each for each in queries.documents(project.live) if each.name == "long.txt")
    for coder in (ANNA, BEN):
        operations.add_coder(project, author=MARA.id, coder=coder)
    whole = Span.of(0, len(text) - 1)
    operations.annotate(project, coder=ANNA.id, document=document.id, code=codes["trust"], span=whole)
    for coder in (ANNA, BEN):
        operations.finish(project, coder=coder.id, document=document.id)
    [row] = table(report(project), "passages").rows
    assert len(row[3].text) <= LONGEST_QUOTE
    assert row[3].text.endswith("…")
    assert row[2].text == "Marked by Anna; not by Ben"


def test_an_empty_project_has_a_report_too(project):
    made = report(project)
    assert [section.name for section in made.sections] == ["compared", "codes"]
    assert "0 of 2 articles" in dict(made.sections[0].blocks[0].rows)["Articles"]


def test_unknown_coders_are_named(coded):
    with pytest.raises(UsageError, match="nobody is called “Nobody”"):
        operations.gather_report(coded, choice=AgreementChoice(coders=("Nobody",)))


def test_gathering_and_naming_the_verbs_load_neither_jinja_nor_matplotlib():
    code = (
        "import sys, annotator.operations as o; o.gather_report, o.compute_report, o.write_report, o.REPORT_FORMATS\n"
        "print([name for name in ('numpy', 'jinja2', 'matplotlib') if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (answer.stdout.strip(), answer.stderr) == ("[]", "")
