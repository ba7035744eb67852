# SPDX-License-Identifier: MIT
import os
from pathlib import Path

import pytest

from annotator.domain import Refused
from annotator.exchange import incoming_members
from annotator.exchange.incoming_members import opened_members, without_common_folder
from annotator.exchange.outgoing_members import write_members

MEMBERS = {"a/b.txt": b"one", "c.txt": b"two"}


@pytest.mark.parametrize("name", ["folder", "packed.zip"])
def test_a_folder_and_a_container_are_read_alike(tmp_path: Path, name: str) -> None:
    write_members(tmp_path / name, MEMBERS)
    with opened_members(tmp_path / name) as members:
        assert members.members == ("a/b.txt", "c.txt")
        assert members.read("a/b.txt") == b"one"
        with pytest.raises(Refused):
            members.read("nothing")


def test_one_file_is_its_own_member(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes(b"PK no")
    with opened_members(tmp_path / "x.json") as members:
        assert members.members == ("x.json",)
        assert members.read("x.json") == b"PK no"
        with pytest.raises(Refused):
            members.read("../x.json")


def test_hidden_files_links_and_pipes_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / ".hidden").write_bytes(b"")
    (tmp_path / "in" / ".git").mkdir()
    (tmp_path / "in" / ".git" / "x").write_bytes(b"")
    (tmp_path / "out.txt").write_bytes(b"secret")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "out.txt")
    os.mkfifo(tmp_path / "in" / "pipe")
    with opened_members(tmp_path / "in") as members:
        assert members.members == ()


def test_a_folder_with_too_much_and_a_missing_file_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_members(tmp_path / "in", MEMBERS)
    monkeypatch.setattr(incoming_members, "MAXIMUM_MEMBERS", 1)
    with pytest.raises(Refused, match="more than 1 files"), opened_members(tmp_path / "in"):
        pass
    with pytest.raises(Refused, match="no such file"), opened_members(tmp_path / "nothing"):
        pass


def test_the_folder_in_which_all_lies() -> None:
    assert without_common_folder(("a/b", "a/c/d")) == "a/"
    assert without_common_folder(("a/b", "c")) == ""
    assert without_common_folder(()) == ""
