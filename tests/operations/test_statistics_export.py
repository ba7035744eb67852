# SPDX-License-Identifier: MIT
"""The whole set for a judged study: same bytes anywhere, nothing of anyone under pseudonyms, figures that agree."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest
from operations.judged_study import Study
from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.domain import Certainty, Refused, Verdict
from annotator.operations import AgreementChoice, ExportChoice
from annotator.operations.pseudonyms import key_path

PLANTED = ("Memo of Anna", "Note of the judge", "Anna", "Ben", "Mara", "plain.txt", "rare.txt")


@pytest.fixture
def study(project, documents, codes):
    made = Study(project, documents, codes)
    first, second = made.code(ANNA, (0, 14), (16, 25))
    (other,) = made.code(BEN, (0, 20))
    made.first, made.other = first, other
    operations.describe(project, coder=ANNA.id, annotation=first.id, memo="Memo of Anna", certainty=Certainty.LOW)
    region = operations.propose_region(project, coder=BEN.id, document=made.document, span=second.span)
    made.finish(ANNA, BEN)
    entry = made.entries()[0]
    made.decide(entry, Verdict.UNION, note="Note of the judge")
    made.ids = [each.id for each in (first, second, other, region.value)]
    return made


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_the_whole_set_is_written_and_described(study, tmp_path):
    report = operations.export_statistics(study.project, directory=tmp_path / "out")
    names = [path.name for path in report.files]
    assert names[-2:] == ["README.txt", "datapackage.json"]
    assert {"annotations_long.csv", "units_wide_trust.csv", "article_code.csv", "articles.csv", "coders.csv",
            "completion.csv", "codebook.csv", "attributes.csv", "attribute_values.csv", "excluded_regions.csv",
            "agreement.csv", "consensus.csv", "decisions.csv", "accuracy.csv", "load.R", "load.do",
            "load.sps"} <= set(names)  # fmt: skip
    assert {each.path.name: each.rows for each in report.written}["annotations_long.csv"] == 3
    assert set(files(tmp_path / "out")) == set(names)
    readme = (tmp_path / "out" / "README.txt").read_text(encoding="utf-8")
    assert "Every annotation counts." in readme


PROGRAM = """
import sys
from pathlib import Path
from annotator import operations
project = operations.open_project(Path(sys.argv[1]))
operations.export_statistics(
    project, directory=Path(sys.argv[2]), formats=("stats", "xlsx", "zsav", "dta"), for_spreadsheets=True
)
operations.close_project(project)
"""


def test_the_same_project_gives_the_same_bytes_whatever_the_clock_the_place_and_the_hashes(study, tmp_path):
    path = study.project.path
    operations.close_project(study.project)
    found = []
    for number, settings in enumerate((
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8"},
    )):  # fmt: skip
        folder = tmp_path / f"folder {number}" / "é"
        folder.parent.mkdir()
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(path), str(folder)], check=True, env=os.environ | settings,
            cwd=folder.parent,
        )  # fmt: skip
        found.append(files(folder))
    assert found[0] == found[1]
    assert {"statistics.xlsx", "articles.dta", "articles.zsav", "articles_spreadsheet.csv"} <= set(found[0])


def test_nothing_of_anyone_is_in_a_pseudonymised_set(study, tmp_path):
    choice = ExportChoice(pseudonyms=True)
    formats = ("stats", "xlsx", "sav", "dta")
    report = operations.export_statistics(study.project, directory=tmp_path / "hidden", choice=choice, formats=formats)
    project = study.project
    planted = [*PLANTED, *study.ids, ANNA.id, BEN.id, MARA.id, project.file_id, project.path.stem, str(tmp_path)]
    planted.append(str(key_path(project).read_bytes().hex()))
    for path in report.files:
        content = unpacked(path)
        for word in planted:
            for encoding in ("utf-8", "utf-16-le"):
                assert word.encode(encoding) not in content, (path.name, word)
    open_set = operations.export_statistics(study.project, directory=tmp_path / "open", formats=formats)
    found = b"".join(unpacked(path) for path in open_set.files)
    assert [word for word in PLANTED if word.encode() not in found] == [], "the search finds what is there"


def unpacked(path: Path) -> bytes:
    if path.suffix != ".xlsx":
        return path.read_bytes()
    from zipfile import ZipFile

    with ZipFile(path) as archive:
        names = [name for name in archive.namelist() if "theme" not in name]  # it names the scripts of its fonts
        return b"".join(map(archive.read, names))


def test_pseudonyms_are_the_same_in_every_table(study, tmp_path):
    choice = ExportChoice(pseudonyms=True)
    operations.export_statistics(study.project, directory=tmp_path / "out", choice=choice, formats=("csv",))
    coders = {row["coder_id"] for row in rows(tmp_path / "out" / "coders.csv")}
    assert len(coders) == 2
    assert {row["coder"] for row in rows(tmp_path / "out" / "annotations_long.csv")} == coders
    assert {row["coder_id"] for row in rows(tmp_path / "out" / "accuracy.csv")} == coders
    wide = rows(tmp_path / "out" / "units_wide_trust.csv")
    assert coders <= set(wide[0])
    assert len(rows(tmp_path / "out" / "annotations_long.csv")) == 3


def test_memos_can_stay_here(study, tmp_path):
    choice = ExportChoice(memos=False)
    operations.export_statistics(study.project, directory=tmp_path / "out", choice=choice, formats=("csv",))
    for content in files(tmp_path / "out").values():
        assert b"Memo of Anna" not in content
        assert b"Note of the judge" not in content
    assert "memo" not in rows(tmp_path / "out" / "annotations_long.csv")[0]
    assert rows(tmp_path / "out" / "decisions.csv")[0]["reason"] == ""


@pytest.mark.parametrize("unit", ["sentence", "paragraph", "token", "character", "document"])
@pytest.mark.parametrize("rule", ["touched", "half"])
def test_units_by_coder_are_what_agreement_is_measured_on(tmp_path, unit, rule):
    demo = operations.open_demo(tmp_path / "demo")
    choice = ExportChoice(tables=("units_wide",), unit=unit, rule=rule)
    operations.export_statistics(demo, directory=tmp_path / "out", choice=choice, formats=("csv",))
    answer = operations.measure_agreement(demo, choice=AgreementChoice(unit=unit, rule=rule, resamples=0))
    names = {code.id: code.short_name for code in answer.codebook.codes}
    expected = {names[each.code]: each for each in answer.results if each.measure == "percent" and each.code}
    for name, result in expected.items():
        table = rows(tmp_path / "out" / f"units_wide_{name}.csv")
        pairs = [list(row.values())[5:] for row in table]
        assert len(pairs) == result.n
        assert sum(first == second for first, second in pairs) / len(pairs) == pytest.approx(result.value)
    operations.close_project(demo)


def test_csv_for_spreadsheets_takes_the_place_of_the_raw_one(study, tmp_path):
    choice = ExportChoice(tables=("articles",))
    operations.export_statistics(
        study.project, directory=tmp_path / "out", choice=choice, formats=("csv",), for_spreadsheets=True
    )  # fmt: skip
    assert list(files(tmp_path / "out")) == ["articles_spreadsheet.csv"]
    operations.export_statistics(
        study.project, directory=tmp_path / "all", choice=choice, formats=("stats",), for_spreadsheets=True
    )  # fmt: skip
    assert {"articles.csv", "articles_spreadsheet.csv"} <= set(files(tmp_path / "all"))


def test_rows_are_counted_in_formats_that_are_no_csv(study, tmp_path):
    choice = ExportChoice(tables=("articles", "coders"))
    report = operations.export_statistics(
        study.project, directory=tmp_path / "out", choice=choice, formats=("xlsx", "sav", "dta")
    )  # fmt: skip
    assert {each.path.name: each.rows for each in report.written} == {
        "articles.sav": 2, "coders.sav": 2, "articles.dta": 2, "coders.dta": 2, "statistics.xlsx": 4,
    }  # fmt: skip


def test_a_refused_export_writes_nothing(study, tmp_path):
    (tmp_path / "out").write_text("mine")
    with pytest.raises(Refused):
        operations.export_statistics(study.project, directory=tmp_path / "out")
    assert (tmp_path / "out").read_text() == "mine"
