# SPDX-License-Identifier: MIT
"""The formats of the command: each writer is asked once, for all of its own."""

from dataclasses import fields

import pytest

from annotator import operations
from annotator.cli import export_formats
from annotator.cli.export import export
from annotator.cli.export_formats import Asked, write


def asked(*words: str) -> Asked:
    """Read the options as the command does."""
    given = export.make_context("export", ["study.annotator", "--format", "csv", "--output", "out", *words]).params
    return Asked(**{each.name: given[each.name] for each in fields(Asked)})


def test_formats_of_one_writer_are_written_together(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    def writer(name):
        def written(project, asked, formats):
            calls.append((name, tuple(formats)))
            return operations.ExportReport(())

        return written

    one, other = writer("one"), writer("other")
    monkeypatch.setattr(export_formats, "WRITERS", {"a": one, "b": other, "c": one})
    assert len(write(None, asked(), ("c", "b", "a"))) == 2  # type: ignore[arg-type]  # no writer looks at it
    assert calls == [("one", ("a", "c")), ("other", ("b",))]


def test_the_options_become_the_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {}
    monkeypatch.setattr(operations, "export_statistics", lambda project, **more: given.update(more))
    write(None, asked("--without-memos"), ("csv", "dta"))  # type: ignore[arg-type]  # the verb is replaced
    assert given["formats"] == ["csv", "dta"]
    assert given["choice"] == operations.ExportChoice(memos=False)
