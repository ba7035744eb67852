# SPDX-License-Identifier: MIT
"""``annotator new``."""

from collections.abc import Callable
from pathlib import Path

from cli.conftest import Answer

Call = Callable[..., Answer]


def test_new_project_has_its_codebook_and_lead(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "study.annotator"
    answer = call("new", path, "--as", "Mara", "--name", "River study")
    assert (answer.code, answer.err) == (0, "")
    info = call("info", path, "--json").json
    assert info["name"] == "River study"
    assert info["lead"] == "Mara"
    assert [code["short_name"] for code in info["codes"]] == ["trust", "mistrust", "speculation", "expert_quote"]


def test_exactly_one_file_is_left(call: Call, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    call("new", tmp_path / "folder" / "study.annotator", "--as", "Mara")
    assert [path.name for path in (tmp_path / "folder").iterdir()] == ["study.annotator"]


def test_existing_file_is_never_overwritten(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "study.annotator"
    path.write_text("mine", encoding="utf-8")
    assert call("new", path, "--as", "Mara").code == 1
    assert path.read_text(encoding="utf-8") == "mine"


def test_folder_that_is_not_there_is_refused(call: Call, tmp_path: Path) -> None:
    answer = call("new", tmp_path / "nowhere" / "study.annotator", "--as", "Mara")
    assert answer.code == 1
    assert len(answer.err.splitlines()) == 1
