# SPDX-License-Identifier: MIT
"""Whether a window can appear here at all; asked before Qt is loaded, which would end the process without a word."""

import importlib.util
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

_PLUGIN = Path("Qt", "plugins", "platforms", "libqxcb.so")
_X_SERVER = "xcb"


def has_screen(environment: Mapping[str, str], *, system: str = sys.platform) -> bool:
    """Whether a window could appear: on Linux somebody must have said on which screen."""
    return not system.startswith("linux") or any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def obstacle(
    environment: Mapping[str, str] = os.environ,
    *,
    system: str = sys.platform,
    load: Callable[[str], object] | None = None,
) -> str:
    """Say in one sentence what keeps a window from appearing; empty where nothing is seen to.

    ``load`` loads a library, or raises OSError with the name of the one that is missing; the system's own if None.
    """
    platform = environment.get("QT_QPA_PLATFORM") or _X_SERVER
    if not system.startswith("linux") or not platform.startswith(_X_SERVER):
        return ""
    if not has_screen(environment, system=system):
        return "There is no screen here (DISPLAY and WAYLAND_DISPLAY are empty), so no window can open."
    return "" if environment.get("WAYLAND_DISPLAY") else _missing(load or _load)


def qt_folder() -> Path | None:
    """Give the folder of PySide6 without importing it: its import fails where a library is missing."""
    specification = importlib.util.find_spec("PySide6")
    if specification is None or not specification.submodule_search_locations:
        return None
    return Path(next(iter(specification.submodule_search_locations)))


def _missing(load: Callable[[str], object]) -> str:
    """Load what Qt will load for an X server, and say which library it does not find."""
    folder = qt_folder()
    if folder is None:
        return "Qt for Python is not installed: install this program again, with all that it asks for."
    try:
        load(str(folder / _PLUGIN))
    except OSError as error:
        library = str(error).split(":", 1)[0]
        return f"The window needs {library}, which this machine lacks. “annotator doctor” says where to get it."
    return ""


def _load(path: str) -> object:
    import ctypes

    return ctypes.CDLL(path)
