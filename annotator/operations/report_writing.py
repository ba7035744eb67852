# SPDX-License-Identifier: MIT
"""A report as files: pages beside each other, tables for other programs and pictures in folders below."""

import os
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.domain import UsageError
from annotator.exchange.comma_separated import write_table
from annotator.exchange.outgoing_files import replacing
from annotator.operations.export_report import require_folder
from annotator.operations.folders import cache_folder
from annotator.reports.report_blocks import Picture, Records, Report

Progress = Callable[[float], None]
Write = Callable[[Path], None]

PICTURE_FORMATS = ("svg", "pdf", "png")
REPORT_FORMATS = ("html", "md", "tex", "csv", *PICTURE_FORMATS)
"""What a report is written as: pages, tables for papers and programs, and its pictures."""
FIGURES, TABLES = "figures", "tables"


@dataclass(frozen=True, slots=True)
class ReportWritten:
    """The files of a report, in the order in which they were written."""

    files: tuple[Path, ...]


def write_report(
    report: Report,
    *,
    directory: Path,
    formats: Collection[str] = REPORT_FORMATS,
    progress: Progress = lambda _: None,
) -> ReportWritten:
    """Write a report into a folder, made if need be, with ``tables/`` and ``figures/`` below it.

    The same report gives the same bytes. Each file is written whole or not at all; a file of that name is replaced.
    May run on any thread; ``progress`` is told the share that is done before each file, and may raise to stop there.
    Raises UsageError for an unknown format, Refused for a folder that cannot be used, NotSaved where the disk refuses.
    """
    unknown = [each for each in formats if each not in REPORT_FORMATS]
    if unknown:
        raise UsageError(f"A report is written as {', '.join(REPORT_FORMATS)}, not as “{unknown[0]}”.")
    keep_font_list()
    steps = list(_steps(report, formats=formats))
    for place, (name, write) in enumerate(steps):
        progress(place / len(steps))
        path = directory / name
        require_folder(path.parent)
        write(path)
    progress(1.0)
    return ReportWritten(tuple(directory / name for name, _ in steps))


def write_report_page(report: Report, *, path: Path) -> None:
    """Write the report as one file, whole or not at all: a web page, Markdown or LaTeX by the suffix of its name.

    May run on any thread. Raises UsageError for another suffix, NotSaved where the disk refuses.
    """
    keep_font_list()
    pages: dict[str, Callable[[], str]] = {
        ".html": lambda: report_page(report),
        ".md": lambda: _markdown(report, ()),
        ".tex": lambda: _latex(report),
    }
    if path.suffix not in pages:
        raise UsageError(f"One file of a report ends in {', '.join(pages)}, not in “{path.suffix}”.")
    _write(path, pages[path.suffix]())


def report_page(report: Report, *, for_print: bool = False) -> str:
    """Give the report as one HTML page; ``for_print`` in the few words of HTML that Qt's documents know.

    In the latter pictures are named ``figure:NAME``; :func:`report_pictures` gives them.
    """
    from annotator.reports.report_html import report_html

    keep_font_list()
    return report_html(report, for_print=for_print)


def report_pictures(report: Report) -> dict[str, bytes]:
    """Give the pictures as PNG by the names under which the page for print refers to them."""
    from annotator.reports.agreement_plots import picture_bytes

    keep_font_list()
    return {f"figure:{picture.name}": picture_bytes(picture, picture_format="png") for picture in report.pictures}


def keep_font_list() -> None:
    """Let matplotlib keep its list of fonts among our caches; it asks for the place when it is first imported."""
    os.environ.setdefault("MPLCONFIGDIR", str(cache_folder() / "matplotlib"))


def _steps(report: Report, *, formats: Collection[str]) -> Iterator[tuple[str, Write]]:
    """Give the files in order: the name below the folder, and what writes it."""
    if "html" in formats:
        yield "report.html", lambda path: _write(path, report_page(report))
    if "md" in formats:
        yield "report.md", lambda path: _write(path, _markdown(report, formats))
    if "tex" in formats:
        yield "report.tex", lambda path: _write(path, _latex(report))
    if "csv" in formats:
        for records in report.records:
            yield f"{TABLES}/{records.name}.csv", _table_writer(records)
    for picture_format in PICTURE_FORMATS:
        if picture_format in formats:
            for picture in report.pictures:
                yield f"{FIGURES}/{picture.name}.{picture_format}", _picture_writer(picture, picture_format)


def _table_writer(records: Records) -> Write:
    def write(path: Path) -> None:
        write_table(path, columns=records.columns, rows=records.rows)

    return write


def _picture_writer(picture: Picture, picture_format: str) -> Write:
    def write(path: Path) -> None:
        from annotator.reports.agreement_plots import picture_bytes

        with replacing(path) as file:
            file.write(picture_bytes(picture, picture_format=picture_format))

    return write


def _markdown(report: Report, formats: Collection[str]) -> str:
    from annotator.reports.report_markdown import report_markdown

    suffix = next((each for each in ("svg", "png") if each in formats), "")
    places = {picture.name: f"{FIGURES}/{picture.name}.{suffix}" for picture in report.pictures if suffix}
    return report_markdown(report, pictures=places)


def _latex(report: Report) -> str:
    from annotator.reports.report_latex import report_latex

    return report_latex(report)


def _write(path: Path, text: str) -> None:
    with replacing(path) as file:
        file.write(text.encode())
