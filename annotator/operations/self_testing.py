# SPDX-License-Identifier: MIT
"""Whether everything that this installation must be able to do, it can: each kind of file in and out, once.

A packaged program is made of files that were gathered for it; one that is missing shows only where it is used.
So a project is made of the sample that travels along, in a temporary folder, and every way in and out is taken.
Settings, backups and logs of the user are not touched.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from annotator.agreement.result import Status
from annotator.domain import KnownError
from annotator.exchange.articles.reading_options import ReadingOptions
from annotator.operations.agreement_by_name import Wanted, measure_by_name
from annotator.operations.agreement_choice import AgreementChoice
from annotator.operations.agreement_gathering import gather
from annotator.operations.article_gathering import ArticleChoices
from annotator.operations.article_preview import preview_articles
from annotator.operations.codebook_exchange import export_codebook, preview_codebook
from annotator.operations.corpus_export import ANNOTATED, CORPUS_FORMATS, EVENTS, export_corpus
from annotator.operations.corpus_preview import preview_corpus
from annotator.operations.count_choice import CountChoice
from annotator.operations.count_writing import COUNT_ENDINGS, write_counts
from annotator.operations.counts import count
from annotator.operations.demo import make_demo
from annotator.operations.export_report import ExportReport
from annotator.operations.importing import import_texts
from annotator.operations.merging import merge
from annotator.operations.projects import Project, close_project, open_project, send_copy
from annotator.operations.quote_writing import QUOTE_ENDINGS, write_quotes
from annotator.operations.report_writing import PICTURE_FORMATS, write_report
from annotator.operations.reporting import report_project
from annotator.operations.retrieval import retrieve
from annotator.operations.self_test_articles import SENTENCE, SHEET, write_articles
from annotator.operations.statistics_export import StatisticsFormat, export_statistics
from annotator.reports.count_table import CountKind
from annotator.resources import resource

READ_BACK = frozenset(CORPUS_FORMATS) - {EVENTS, *ANNOTATED}
"""Formats that the program reads too."""

_HOME = "ANNOTATOR_HOME"
_LARGE_TEXT_CHARACTERS = 3_000_000
"""A project with such a text is read by a worker process when it is merged; a smaller one is not."""
# Whatever a part that is missing, or that does not fit the others, raises where it is used.
_FAULTS = (
    ArithmeticError, AssertionError, AttributeError, EOFError, ImportError, KnownError, LookupError, OSError,
    RuntimeError, TypeError, ValueError,
)  # fmt: skip


class _Failed(RuntimeError):
    """What was done gave something else than it should."""


@dataclass(frozen=True, slots=True)
class TriedPart:
    """One line of the test: what was done, and what went wrong, the empty string where nothing did."""

    name: str
    fault: str = ""


def self_test(told: Callable[[TriedPart], None]) -> bool:
    """Try each part and tell of it as soon as it is tried; gives whether all of them work.

    Runs for some seconds, and starts worker processes. What a fault left undone is skipped, not guessed.
    """
    with TemporaryDirectory(prefix="annotator-self-test-") as folder, _home_in(Path(folder) / "home"):
        parts = _Parts(told)
        parts.run("project from the sample", lambda: _begin(parts, Path(folder)))
        if parts.project is not None:
            try:
                _everything(parts, parts.project, Path(folder))
            finally:
                close_project(parts.project)
        return parts.all_work


class _Parts:
    """The parts that were tried so far, and the project that they are tried on."""

    def __init__(self, told: Callable[[TriedPart], None]) -> None:
        self._told = told
        self.all_work = True
        self.project: Project | None = None

    def run(self, name: str, work: Callable[[], None]) -> None:
        """Try one part."""
        fault = ""
        try:
            work()
        except _FAULTS as error:
            fault = f"{type(error).__name__}: {error}"
        self.all_work &= not fault
        self._told(TriedPart(name, fault))


@contextmanager
def _home_in(folder: Path) -> Iterator[None]:
    """Let settings, backups and logs lie in a folder for a while, in the workers too."""
    former = os.environ.get(_HOME)
    os.environ[_HOME] = str(folder)
    try:
        yield
    finally:
        if former is None:
            del os.environ[_HOME]
        else:
            os.environ[_HOME] = former


def _begin(parts: _Parts, folder: Path) -> None:
    parts.project = open_project(make_demo(folder / "demo", corpus=resource("sample")).path)


def _everything(parts: _Parts, project: Project, folder: Path) -> None:
    _articles(parts, folder / "articles")
    for each in StatisticsFormat:
        write = partial(export_statistics, project, directory=folder / each.value, formats=(each.value,))
        parts.run(f"statistics as {each.value}", partial(_written, write))
    for form in CORPUS_FORMATS:
        parts.run(f"annotations as {form}", partial(_exchange, project, folder / form, form))
    for ending in ("qdc", "csv", "md"):
        parts.run(f"codebook as {ending}", partial(_codebook, project, folder / f"codebook.{ending}"))
    for ending in QUOTE_ENDINGS:
        write = partial(_quotes, project, folder / f"quotes{ending}")
        parts.run(f"quotes as {ending[1:]}", partial(_written, write))
    for ending in COUNT_ENDINGS:
        write = partial(_counts, project, folder / f"counts{ending}")
        parts.run(f"counts as {ending[1:]}", partial(_written, write))
    parts.run("agreement with gamma", partial(_gamma, project))
    parts.run("report with figures", partial(_report, project, folder / "report"))
    parts.run("merge through a worker process", partial(_merge, project, folder / "colleague.annotator"))


def _articles(parts: _Parts, folder: Path) -> None:
    folder.mkdir()
    paths: list[Path] = []
    parts.run("workbook with articles", lambda: paths.extend(write_articles(folder)))
    for path in paths:
        parts.run(f"article from {path.suffix[1:]} ({path.name})", partial(_article, path))


def _article(path: Path) -> None:
    sheet = SHEET if path.suffix == ".xlsx" else ""
    choices = ArticleChoices(reading=ReadingOptions(guess=True), sheet=sheet, compares=False)
    preview = preview_articles(None, paths=[path], choices=choices)
    for row in preview.rows:
        if row.error is not None:
            raise row.error
    texts = [row.article.decoded.body for row in preview.rows if row.article is not None]
    _require(len(texts) == 1 and SENTENCE in " ".join(texts[0].split()), f"read: {texts!r:.200}")


def _written(write: Callable[[], ExportReport]) -> None:
    _require_files(write().files)


def _exchange(project: Project, folder: Path, form: str) -> None:
    report = export_corpus(project, directory=folder, formats=(form,))
    _require_files(report.files)
    if form in READ_BACK:
        preview = preview_corpus(project, path=report.files[0])
        _require(not preview.fault, preview.fault)
        _require(len(preview.read.corpus.documents) > 0, "no article was read back")


def _codebook(project: Project, path: Path) -> None:
    export_codebook(project, path=path)
    _require_files([path])
    preview_codebook(project, path=path)


def _quotes(project: Project, path: Path) -> ExportReport:
    return write_quotes(project, retrieval=retrieve(project), path=path)


def _counts(project: Project, path: Path) -> ExportReport:
    counts = count(project, choice=CountChoice(kind=CountKind.CO_OCCURRENCE))
    return write_counts(project, counts=counts, path=path)


def _gamma(project: Project) -> None:
    asked = gather(project, choice=AgreementChoice(resamples=0))
    results = measure_by_name(asked, wanted=Wanted(measures=("gamma",), intervals="none"))
    _require(any(each.status is Status.OK for each in results), "no figure came out")


def _report(project: Project, folder: Path) -> None:
    report = report_project(project, choice=AgreementChoice(resamples=0))
    files = write_report(report, directory=folder).files
    _require_files(files)
    endings = {path.suffix[1:] for path in files}
    _require(endings.issuperset(PICTURE_FORMATS), f"pictures as {', '.join(sorted(endings))} only")


def _merge(project: Project, path: Path) -> None:
    send_copy(project, path=path)
    article = path.with_suffix(".txt")
    article.write_text(f"{SENTENCE}\n\n" * (_LARGE_TEXT_CHARACTERS // len(SENTENCE)), encoding="utf-8")
    author = project.state().active_coder
    colleague = open_project(path)
    try:
        import_texts(colleague, author=author, paths=[article])
    finally:
        close_project(colleague)
    before = os.times()
    result = merge(project, author=author, paths=[path]).value
    _require(result.added_changes > 0, "nothing was merged")
    # Windows counts no time of workers; there the merge itself is all that can be looked at.
    has_worked = os.name == "nt" or os.times().children_user > before.children_user
    _require(has_worked, "no worker process was started")


def _require_files(paths: Sequence[Path]) -> None:
    _require(bool(paths), "no file was written")
    for path in paths:
        _require(path.is_dir() or path.stat().st_size > 0, f"{path.name} is empty")


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise _Failed(otherwise)
