# SPDX-License-Identifier: MIT
"""The one place where views hear that something changed; none refreshes another by hand."""

from PySide6.QtCore import QObject, Signal


class Bus(QObject):
    """Signals of one window.

    ``changed(touched, initiator)``: a verb was stored; ``touched`` is :class:`annotator.operations.Touched`,
    ``initiator`` the object that asked for it, so that it may leave out its own echo.
    """

    changed = Signal(object, object)
