# SPDX-License-Identifier: MIT
"""What goes to the terminal."""

import json

import pytest

from annotator.cli.output import counted, say, say_json, shown


def test_control_characters_are_spelled_out() -> None:
    answer = shown("a\x1b[31mred\x07 \x9b1m \u202e")
    assert "\x1b" not in answer
    assert "\x07" not in answer
    assert "\x9b" not in answer
    assert "red" in answer


def test_line_ends_stay() -> None:
    assert shown("one\ntwo") == "one\ntwo"


def test_other_scripts_stay() -> None:
    assert shown("“Größe” 李克強 \U0001f600") == "“Größe” 李克強 \U0001f600"


def test_say_makes_harmless(capsys: pytest.CaptureFixture[str]) -> None:
    say("\x1b]0;title\x07")
    assert "\x1b" not in capsys.readouterr().out


def test_json_keeps_scripts_and_escapes_controls(capsys: pytest.CaptureFixture[str]) -> None:
    say_json({"name": "李\x1b"})
    out = capsys.readouterr().out
    assert "李" in out
    assert "\x1b" not in out
    assert json.loads(out) == {"name": "李\x1b"}


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 articles"), (1, "1 article"), (5, "5 articles"), (12345, "12,345 articles")]
)
def test_numbers_have_their_noun(number: int, words: str) -> None:
    assert counted(number, "article") == words


def test_irregular_noun() -> None:
    assert counted(2, "child", "children") == "2 children"
