# SPDX-License-Identifier: MIT
"""``annotator report``: the files it names, the same each time, and its refusals."""

import hashlib

import pytest

FAST = ("--resamples", "200")


def _digests(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_files_are_named(coded, call, tmp_path):
    answer = call("report", coded, "--output", tmp_path / "out", "--format", "html", "--format", "md", *FAST)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines() == [f"Wrote {tmp_path / 'out' / name}" for name in ("report.html", "report.md")]
    text = (tmp_path / "out" / "report.md").read_text(encoding="utf-8")
    assert "Trial 1 (machine-made) and Trial 2 (machine-made)" in text
    assert "200 bootstrap samples" in text


def test_everything_is_written_and_is_the_same_each_time(coded, call, tmp_path):
    for name in ("one", "two"):
        assert call("report", coded, "--output", tmp_path / name, *FAST).code == 0
    written = _digests(tmp_path / "one")
    assert written == _digests(tmp_path / "two")
    assert {"report.html", "report.md", "report.tex", "tables/agreement.csv", "figures/alpha_per_code.svg"} <= set(
        written
    )


def test_the_files_in_json(coded, call, tmp_path):
    answer = call("report", coded, "--output", tmp_path / "out", "--format", "tex", "--json", *FAST)
    assert answer.json == {"files": [str(tmp_path / "out" / "report.tex")]}


def test_the_choices_reach_the_report(coded, call, tmp_path):
    choices = ("--unit", "sentence", "--rule", "half", "--exclude", "any", "--seed", "7", "--level", "0.9", "--all")
    answer = call("report", coded, "--output", tmp_path, "--format", "md", *choices, *FAST)
    assert answer.code == 0
    text = (tmp_path / "report.md").read_text(encoding="utf-8")
    for words in ("sentence by sentence", "at least half", "seed 7", "90 %", "## Further coefficients", "Gamma"):
        assert words in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--coder", "Nobody"), "nobody is called “Nobody”"),
        (("--format", "docx"), "docx"),
        (("--resamples", "-1"), "samples can be drawn"),
        (("--round", "second"), "Nobody worked in a round called “second”"),
    ],
)
def test_wrong_usage_is_said_and_nothing_is_written(coded, call, tmp_path, arguments, words):
    answer = call("report", coded, "--output", tmp_path / "out", *arguments)
    assert answer.code == 2
    assert words in answer.err
    assert not (tmp_path / "out").exists()


def test_a_file_in_place_of_the_folder_is_refused(coded, call, tmp_path):
    (tmp_path / "taken").write_text("", encoding="utf-8")
    answer = call("report", coded, "--output", tmp_path / "taken", "--format", "md", *FAST)
    assert answer.code == 1
    assert "This is a file" in answer.err


def test_a_project_without_coders_has_a_report(project, call, tmp_path):
    answer = call("report", project, "--output", tmp_path / "out", "--all")
    assert answer.code == 0
    text = (tmp_path / "out" / "report.md").read_text(encoding="utf-8")
    assert "No article was finished by two of the coders yet" in text
    assert "nan" not in text.casefold().replace("finance", "")
