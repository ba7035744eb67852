# SPDX-License-Identifier: MIT
"""The notices of what the packaged program carries: every part is named, with a licence that lets it be shipped."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def notices() -> ModuleType:
    specification = importlib.util.spec_from_file_location("notices", ROOT / "packaging" / "notices.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def test_every_part_that_ships_is_named_with_its_licence(notices: ModuleType) -> None:
    table = (ROOT / "packaging" / "NOTICE.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", table, re.MULTILINE))
    named = {canonicalize_name(name): licence.strip() for name, licence in rows.items()}
    for each in notices.shipped():
        assert named.get(canonicalize_name(each.metadata["Name"])), f"run packaging/notices.py: {each.metadata['Name']}"


def test_nothing_ships_that_would_bind_what_it_ships_with(notices: ModuleType) -> None:
    """GPL and AGPL bind the whole; the LGPL binds the library alone."""
    for each in notices.shipped():
        licence = notices.licence_of(each)
        assert licence, each.metadata["Name"]
        assert not re.search(r"(?<!L)(?<!Lesser )(A?GPL|General Public)", licence), each.metadata["Name"]


def test_what_is_declared_ships_and_tools_do_not(notices: ModuleType) -> None:
    names = {canonicalize_name(each.metadata["Name"]) for each in notices.shipped()}
    assert {"pandas", "pyreadstat", "lxml", "dkpro-cassis", "resiliparse", "python-calamine", "striprtf"} <= names
    assert not names & {"krippendorff", "scikit-learn", "nltk", "pytest", "pyinstaller", "datasette", "pip"}
    assert not {"pandas", "numpy", "annotator", "click"} & set(notices.strangers())


def test_texts_of_licences_come_along(notices: ModuleType) -> None:
    """The few parts that bring no text of their own are under licences whose texts lie beside the notices."""
    without = {
        canonicalize_name(each.metadata["Name"]) for each in notices.shipped() if not notices.licence_files(each)
    }
    assert without <= {"cobble", "dkpro-cassis", "fastwarc", "pyside6-essentials", "resiliparse", "shiboken6"}
    for name in ("LGPL-3.0", "GPL-3.0", "Apache-2.0"):
        assert (ROOT / "packaging" / "licences" / f"{name}.txt").stat().st_size > 5000
