# SPDX-License-Identifier: MIT
"""Reading files: told, called off, refused in words."""

from pathlib import Path

import pytest
from ui.conftest import Driver

from annotator import operations
from annotator.domain import Refused
from annotator.operations import MergePreview
from annotator.ui.merging.reading import FileReading


@pytest.fixture
def told(driver: Driver) -> tuple[FileReading, list[object]]:
    reading, found = FileReading(driver.window.session, parent=driver.window), []
    reading.began.connect(found.append)
    reading.ended.connect(lambda: found.append("ended"))
    reading.done.connect(found.append)
    reading.failed.connect(found.append)
    reading.called_off.connect(lambda: found.append("called off"))
    return reading, found


def test_it_tells_and_ends(driver: Driver, told: tuple[FileReading, list[object]], tmp_path: Path) -> None:
    reading, found = told
    reading.read([tmp_path / "missing.annotator"])
    assert reading.is_running
    driver.bot.waitUntil(lambda: not reading.is_running)
    assert found[:2] == ["Reading 1 file", "ended"]
    assert isinstance(found[2], MergePreview)
    assert len(found[2].refused) == 1
    reading.forget()
    driver.saved()


def test_what_is_called_off_is_never_answered(
    driver: Driver, told: tuple[FileReading, list[object]], tmp_path: Path
) -> None:
    reading, found = told
    reading.read([tmp_path / "one.annotator"])
    reading.read([tmp_path / "one.annotator", tmp_path / "two.annotator"])
    reading.cancel()
    reading.cancel()
    driver.saved()
    assert found == ["Reading 1 file", "ended", "Reading 2 files", "ended", "called off"]


def test_a_refusal_of_all_is_handed_on(
    driver: Driver, told: tuple[FileReading, list[object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, found = told

    def refuse(*_: object, **__: object) -> None:
        raise Refused("No.")

    monkeypatch.setattr(operations, "preview_merge", refuse)
    reading.read([])
    driver.bot.waitUntil(lambda: not reading.is_running)
    assert isinstance(found[-1], Refused)
