# SPDX-License-Identifier: MIT
"""File names that every system takes, made from titles and names that people typed."""

import re
from unicodedata import category, normalize

MAXIMUM_CHARACTERS = 80
MAXIMUM_BYTES = 150

_SEPARATING = re.compile(r'[\\/<>:"|?*\u2028\u2029]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?", re.IGNORECASE)
_LEADING = " .-~"
_TRAILING = " ."


def safe_file_name(name: str, *, suffix: str = "", fallback: str = "unnamed") -> str:
    """Make a flat file name of a title: at most 80 characters and 150 bytes with its suffix.

    NFC; what separates folders or is forbidden somewhere becomes ``_``, control, format and
    unknown characters go; no device name of Windows, no leading ``.``, ``-`` or ``~``, no trailing dot or
    space. ``suffix`` (".csv") is kept whole; it and ``fallback`` are ours and taken to be safe.
    """
    cleaned = _SEPARATING.sub("_", normalize("NFC", name))
    cleaned = "".join(" " if character.isspace() else character for character in cleaned if _stays(character))
    cleaned = normalize("NFC", cleaned).lstrip(_LEADING).rstrip(_TRAILING)
    if _RESERVED.fullmatch(cleaned):
        cleaned = f"_{cleaned}"
    return (_cut(cleaned, suffix) or fallback) + suffix


def _stays(character: str) -> bool:
    return character in "\t\n" or category(character)[0] != "C"


def _cut(name: str, suffix: str) -> str:
    name = name[: MAXIMUM_CHARACTERS - len(suffix)]
    room = MAXIMUM_BYTES - len(suffix.encode())
    return name.encode()[:room].decode("utf-8", "ignore").rstrip(_TRAILING)
