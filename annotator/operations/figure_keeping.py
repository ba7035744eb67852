# SPDX-License-Identifier: MIT
"""Figures that are kept as they were: before an adjudication, a discussion or a new round changes what they rest on.

They are a local matter of this copy of the project, each with the snapshot that it was computed on,
and nothing changes them afterwards.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.agreement.result import Result
from annotator.domain import Snapshot, UsageError
from annotator.operations.projects import Project
from annotator.store import queries

EVENT = "figures"
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class KeptFigures:
    """``results`` are in the form of ``agreement --json``, with names in place of identities.

    ``number`` tells them apart within the file, ``kept_at`` is ISO-8601 in UTC. ``snapshot`` is the
    state of the journal that they were computed on.
    """

    number: int
    kept_at: str
    name: str
    snapshot: Snapshot
    results: tuple[dict[str, object], ...]

    def as_json(self) -> dict[str, object]:
        """Give the plain form."""
        return {
            "number": self.number,
            "kept_at": self.kept_at,
            "name": self.name,
            "snapshot": {"position": self.snapshot.position, "digest": self.snapshot.digest},
            "results": list(self.results),
        }


def keep_figures(project: Project, *, name: str, snapshot: Snapshot, results: Sequence[Result]) -> KeptFigures:
    """Keep figures under a name; several may have the same. ``results`` name coders, codes and documents.

    Raises UsageError for a name that is empty or too long, and for no figures.
    """
    words = " ".join(name.split())
    if not 0 < len(words) <= LONGEST_NAME:
        raise UsageError(f"Figures are kept under a name of 1 to {LONGEST_NAME} characters; this has {len(words)}.")
    if not results:
        raise UsageError("There are no figures to keep.")
    plain = json.dumps([result.as_json() for result in results], ensure_ascii=False, separators=(",", ":"))
    with project.transaction():
        project.note_event(
            EVENT,
            {"name": words, "position": snapshot.position, "digest": snapshot.digest, "results": plain},
        )
    return kept_figures(project)[-1]


def kept_figures(project: Project) -> tuple[KeptFigures, ...]:
    """Give all kept figures, the oldest first."""
    return tuple(
        KeptFigures(
            number=number,
            kept_at=moment,
            name=detail["name"],
            snapshot=Snapshot(position=detail["position"], digest=detail["digest"]),
            results=tuple(json.loads(detail["results"])),
        )
        for number, moment, detail in queries.events(project.live, EVENT)
    )
