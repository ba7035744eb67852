# SPDX-License-Identifier: MIT
"""What the window says of the check of its file: a word in the status line, and for a fault a banner that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator import operations
from annotator.domain import Refused
from annotator.ui import plain
from annotator.ui.file_check import CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from annotator.operations import Project
    from annotator.ui.docks.status_line import StatusLine
    from annotator.ui.session import Session
    from annotator.ui.widgets.banner import Banner

    Opener = Callable[[Callable[[], Project], Path], None]

PAUSED = "Editing is paused and the file is left as it is, so that nothing more is lost. Keep it."
COPY_WAITS = "The file is still being checked. Save the copy in a moment."
COPY_DAMAGED = "The file is damaged, so no copy of it is made. Open a backup and send that."


class CheckReport(QObject):
    """``opener(make, path)`` opens another project; ``ask_open`` asks the user for one."""

    def __init__(
        self, session: Session, status: StatusLine, banner: Banner, *, opener: Opener, ask_open: Callable[[], None]
    ) -> None:
        super().__init__(session)
        self._session = session
        self._status = status
        self._banner = banner
        self._opener = opener
        self._ask_open = ask_open
        session.check.changed.connect(self._tell)

    def begin(self, first_sight: QWidget) -> None:
        """Check the project once this widget of it has been painted."""
        self._session.check.begin_after_paint(first_sight)

    def refusal_of_a_copy(self) -> Refused | None:
        """Give why no copy can be sent now, or None where one can."""
        check = self._session.check
        if check.fault:
            return Refused(COPY_DAMAGED)
        return Refused(COPY_WAITS) if check.waits else None

    def _tell(self) -> None:
        check = self._session.check
        self._status.tell(self._status.checking, CHECKING if check.is_running else "")
        if check.fault:
            self._keep_banner(check.fault)

    def _keep_banner(self, fault: str) -> None:
        overview = self._session.overview
        backup = operations.newest_backup(overview)
        damaged = f"{overview.path.name} is damaged. {plain.cut(fault)} {PAUSED}"
        if backup is None:
            self._banner.keep(
                f"{damaged} This computer has no backup of it: open a copy that you kept or sent.",
                action="Open a copy…",
                do=self._ask_open,
            )
            return
        self._banner.keep(
            f"{damaged} Go on in a copy of the newest backup; it is put beside this file.",
            action="Open the newest backup",
            do=lambda: self._open_backup(backup),
        )

    def _open_backup(self, backup: Path) -> None:
        place = operations.place_for_backup(backup, beside=self._session.overview.path)
        self._opener(lambda: operations.open_backup(backup, path=place), place)
