# SPDX-License-Identifier: MIT
"""Where this program keeps what is not in a project: settings, backups, caches, logs.

All of it lies below the folder that the environment variable ANNOTATOR_HOME names, where it is set;
else where the system keeps such things. Each raises NotSaved where its folder cannot be made.
"""

import os
import sys
from pathlib import Path

from annotator.domain.errors import NotSaved

_NAME = "discourse-annotator"


def config_folder() -> Path:
    """Give the folder of the settings, made if need be."""
    return _folder("config")


def data_folder() -> Path:
    """Give the folder of backups and open records, made if need be."""
    return _folder("data")


def cache_folder() -> Path:
    """Give the folder of what can be made again at any time, made if need be."""
    return _folder("cache")


def log_folder() -> Path:
    """Give the folder of the logs, made if need be."""
    return _folder("log")


def documents_folder() -> Path:
    """Give the folder that a file dialog begins in: the user's documents."""
    if home := os.environ.get("ANNOTATOR_HOME"):
        return Path(home)
    from platformdirs import user_documents_path

    return user_documents_path()


def _folder(kind: str) -> Path:
    if home := os.environ.get("ANNOTATOR_HOME"):
        folder = Path(home) / kind
    elif kind == "config" and sys.platform == "linux":
        folder = _linux_config()
    else:
        from platformdirs import PlatformDirs

        places = PlatformDirs(_NAME, appauthor=False)
        folder = Path(getattr(places, f"user_{kind}_path"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotSaved(
            f"The folder of settings and backups cannot be made: {error.strerror}. "
            "Let ANNOTATOR_HOME name a folder that you can write to; nothing was done.",
            where=str(folder),
        ) from error
    return folder


def _linux_config() -> Path:
    """Say what platformdirs says of the settings' folder, without loading it before the first window is painted."""
    named = os.environ.get("XDG_CONFIG_HOME", "").strip()
    base = Path(named) if named.startswith("/") else Path.home() / ".config"
    return base / _NAME
