# SPDX-License-Identifier: MIT
"""What an export would hold is counted as it is then written."""

import csv
import json

import pytest
from operations.judged_study import Study
from operations.replicas import ANNA, BEN

from annotator import operations
from annotator.domain import Span, UsageError
from annotator.operations import CorpusChoice, ExportChoice, ExportCount, Layer


@pytest.fixture
def study(project, documents, codes):
    made = Study(project, documents, codes)
    made.code(ANNA, (0, 7), (8, 14))
    made.code(BEN, (0, 7), (4, 40), code="mistrust")
    made.code(BEN, (0, 7))
    (described,) = made.code(BEN, (15, 21), code="mistrust")
    operations.describe(project, coder=BEN.id, annotation=described.id, memo="a memo")
    operations.annotate(project, coder=BEN.id, document=made.other, code=codes["trust"], span=Span.of(0, 6))
    made.finish(ANNA)
    return made


CHOICES = (
    {},
    {"codes": ("trust",)},
    {"coders": ("Ben",)},
    {"states": ("finished",)},
    {"layer": Layer.CONSENSUS.value},
    {"layer": Layer.BOTH.value},
    {"memos": False},
    {"pseudonyms": True},
    {"codes": ("mistrust",), "coders": ("Anna",)},
)


@pytest.mark.parametrize("chosen", CHOICES, ids=str)
def test_the_long_table_has_as_many_rows_as_were_counted(study, tmp_path, chosen):
    choice = ExportChoice(**chosen, tables=("annotations_long",))
    counted = operations.count_export(study.project, choice=choice)
    operations.export_statistics(study.project, directory=tmp_path, choice=choice, formats=("csv",))
    with (tmp_path / "annotations_long.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert counted.annotations - counted.duplicates == len(rows)
    assert counted.coders == len({row["coder"] for row in rows})
    assert counted.articles == len({row["document_id"] for row in rows})
    assert counted.of_articles == 2


@pytest.mark.parametrize("policy", ["document", "study"])
def test_duplicates_are_counted_apart(study, tmp_path, policy):
    choice = ExportChoice(duplicates=policy, tables=("annotations_long",))
    counted = operations.count_export(study.project, choice=choice)
    assert counted.duplicates > 0
    everything = operations.count_export(study.project, choice=ExportChoice())
    assert everything.annotations == counted.annotations


@pytest.mark.parametrize("chosen", CHOICES, ids=str)
def test_the_exchange_form_holds_as_many_annotations_as_were_counted(study, tmp_path, chosen):
    layer = Layer(chosen.get("layer", "coders"))
    choice = CorpusChoice(**{**chosen, "layer": layer})
    counted = operations.count_export(study.project, choice=choice)
    (path,) = operations.export_corpus(study.project, directory=tmp_path, formats=("jsonl",), choice=choice).files
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line][1:]
    found = [each for line in lines for each in line.get("annotations", ())]
    assert counted.annotations == len(found)
    assert counted.articles == sum(bool(line.get("annotations")) for line in lines)
    memos = sum(bool(each.get("memo")) for each in found)
    assert counted.memos >= memos


def test_single_articles_can_be_chosen(study, tmp_path):
    names = [each.document.name for each in operations.overview(study.project).documents]
    choice = CorpusChoice(documents=(names[1],))
    assert operations.count_export(study.project, choice=choice) == ExportCount(1, 1, 1, 1, 0)
    report = operations.export_corpus(study.project, directory=tmp_path, formats=("html",), choice=choice)
    assert len(report.files) == 1
    with pytest.raises(UsageError, match="There is no article “nowhere"):
        operations.count_export(study.project, choice=CorpusChoice(documents=("nowhere.txt",)))


def test_what_the_progress_raises_ends_the_count(study):
    class Stop(Exception):
        pass

    def stop(_share):
        raise Stop

    for choice in (ExportChoice(), CorpusChoice()):
        with pytest.raises(Stop):
            operations.count_export(study.project, choice=choice, progress=stop)
