# SPDX-License-Identifier: MIT
"""The table of packages against what .ci/run and the README tell people to install."""

import re
from pathlib import Path

import pytest

from annotator.operations.debian_packages import DEBIAN_PACKAGES

ROOT = Path(__file__).resolve().parents[2]


def test_every_entry_is_a_library_and_a_package() -> None:
    for library, package in DEBIAN_PACKAGES.items():
        assert re.fullmatch(r"lib[\w.+-]+\.so\.\d+", library)
        assert re.fullmatch(r"[a-z0-9][a-z0-9.+-]+", package)


@pytest.mark.parametrize("name", [".ci/run", "README.md"])
def test_what_people_are_told_to_install_is_known_here(name: str) -> None:
    words = (ROOT / name).read_text(encoding="utf-8")
    told = set(re.findall(r"\blib(?:xcb|xkb|gl|egl|dbus|font|x11)[\w.+-]*\b", words)) & set(
        re.findall(r"(?<![\w/])lib[\w.+-]+", words)
    )
    packages = {word for word in told if not word.endswith((".so", ".0"))} - {"libglib2.0-bin"}
    assert packages
    assert packages <= set(DEBIAN_PACKAGES.values())
