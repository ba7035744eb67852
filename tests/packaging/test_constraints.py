# SPDX-License-Identifier: MIT
"""The versions that are written down: all that the project asks for, exactly, with hashes and without an address."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LINE = re.compile(r"([a-z0-9-]+)==([0-9][\w.]*) --hash=sha256:([0-9a-f]{64})")


def _pinned() -> dict[str, str]:
    lines = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    found = {}
    for line in lines:
        if not line.startswith("#"):
            parts = LINE.fullmatch(line)
            assert parts, line
            found[parts[1]] = parts[2]
    return found


def test_every_line_is_exact_and_has_a_hash_and_no_address() -> None:
    assert len(_pinned()) > 50
    assert "://" not in (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8")


def test_what_the_project_asks_for_is_there_and_allowed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    pinned = _pinned()
    for line in (*project["dependencies"], *extras["development"], *extras["packaging"]):
        asked = Requirement(line)
        if asked.marker is None or asked.marker.evaluate({"python_version": "3.11"}):
            assert asked.specifier.contains(pinned[canonicalize_name(asked.name)]), line
