# SPDX-License-Identifier: MIT
"""A command line of one's own: its settings lie in the test's folder, and it is called as the process would call it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from annotator.cli.edge import run
from annotator.resources import resource

SAMPLE = resource("sample")
ARTICLES = sorted(SAMPLE.glob("*.txt"))
CODINGS = sorted((SAMPLE / "codings").glob("*.jsonl"))


class Answer(NamedTuple):
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def error(self) -> Any:
        return json.loads(self.err)


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("ANNOTATOR_AS", raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Run ``annotator`` with these arguments; whatever happens, no traceback may be printed."""

    def called(*arguments: object) -> Answer:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Answer(code, out, err)

    return called


@pytest.fixture
def project(tmp_path: Path, call: Callable[..., Answer]) -> Path:
    """A new project of Mara's with the three articles of the sample."""
    path = tmp_path / "study.annotator"
    assert call("new", path, "--as", "Mara").code == 0
    assert call("import", path, *ARTICLES, "--as", "Mara").code == 0
    return path


@pytest.fixture
def coded(project: Path, call: Callable[..., Answer]) -> Path:
    """That project with both codings of the sample, finished."""
    for number, coding in enumerate(CODINGS, start=1):
        arguments = ("--coder", f"Trial {number}", "--finished", "--machine-made", "--as", "Mara")
        answer = call("annotations", "import", project, coding, *arguments)
        assert (answer.code, answer.err) == (0, "")
    return project
