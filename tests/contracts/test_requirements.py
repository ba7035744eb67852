# SPDX-License-Identifier: MIT
"""PySide6 6.12 drops references to None and ends Python below 3.12: the requirements must keep the pair apart."""

import sys
import tomllib
from importlib import metadata
from typing import Any

import pytest
from contracts.sources import ROOT
from packaging.requirements import Requirement
from packaging.version import Version

CALLS = 200


def _project() -> dict[str, Any]:
    return dict(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"])


def _allowed_by(python: str, qt: str) -> bool:
    asked = [Requirement(line) for line in _project()["dependencies"]]
    mine = [each for each in asked if each.name == "PySide6-Essentials"]
    in_force = [each for each in mine if each.marker is None or each.marker.evaluate({"python_version": python})]
    assert len(in_force) == 1, f"Python {python} must meet exactly one line for Qt"
    return in_force[0].specifier.contains(qt)


@pytest.mark.parametrize("qt", ["6.12.0", "6.12.1", "6.13.0"])
def test_below_python_3_12_the_aborting_qt_is_excluded(qt: str) -> None:
    assert not _allowed_by("3.11", qt)


@pytest.mark.parametrize(
    ("python", "qt"), [("3.11", "6.11.3"), ("3.11", "6.8.0"), ("3.12", "6.12.0"), ("3.13", "6.12.0")]
)
def test_sound_pairs_are_allowed(python: str, qt: str) -> None:
    assert _allowed_by(python, qt)


def test_the_add_ons_are_not_asked_for() -> None:
    names = {Requirement(line).name.lower() for line in _project()["dependencies"]}
    assert not names & {"pyside6", "pyside6-addons", "pyqt6", "pymupdf", "krippendorff"}


def test_what_is_imported_directly_is_declared() -> None:
    names = {Requirement(line).name.lower() for line in _project()["dependencies"]}
    imported = {"pyside6-essentials", "sqlite-utils", "click", "platformdirs", "numpy", "regex", "jinja2", "matplotlib"}
    assert imported <= names


def test_the_installed_pair_is_an_allowed_one() -> None:
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert _allowed_by(python, str(Version(metadata.version("PySide6-Essentials"))))


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on: nothing to lose")
def test_the_installed_pair_keeps_its_references_to_none() -> None:
    from PySide6.QtCore import QObject

    probe = QObject()
    before = sys.getrefcount(None)
    for number in range(CALLS):
        probe.setObjectName(str(number))
    assert sys.getrefcount(None) - before > -CALLS // 10


def test_the_licence_is_mit() -> None:
    assert _project()["license"] == "MIT"
    assert (ROOT / _project()["license-files"][0]).read_text(encoding="utf-8").startswith("MIT License")
