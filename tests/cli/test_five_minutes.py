# SPDX-License-Identifier: MIT
"""The README's commands that stand under each other, one by one, as they stand there."""

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cli.conftest import ARTICLES, CODINGS, Answer

Call = Callable[..., Answer]

README = Path(__file__).resolve().parents[2] / "README.md"


def _commands(heading: str = "Five minutes") -> Iterator[list[str]]:
    section = README.read_text(encoding="utf-8").split(f"## {heading}", 1)[1].split("\n## ", 1)[0]
    for block in re.findall(r"```sh\n(.*?)```", section, re.DOTALL):
        for line in block.splitlines():
            words = shlex.split(line)
            assert words[0] == "annotator", line
            yield words[1:]


def _expanded(words: list[str], folder: Path) -> list[str]:
    """What a shell makes of the words: patterns become the files they match."""
    return [path for word in words for path in ([str(each) for each in sorted(folder.glob(word))] or [word])]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    for path in ARTICLES:
        shutil.copy(path, tmp_path / "articles")
    return tmp_path


def _jonas_codes(folder: Path, call: Call) -> None:
    """Let Jonas code in a copy, as he would in his window, and send it back; Mara codes in hers."""
    copy = folder / "from-jonas.annotator"
    shutil.copy(folder / "study.annotator", copy)
    for path, name, coding in ((copy, "Jonas", CODINGS[0]), (folder / "study.annotator", "Mara Lindqvist", CODINGS[1])):
        answer = call("annotations", "import", path, coding, "--coder", name, "--finished", "--as", name)
        assert answer.code == 0, answer.err


def test_they_work_as_they_stand(folder: Path, call: Call) -> None:
    seen = []
    for words in _commands():
        if words[0] == "open":
            _jonas_codes(folder, call)
            continue
        if "*" in " ".join(words):
            words = _expanded(words, folder)  # noqa: PLW2901  # the same words as the shell would pass them on
        answer = call(*words)
        assert (answer.code, answer.err) == (0, ""), words
        seen.append(words[0])
    assert seen == ["new", "import", "merge", "merge", "agreement", "report", "quotes", "counts", "export"]
    results = call("agreement", "study.annotator", "--json").json
    assert {tuple(each["coders"]) for each in results} <= {("Jonas", "Mara Lindqvist"), ("Mara Lindqvist", "Jonas")}
    assert (folder / "tables" / "annotations_long.csv").is_file()
    assert (folder / "report" / "report.html").is_file()
    assert (folder / "quotes.docx").is_file()
    assert (folder / "frequencies.svg").is_file()


def test_a_team_works_as_it_stands_and_then_decides(folder: Path, call: Call) -> None:
    begun = [_expanded(words, folder) for words in _commands() if words[0] in ("new", "import")]
    for words in begun:
        assert call(*words).code == 0
    for words in _commands("A team"):
        answer = call(*words)
        assert (answer.code, answer.err) == (0, ""), words
    [handed_out] = (folder / "coder-files").glob("*.annotator")
    assert "Anna" in handed_out.name
    _jonas_codes(folder, call)
    assert call("merge", "study.annotator", "from-jonas.annotator", "--as", "Mara Lindqvist").code == 0
    for words in _commands("Deciding between coders"):
        answer = call(*words, "--as", "Mara Lindqvist") if words[0] == "adjudicate" else call(*words)
        assert (answer.code, answer.err) == (0, ""), words
    assert (folder / "consensus" / "consensus.csv").is_file()
