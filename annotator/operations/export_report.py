# SPDX-License-Identifier: MIT
"""What an export wrote, and the folder and the record that every export makes."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.domain import Refused
from annotator.exchange.findings import Finding
from annotator.operations.projects import Project


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file that was written, and how many rows it has below its header; 0 where it is no table."""

    path: Path
    rows: int


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote, in the order it was written, and what there is to say about it."""

    written: tuple[ExportedFile, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """The paths of the files."""
        return tuple(each.path for each in self.written)


def noted(project: Project, written: Sequence[ExportedFile], findings: Sequence[Finding] = ()) -> ExportReport:
    """Keep a record of an export, which the history shows."""
    with project.transaction():
        names = [each.path.name for each in written]
        project.note_event("export", {"files": names, "author": project.state().active_coder})
    return ExportReport(tuple(written), tuple(findings))


def require_folder(directory: Path) -> None:
    """Make a folder that is not there; raises Refused for one that cannot be made or that is a file."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise Refused("This is a file; name a folder for the export.", where=str(directory)) from error
    except OSError as error:
        raise Refused(f"The folder cannot be made: {error.strerror}.", where=str(directory)) from error
