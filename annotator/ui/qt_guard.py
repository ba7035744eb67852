# SPDX-License-Identifier: MIT
"""A check before the window: whether this Qt binding keeps count of None.

PySide6 6.12.0 on Python below 3.12 drops one reference to None in each call that returns nothing; after some
thousand calls the interpreter aborts. The requirements exclude the pair, a machine may have it all the same.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject

_CALLS = 200
_NOISE = _CALLS // 2


def lost_references(call: Callable[[], object] | None = None) -> int:
    """Count the references to None that 200 calls of a method without a result lose: 0 where all is well."""
    if call is None:
        probe = QObject()

        def call() -> None:
            probe.setObjectName("probe")

    before = sys.getrefcount(None)
    for _ in range(_CALLS):
        call()
    return max(0, before - sys.getrefcount(None))


def refusal(lost: int, *, version: tuple[int, int] = sys.version_info[:2]) -> str:
    """Say in plain words why the window cannot start and what to install; empty where it can."""
    if version >= (3, 12) or lost < _NOISE:
        return ""
    return (
        "The installed PySide6 does not work with this Python and would end the program in mid-work. "
        'Install an older one (python -m pip install "PySide6-Essentials>=6.8,<6.12") or use Python 3.12 or newer. '
        "Nothing was opened and nothing was changed."
    )
