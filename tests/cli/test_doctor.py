# SPDX-License-Identifier: MIT
"""``annotator doctor``: names what is missing, by library."""

import importlib
from collections.abc import Callable

import pytest
from cli.conftest import Answer

from annotator.operations.diagnosis import Diagnosis, MissingLibrary

Call = Callable[..., Answer]

# The command has the name of its module and would be found in its place.
MODULE = importlib.import_module("annotator.cli.doctor")

SOUND = Diagnosis(python="3.11.7", qt="6.11.3", missing=())
LACKING = Diagnosis(
    python="3.11.7",
    qt="6.11.3",
    missing=(
        MissingLibrary("libxcb-icccm.so.4", "libxcb-icccm4", "window"),
        MissingLibrary("libodd.so.1", "", "window"),
    ),
    notes=("No screen is announced here.",),
)


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Callable[[Diagnosis], None]:
    return lambda diagnosis: monkeypatch.setattr(MODULE, "diagnose", lambda: diagnosis)


def test_sound_machine(found: Callable[[Diagnosis], None], call: Call) -> None:
    found(SOUND)
    answer = call("doctor")
    assert (answer.code, answer.err) == (0, "")
    assert "Nothing is missing" in answer.out


def test_missing_library_is_named_with_its_package(found: Callable[[Diagnosis], None], call: Call) -> None:
    found(LACKING)
    answer = call("doctor")
    assert answer.code == 4
    assert "libxcb-icccm.so.4" in answer.out
    assert "apt-get install libxcb-icccm4" in answer.out
    assert "libodd.so.1" in answer.out
    assert "No screen" in answer.out
    assert "other commands work" in answer.err


def test_json(found: Callable[[Diagnosis], None], call: Call) -> None:
    found(LACKING)
    answer = call("doctor", "--json")
    assert answer.json["packages"] == ["libxcb-icccm4"]
    assert answer.json["sound"] is False
    assert set(answer.error) == {"error", "where"}


def test_trouble_is_told(found: Callable[[Diagnosis], None], call: Call) -> None:
    found(Diagnosis(python="3.11.7", qt="6.12.0", missing=(), troubles=("PySide6 6.12.0 stops Python.",)))
    answer = call("doctor")
    assert answer.code == 4
    assert "6.12.0 stops" in answer.out


def test_this_machine(call: Call) -> None:
    assert call("doctor", "--json").code in (0, 4)
