# SPDX-License-Identifier: MIT
"""Pseudonyms hang on a key that stays here."""

import pytest

from annotator import operations
from annotator.domain import LockedOrDamaged
from annotator.domain.variable_names import is_variable_name
from annotator.operations.pseudonyms import Pseudonyms, key_path, pseudonyms


def test_the_same_key_gives_the_same_pseudonyms_and_another_others(project):
    here = pseudonyms(project)
    assert here.coder("anna") == pseudonyms(project).coder("anna") != here.coder("jonas")
    assert Pseudonyms(bytes(32)).coder("anna") != here.coder("anna")
    assert here.annotation("x").removeprefix("annotation_") != here.region("x").removeprefix("region_")
    assert here.coder("") == ""
    assert is_variable_name(here.coder("anna"))


def test_the_key_is_its_owners_alone_and_in_no_copy(project, tmp_path):
    pseudonyms(project)
    key = key_path(project)
    assert key.stat().st_mode & 0o077 == 0
    copy = operations.send_copy(project, path=tmp_path / "copy.annotator")
    assert key.read_bytes() not in copy.read_bytes()
    assert key.read_bytes() not in project.path.read_bytes()


def test_a_damaged_key_is_not_replaced_unasked(project):
    pseudonyms(project)
    key_path(project).write_bytes(b"short")
    with pytest.raises(LockedOrDamaged, match="damaged"):
        pseudonyms(project)
    assert key_path(project).read_bytes() == b"short"


def test_a_key_that_cannot_be_read_is_a_sentence(project):
    key_path(project).mkdir(parents=True)
    with pytest.raises(LockedOrDamaged, match="cannot be read"):
        pseudonyms(project)
