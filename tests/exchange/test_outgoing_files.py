# SPDX-License-Identifier: MIT
"""Whole or not at all, whatever fails and wherever."""

import os
from pathlib import Path

import pytest

from annotator.domain import NotSaved, Refused
from annotator.domain.live_files import mark_closed, mark_live
from annotator.exchange.outgoing_files import replacing


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_file_appears_at_the_end_and_not_before(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    with replacing(path) as file:
        file.write(b"new")
        assert path.read_bytes() == b"old"
        assert _names(tmp_path) == ["a.csv", "a.csv.part"]
    assert path.read_bytes() == b"new"
    assert _names(tmp_path) == ["a.csv"]


def test_it_is_on_the_disk_before_it_bears_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    flush, replace = os.fsync, os.replace
    monkeypatch.setattr(os, "fsync", lambda descriptor: (order.append("fsync"), flush(descriptor)))
    monkeypatch.setattr(os, "replace", lambda *paths: (order.append("replace"), replace(*paths)))
    with replacing(tmp_path / "a.csv") as file:
        file.write(b"x")
    assert order[:2] == ["fsync", "replace"]


def test_a_failure_of_the_caller_leaves_the_old_file_and_no_part(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")

    def half_a_file() -> None:
        with replacing(path) as file:
            file.write(b"half")
            raise KeyError

    with pytest.raises(KeyError):
        half_a_file()
    assert path.read_bytes() == b"old"
    assert _names(tmp_path) == ["a.csv"]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(NotSaved, match=r"a\.csv: .*No space left on device.*as it was"), replacing(path) as file:
        file.write(b"new")
    assert path.read_bytes() == b"old"
    assert _names(tmp_path) == ["a.csv"]


def test_a_system_that_flushes_no_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.exchange.outgoing_files.FLUSHES_FOLDERS", False)
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("a folder was opened"))
    with replacing(tmp_path / "a.csv") as file:
        file.write(b"x")
    assert (tmp_path / "a.csv").read_bytes() == b"x"


def test_what_a_killed_run_left_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.csv.part").write_bytes(b"half a file from before")
    with replacing(tmp_path / "a.csv") as file:
        file.write(b"x")
    assert _names(tmp_path) == ["a.csv"]
    assert (tmp_path / "a.csv").read_bytes() == b"x"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_planted_under_the_partial_name_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious").write_bytes(b"precious")
    (tmp_path / "a.csv.part").symlink_to(tmp_path / "precious")
    with replacing(tmp_path / "a.csv") as file:
        file.write(b"x")
    assert (tmp_path / "precious").read_bytes() == b"precious"


def test_folders_in_the_way_and_missing_folders(tmp_path: Path) -> None:
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(NotSaved), replacing(tmp_path / "a.csv") as file:
        file.write(b"x")
    (tmp_path / "b.csv.part").mkdir()
    with pytest.raises(NotSaved), replacing(tmp_path / "b.csv"):
        pytest.fail("it was opened")
    with pytest.raises(NotSaved), replacing(tmp_path / "missing" / "c.csv"):
        pytest.fail("it was opened")
    assert _names(tmp_path) == ["a.csv", "b.csv.part"]


def test_a_project_that_is_open_here_is_not_written_over(tmp_path: Path) -> None:
    live = tmp_path / "live"
    live.write_text("x")
    known = mark_live(live)
    with pytest.raises(Refused, match=r"live: .*not written over"), replacing(live):
        pass
    mark_closed(known)
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("live", "x")]
