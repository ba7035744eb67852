# SPDX-License-Identifier: MIT
"""A project in exchange formats, each a file of its own in one folder, named by the project."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from annotator.counting.actors import Actors, proposed_actors
from annotator.domain import UsageError
from annotator.exchange.corpus import Corpus
from annotator.exchange.file_names import safe_file_name
from annotator.exchange.findings import Finding
from annotator.operations.corpus_choice import EVERYTHING_CODED, ONE_REFI_PROJECT, CorpusChoice, RefiChoice
from annotator.operations.corpus_gathering import gather_corpus
from annotator.operations.export_progress import Progress, unwatched, watched
from annotator.operations.export_report import ExportedFile, ExportReport, noted, require_folder
from annotator.operations.projects import Project

Writer = Callable[[Corpus, Path], tuple[Finding, ...]]

EVENTS, REFI = "events", "qdpx"
ANNOTATED = MappingProxyType({"html": "annotated_html", "docx": "annotated_docx", "markdown": "annotated_markdown"})
"""The forms of annotated articles, and the folder that each is written to: an article a file."""


def export_corpus(
    project: Project,
    *,
    directory: Path,
    formats: Sequence[str],
    choice: CorpusChoice = EVERYTHING_CODED,
    actors: Actors | None = None,
    refi: RefiChoice = ONE_REFI_PROJECT,
    progress: Progress = unwatched,
) -> ExportReport:
    """Write a project in these of CORPUS_FORMATS into a folder, made if need be.

    ``actors`` are the attributes that name the actors of events, None those that are proposed by name.
    ``progress`` is told the share that is done; what it raises ends the export, and files that were whole by
    then stay. The same project and choice give the same bytes; a file of that name is replaced. The report
    says by number what a format cannot carry. Raises UsageError for a format or choice that is not there,
    Refused for a folder that cannot be used, NotSaved where the disk refuses.
    """
    for each in formats:
        if each not in CORPUS_FORMATS:
            raise UsageError(f"There is no format “{each[:80]}”. The formats are: {', '.join(CORPUS_FORMATS)}.")
    gathered = gather_corpus(project, choice=choice)
    whole = gathered.corpus
    require_folder(directory)
    written: list[ExportedFile] = []
    findings = list(gathered.findings)
    for place, each in enumerate(formats):
        gathered = replace(gathered, corpus=watched(whole, progress, part=place, parts=len(formats)))
        if each == REFI and (refi.per_coder or refi.crlf):
            written += _write_refi(gathered.corpus, directory, refi, findings)
        elif each in FILES:
            ending, writer = FILES[each]
            path = directory / safe_file_name(gathered.corpus.name, suffix=ending, fallback="project")
            findings += writer(gathered.corpus, path)
            written += [ExportedFile(found, 0) for found in (path, _beside(path)) if found.exists()]
        elif each in ANNOTATED:
            written += _write_annotated(gathered.corpus, directory / ANNOTATED[each], form=each)
        else:
            written += _write_events(gathered.corpus, directory, actors, findings)
    return noted(project, written, findings)


def _beside(path: Path) -> Path:
    """Give the file with what REFI-QDA cannot hold; there is none beside other formats."""
    return path.with_suffix(".extras.json") if path.suffix == ".qdpx" else path.with_name(f"{path.name}.none")


def _write_refi(corpus: Corpus, directory: Path, refi: RefiChoice, findings: list[Finding]) -> list[ExportedFile]:
    from annotator.exchange.refi.refi_writer import write_refi, write_refi_per_coder

    if refi.per_coder:
        paths, found = write_refi_per_coder(corpus, directory, crlf=refi.crlf)
    else:
        path = directory / safe_file_name(corpus.name, suffix=FILES[REFI][0], fallback="project")
        paths, found = (path,), write_refi(corpus, path, crlf=refi.crlf)
    findings += found
    return [ExportedFile(each, 0) for path in paths for each in (path, _beside(path)) if each.exists()]


def _write_annotated(corpus: Corpus, folder: Path, *, form: str) -> list[ExportedFile]:
    from annotator.exchange.documents.annotated_files import write_annotated

    require_folder(folder)
    return [ExportedFile(path, 0) for path in write_annotated(corpus, folder, form=form)]


def _write_events(
    corpus: Corpus, directory: Path, actors: Actors | None, findings: list[Finding]
) -> list[ExportedFile]:
    from annotator.exchange.codings.events import write_events

    chosen = proposed_actors(corpus.codebook) if actors is None else actors
    known = {attribute.name for code in corpus.codebook.codes for attribute in code.attributes}
    for name in chosen.names:
        if name not in known:
            raise UsageError(f"No code has an attribute “{name[:80]}”. The attributes are: {', '.join(sorted(known))}.")
    written, found = write_events(corpus, directory, actors=chosen)
    findings += found
    return [ExportedFile(path, rows) for path, rows in written.items()]


def _jsonl(corpus: Corpus, path: Path) -> tuple[Finding, ...]:
    from annotator.exchange.codings.jsonl import write_jsonl

    return write_jsonl(corpus, path)


def _labelled(corpus: Corpus, path: Path) -> tuple[Finding, ...]:
    from annotator.exchange.codings.labelled_lines import write_labelled_lines

    return write_labelled_lines(corpus, path)


def _refi(corpus: Corpus, path: Path) -> tuple[Finding, ...]:
    from annotator.exchange.refi.refi_writer import write_refi

    return write_refi(corpus, path)


def _brat(corpus: Corpus, path: Path) -> tuple[Finding, ...]:
    from annotator.exchange.codings.brat_writer import write_brat

    return write_brat(corpus, path)


def _cas(corpus: Corpus, path: Path) -> tuple[Finding, ...]:
    from annotator.exchange.codings.cas_writer import write_cas

    return write_cas(corpus, path)


def _cas_json(corpus: Corpus, path: Path) -> tuple[Finding, ...]:
    from annotator.exchange.codings.cas_writer import write_cas

    return write_cas(corpus, path, as_json=True)


def _w3c(corpus: Corpus, path: Path) -> tuple[Finding, ...]:
    from annotator.exchange.codings.webanno_writer import write_webanno

    return write_webanno(corpus, path)


FILES: Mapping[str, tuple[str, Writer]] = MappingProxyType({
    "jsonl": (".jsonl", _jsonl),
    "doccano": ("_doccano.zip", _labelled),
    REFI: (".qdpx", _refi),
    "brat": ("_brat.zip", _brat),
    "cas": ("_cas.zip", _cas),
    "cas_json": ("_cas_json.zip", _cas_json),
    "w3c": ("_w3c.zip", _w3c),
})  # fmt: skip
"""Formats that are one file: how its name ends, and what writes it."""

CORPUS_FORMATS = (*FILES, EVENTS, *ANNOTATED)
"""All formats, in the order in which they are named."""
