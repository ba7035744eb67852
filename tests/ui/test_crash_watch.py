# SPDX-License-Identifier: MIT
"""Errors nobody expected are written down and told, and the hook is given back."""

import sys
from pathlib import Path

import pytest

from annotator.ui.crash_watch import CrashWatch, watch_interpreter


def test_an_uncaught_error_is_written_without_its_words() -> None:
    told: list[Path | None] = []
    watch, former = CrashWatch(told.append), sys.excepthook
    watch.catch()
    try:
        try:
            raise ValueError("words of an article")
        except ValueError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    finally:
        watch.release()
    assert sys.excepthook is former
    assert told[0] is not None
    written = told[0].read_text(encoding="utf-8")
    assert "ValueError" in written
    assert "words of an article" not in written


def test_interrupting_keeps_its_meaning(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Path | None] = []
    former: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: former.append(kind))
    watch = CrashWatch(told.append)
    watch.catch()
    try:
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    finally:
        watch.release()
    assert told == []
    assert former == [KeyboardInterrupt]


def test_an_error_while_telling_is_not_told_again() -> None:
    told: list[Path | None] = []

    def tell(path: Path | None) -> None:
        told.append(path)
        watch.report(RuntimeError("again"))

    watch = CrashWatch(tell)
    watch.report(RuntimeError("first"))
    assert len(told) == 1


def test_no_terminal_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    watch_interpreter()
