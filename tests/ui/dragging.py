# SPDX-License-Identifier: MIT
"""Drags as Qt sends them, whatever form of the event this Qt prefers."""

import warnings

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent


def drag_enter(place: QPoint, data: QMimeData) -> QDragEnterEvent:
    """Make the event of files that are dragged in to be copied; the caller keeps ``data`` alive."""
    with warnings.catch_warnings():
        # Qt 6.12 prefers places in fractions, which the Qt of older Pythons does not take.
        warnings.simplefilter("ignore", DeprecationWarning)
        return QDragEnterEvent(
            place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
