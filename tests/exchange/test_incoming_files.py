# SPDX-License-Identifier: MIT
import os
from pathlib import Path

import pytest

from annotator.domain import Refused
from annotator.domain.live_files import mark_closed, mark_live
from annotator.exchange.incoming_files import opened, shown_name

PIPES = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")


def _refusal(path: Path, maximum_bytes: int = 100) -> Refused:
    with pytest.raises(Refused) as caught, opened(path, maximum_bytes=maximum_bytes):
        pytest.fail("it was opened")
    assert "\n" not in caught.value.sentence
    return caught.value


def test_a_regular_file_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc")
    with opened(path, maximum_bytes=3) as file:
        assert file.read() == b"abc"
    assert file.closed


def test_what_is_no_file_is_refused_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"x" * 101)
    assert "This is a folder" in _refusal(tmp_path).sentence
    assert _refusal(tmp_path).where == tmp_path.name
    assert "no such file" in _refusal(tmp_path / "missing.txt").sentence
    assert "larger than" in _refusal(tmp_path / "large").sentence
    assert "cannot be read" in _refusal(tmp_path / "large" / "below").sentence
    assert "cannot be read" in _refusal(tmp_path / ("x" * 5000)).sentence
    assert "not a file name" in _refusal(Path("a\0b")).sentence


@PIPES
def test_a_pipe_is_refused_without_waiting_for_its_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "a pipe or a device" in _refusal(tmp_path / "pipe").sentence


@PIPES
def test_a_link_to_nowhere_and_to_itself(tmp_path: Path) -> None:
    (tmp_path / "nowhere").symlink_to(tmp_path / "missing")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert "no such file" in _refusal(tmp_path / "nowhere").sentence
    assert "cannot be read" in _refusal(tmp_path / "loop").sentence


def test_what_fails_while_it_is_read_is_one_sentence_too(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc")
    sentence = r"a\.txt: The file cannot be read \(Input/output error\)"
    with pytest.raises(Refused, match=sentence), opened(path, maximum_bytes=3):
        raise OSError(5, "Input/output error")


def test_a_name_that_is_no_utf8_can_be_stored() -> None:
    assert shown_name(Path("caf\udce9.txt")) == "caf\ufffd.txt"
    assert shown_name(Path("新聞😀.txt")) == "新聞😀.txt"


def test_a_project_that_is_open_here_is_never_opened_as_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    live = tmp_path / "live"
    live.write_text("x")
    known = mark_live(live)
    with monkeypatch.context() as forbidding:
        forbidding.setattr(Path, "open", None)
        with pytest.raises(Refused, match=r"live: .*open here"), opened(live, maximum_bytes=10):
            pass
    mark_closed(known)
    with opened(live, maximum_bytes=10) as file:
        assert file.read() == b"x"
