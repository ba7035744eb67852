# SPDX-License-Identifier: MIT
"""A report as files: the same bytes each time, each whole or not at all, and a sentence where that cannot be."""

import hashlib
from pathlib import Path

import pytest
from reports import made_study

from annotator import operations
from annotator.domain import NotSaved, Refused, UsageError
from annotator.operations import report_writing
from annotator.reports.agreement_report import agreement_report


@pytest.fixture(scope="module")
def report():
    return made_study.report()


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_everything_is_written_and_is_the_same_each_time(report, tmp_path):
    written = operations.write_report(report, directory=tmp_path / "one")
    assert sorted(path.relative_to(tmp_path / "one").as_posix() for path in written.files) == list(
        digests(tmp_path / "one")
    )
    operations.write_report(agreement_report(made_study.source()), directory=tmp_path / "two")
    assert digests(tmp_path / "one") == digests(tmp_path / "two")


@pytest.mark.parametrize(
    ("formats", "files"),
    [
        (["html"], ["report.html"]),
        (["md", "tex"], ["report.md", "report.tex"]),
        (["png"], [f"figures/{name}.png" for name in ("alpha_per_code", "pairs", "differences", "articles", "drift")]),
    ],
)
def test_only_what_is_asked_for_is_written(report, tmp_path, formats, files):
    written = operations.write_report(report, directory=tmp_path, formats=formats)
    assert [path.relative_to(tmp_path).as_posix() for path in written.files] == files
    assert sorted(digests(tmp_path)) == sorted(files)


def test_markdown_shows_the_pictures_that_are_there(report, tmp_path):
    operations.write_report(report, directory=tmp_path, formats=["md", "png"])
    text = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert "](figures/alpha_per_code.png)" in text
    operations.write_report(report, directory=tmp_path, formats=["md"])
    assert "](figures" not in (tmp_path / "report.md").read_text(encoding="utf-8")


def test_an_unknown_format_is_refused_before_anything_is_made(report, tmp_path):
    with pytest.raises(UsageError, match="not as “docx”"):
        operations.write_report(report, directory=tmp_path / "new", formats=["html", "docx"])
    assert not (tmp_path / "new").exists()


def test_a_file_in_place_of_the_folder_is_refused(report, tmp_path):
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(Refused, match="This is a file"):
        operations.write_report(report, directory=tmp_path / "taken", formats=["html"])


def test_a_disk_that_refuses_leaves_the_older_file(report, tmp_path, monkeypatch):
    (tmp_path / "report.html").write_text("older", encoding="utf-8")

    def refuse(source, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("annotator.exchange.outgoing_files.os.replace", refuse)
    with pytest.raises(NotSaved, match="No space left"):
        operations.write_report(report, directory=tmp_path, formats=["html"])
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == "older"


def test_progress_goes_up_to_all(report, tmp_path):
    shares = []
    operations.write_report(report, directory=tmp_path, formats=["html", "csv"], progress=shares.append)
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)


def test_the_page_for_print_and_its_pictures_belong_together(report):
    page = operations.report_page(report, for_print=True)
    pictures = operations.report_pictures(report)
    assert all(f'src="{name}"' in page for name in pictures)
    assert all(png.startswith(b"\x89PNG") for png in pictures.values())


def test_fonts_are_listed_among_our_caches_unless_the_user_says_otherwise(monkeypatch, home):
    monkeypatch.delenv("MPLCONFIGDIR", raising=False)
    report_writing.keep_font_list()
    assert report_writing.os.environ["MPLCONFIGDIR"] == str(home / "cache" / "matplotlib")
    monkeypatch.setenv("MPLCONFIGDIR", "elsewhere")
    report_writing.keep_font_list()
    assert report_writing.os.environ["MPLCONFIGDIR"] == "elsewhere"


@pytest.mark.parametrize(("suffix", "begins"), [(".html", "<!DOCTYPE html>"), (".md", "# "), (".tex", "%")])
def test_one_file_by_the_suffix_of_its_name(report, tmp_path, suffix, begins):
    path = tmp_path / f"mine{suffix}"
    operations.write_report_page(report, path=path)
    assert path.read_text(encoding="utf-8").lstrip().startswith(begins)
    assert list(tmp_path.iterdir()) == [path]


def test_one_file_of_another_kind_is_refused(report, tmp_path):
    with pytest.raises(UsageError, match=r"\.html"):
        operations.write_report_page(report, path=tmp_path / "mine.docx")
    with pytest.raises(NotSaved):
        operations.write_report_page(report, path=tmp_path / "gone" / "mine.md")
