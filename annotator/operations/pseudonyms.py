# SPDX-License-Identifier: MIT
"""Pseudonyms for people and what they made: the same ones in every export, and nobody without the key can tell whose.

The key of a project is random and lies in this computer's data folder, not in the project: no copy and
no hand-out carries it. Who has it can say whose a pseudonym is; without it not even who knows all
identities can compute them. On a computer without the key a new one is drawn, with other pseudonyms.
"""

import hmac
import os
from pathlib import Path

from annotator.domain import LockedOrDamaged, NotSaved
from annotator.operations.folders import data_folder
from annotator.operations.projects import Project

_KEY_BYTES = 32
_SHOWN_DIGITS = 12


class Pseudonyms:
    """Gives each identity its pseudonym: the first digits of HMAC-SHA-256 under the project's key."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def coder(self, identity: str) -> str:
        """Give a coder's pseudonym, which is also a name that statistics programs take; "" for nobody."""
        return f"coder_{self._digits('coder', identity)}" if identity else ""

    def annotation(self, identity: str) -> str:
        """Give the pseudonym of an annotation: its identity would tell when it was made."""
        return f"annotation_{self._digits('annotation', identity)}"

    def region(self, identity: str) -> str:
        """Give the pseudonym of an excluded region."""
        return f"region_{self._digits('region', identity)}"

    def _digits(self, kind: str, identity: str) -> str:
        return hmac.digest(self._key, f"{kind}\x1f{identity}".encode(), "sha256").hex()[:_SHOWN_DIGITS]


def pseudonyms(project: Project) -> Pseudonyms:
    """Give the pseudonyms of a project.

    Raises NotSaved where a new key cannot be kept, LockedOrDamaged for one that cannot be read.
    """
    return Pseudonyms(_key(key_path(project)))


def key_path(project: Project) -> Path:
    """Say where the key lies or will lie."""
    return data_folder() / "pseudonym-keys" / f"{project.project_id}.key"


def _key(path: Path) -> bytes:
    try:
        found = path.read_bytes()
    except FileNotFoundError:
        return _new_key(path)
    except OSError as error:
        raise LockedOrDamaged(
            f"The key of the pseudonyms cannot be read ({error.strerror}); nothing was written.", where=str(path)
        ) from error
    if len(found) != _KEY_BYTES:
        raise LockedOrDamaged(
            "The key of the pseudonyms is damaged; nothing was written: put its copy back, or take it away for a new "
            "one, with other pseudonyms.",
            where=str(path),
        )
    return found


def _new_key(path: Path) -> bytes:
    """Draw a key and keep it before it is used, readable by its owner alone."""
    drawn = os.urandom(_KEY_BYTES)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "xb", opener=_for_its_owner) as file:
            file.write(drawn)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise NotSaved(
            f"The key of the pseudonyms could not be kept ({error.strerror}); nothing was written.", where=str(path)
        ) from error
    return drawn


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
