# SPDX-License-Identifier: MIT
"""The binding that loses references to None is noticed; this one does not."""

import sys

import pytest

from annotator.ui.qt_guard import lost_references, refusal


def test_this_binding_keeps_count() -> None:
    assert refusal(lost_references()) == ""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on: nothing can be lost")
def test_a_leak_is_measured() -> None:
    kept: list[None] = [None] * 300

    def leak() -> None:
        kept.pop()

    assert lost_references(leak) >= 150


def test_the_refusal_names_what_to_install() -> None:
    sentence = refusal(200, version=(3, 11))
    assert "PySide6-Essentials>=6.8,<6.12" in sentence
    assert "Nothing was opened" in sentence


def test_newer_pythons_do_not_mind() -> None:
    assert refusal(200, version=(3, 12)) == ""
