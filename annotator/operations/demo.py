# SPDX-License-Identifier: MIT
"""The demonstration: real articles, two machine-made codings, ready to look at and to code further."""

import json
from dataclasses import dataclass
from pathlib import Path

from annotator.domain import Coder, CoderId, Refused
from annotator.domain.identifiers import derived_uuid
from annotator.operations.importing import Metadata, import_annotations, import_texts
from annotator.operations.projects import (
    SUFFIX,
    Project,
    close_project,
    new_project,
    open_project,
    remember_shown,
    set_active_coder,
)
from annotator.operations.regions import accept_agreed_regions
from annotator.resources import demo_corpus

PROJECT_NAME = "demo" + SUFFIX
DEMO_READER = Coder(CoderId(derived_uuid("coder", "demo reader")), "Demo reader")
"""Who looks at the demonstration where nobody has said a name yet: not a person, so it may code there unasked."""
TRIAL_CODERS = ("Trial coder 1 (machine-made)", "Trial coder 2 (machine-made)")


@dataclass(frozen=True, slots=True)
class Demo:
    """Where the demonstration lies, and whether it was made just now or found."""

    path: Path
    is_new: bool


def make_demo(directory: Path, *, me: Coder | None = None, corpus: Path | None = None) -> Demo:
    """Make the demonstration project in a folder, or find the one that is there.

    Its lead and active coder is ``me``, else a person called Demo reader; ``corpus`` is a folder as
    :func:`annotator.resources.demo_corpus` gives it, None for that one. Raises Refused for a folder
    that holds something but no demonstration.
    """
    path = directory / PROJECT_NAME
    if path.exists():
        return Demo(path, is_new=False)
    part = directory / f"making-{PROJECT_NAME}"
    if directory.exists() and not (directory.is_dir() and _holds_only(part)):
        raise Refused(
            "This is not a demonstration folder and not empty; name another, or one that does not exist yet.",
            where=str(directory),
        )
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"The folder cannot be made: {error.strerror}.", where=str(directory)) from error
    # Built under another name, so that an interrupted demonstration is not taken for a whole one.
    for left in directory.iterdir():
        left.unlink()
    reader = me or DEMO_READER
    project = new_project(part, lead=reader, name="Demonstration")
    try:
        _fill(project, reader, corpus or demo_corpus())
    finally:
        close_project(project)
    part.rename(path)
    return Demo(path, is_new=True)


def _holds_only(part: Path) -> bool:
    """Whether a folder is empty but for what an interrupted demonstration left (the file and its journal)."""
    return all(each.name.startswith(part.name) and each.is_file() for each in part.parent.iterdir())


def open_demo(directory: Path, *, me: Coder | None = None) -> Project:
    """Make or find the demonstration and open it, with ``me`` as its active coder if given."""
    demo = make_demo(directory, me=me)
    project = open_project(demo.path)
    if me is not None and project.state().active_coder != me.id:
        set_active_coder(project, coder=me)
    return project


def _fill(project: Project, lead: Coder, corpus: Path) -> None:
    articles = json.loads((corpus / "articles.json").read_text(encoding="utf-8"))
    metadata = {
        each["name"]: Metadata(each["title"], each["outlet"], each["author"], each["date"]) for each in articles
    }
    import_texts(project, author=lead.id, paths=[corpus / name for name in metadata], metadata=metadata)
    trial = [
        Coder(CoderId(derived_uuid("coder", f"trial coder {number}")), name, machine_made=True)
        for number, name in enumerate(TRIAL_CODERS, start=1)
    ]
    for coder, path in zip(trial, sorted((corpus / "codings").glob("*.jsonl")), strict=True):
        import_annotations(project, author=lead.id, path=path, coder=coder, finished=True)
    accept_agreed_regions(project, author=lead.id)
    remember_shown(project, coders=[coder.id for coder in trial])
    with project.transaction():
        project.forget_actions_here()  # undo begins with what the reader does, not with how this was made
