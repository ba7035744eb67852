# SPDX-License-Identifier: MIT
"""What the reader is told when the tool itself made a mistake: plain words, where the report lies, no traceback."""

from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

from annotator.ui import plain

SENTENCE = "The tool made a mistake of its own."


def crash_box(parent: QWidget | None, *, report: Path | None) -> QMessageBox:
    """Make the box; the caller opens it. Without a report it says that none could be written."""
    written = (
        f"A report of it lies at {report}. It holds no article text, and nothing was sent anywhere."
        if report
        else "A report of it could not be written."
    )
    return plain.box(
        parent,
        title="Mistake in the tool",
        sentence=SENTENCE,
        more=f"Everything that showed as saved is safe in the project file. {written} You can go on; "
        "if something looks wrong, close the window and open the project again.",
        buttons=("Go on",),
    )
