# SPDX-License-Identifier: MIT
"""A difference as the panels are given it."""

from ui.conftest import TEXT

from annotator.merging.adjudication_queue import Entry, Queue
from annotator.ui.judging.versions import Shown
from annotator.ui.judging.voices import Voices


def shown_of(queue: Queue, entry: Entry) -> Shown:
    voices = Voices(queue, queue.article(entry.document))
    return Shown(entry, voices, TEXT, "#009265", lambda code: "trust")
