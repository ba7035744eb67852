# SPDX-License-Identifier: MIT
"""Containers of others within limits; our own the same bytes each time."""

import io
import os
import random
import stat
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain import Refused
from annotator.exchange import containers
from annotator.exchange.containers import name_fault, opened_container, packed, write_container


def _zip(*members: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data, method)
    return file.getvalue()


def _entry(name: str, mode: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = mode << 16
    return entry


def _encrypted() -> bytes:
    data = bytearray(_zip(("a.txt", b"x" * 100)))
    data[6] |= 1
    data[data.rindex(b"PK\1\2") + 8] |= 1
    return bytes(data)


def _lying(size: int) -> bytes:
    """A member that says in both places that it has another size than it has."""
    data = bytearray(_zip(("a.txt", b"x" * 1000)))
    for place in (data.index(b"PK\3\4") + 22, data.rindex(b"PK\1\2") + 24):
        data[place : place + 4] = size.to_bytes(4, "little")
    return bytes(data)


def _overlapping() -> bytes:
    """Many entries of the list that all point at one member."""
    data = _zip(("aaaa.txt", random.Random(1).randbytes(5000)))
    start, end = data.index(b"PK\1\2"), data.rindex(b"PK\5\6")
    entry = data[start:end]
    more = b"".join(entry.replace(b"aaaa", b"%04d" % number) for number in range(100))
    tail = bytearray(data[end:])
    tail[8:12] = (100).to_bytes(2, "little") * 2
    tail[12:16] = len(more).to_bytes(4, "little")
    return data[:start] + more + bytes(tail)


def _read_all(data: bytes | Path, **more: int) -> dict[str, bytes]:
    with opened_container(data, name="n", **more) as container:
        return {member: container.read(member) for member in container.members}


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "no container": (lambda: b"plain text", "no ZIP container"),
    "nothing": (lambda: b"", "no ZIP container"),
    "slip": (lambda: _zip(("../a.txt", b"x")), "leads out"),
    "slip of Windows": (lambda: _zip(("..\\a.txt", b"x")), "leads out"),
    "deep slip": (lambda: _zip(("a/b/../../../c", b"x")), "leads out"),
    "absolute": (lambda: _zip(("/etc/a", b"x")), "absolute"),
    "drive": (lambda: _zip(("C:\\a", b"x")), "absolute"),
    "share": (lambda: _zip(("\\\\host\\a", b"x")), "absolute"),
    "control character": (lambda: _zip(("a\x1b[2J.txt", b"x")), "control characters"),
    "empty part": (lambda: _zip(("a//b", b"x")), "empty part"),
    "link": (lambda: _zip((_entry("a", stat.S_IFLNK | 0o777), b"/etc/passwd")), "link"),
    "pipe": (lambda: _zip((_entry("a", stat.S_IFIFO | 0o644), b"")), "device"),
    "same but for case": (lambda: _zip(("a.txt", b"1"), ("A.TXT", b"2")), "name of another"),
    "same but for composition": (lambda: _zip(("\u00e9", b"1"), ("e\u0301", b"2")), "name of another"),
    "encrypted": (_encrypted, "encrypted"),
    "other method": (lambda: _zip(("a", b"x" * 100), method=zipfile.ZIP_LZMA), "ordinary ZIP"),
    "bomb": (lambda: _zip(("a", b"\0" * 3_000_000)), "200 times"),
    "larger than it says": (lambda: _lying(10), "damaged"),
    "smaller than it says": (lambda: _lying(5000), "damaged"),
    "overlapping": (_overlapping, "overlap"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_breaks_a_rule_is_one_sentence(what: str) -> None:
    make, words = HOSTILE[what]
    with pytest.raises(Refused, match=words) as refused:
        _read_all(make())
    assert refused.value.where == "n"
    assert "nothing was taken" in refused.value.sentence
    assert "\n" not in refused.value.sentence


def test_two_of_one_name_are_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        data = _zip(("a", b"1"), ("a", b"2"))
    with pytest.raises(Refused, match="name of another"):
        _read_all(data)


def test_numbers_and_sizes_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    data = _zip(*((f"{number}.txt", b"x") for number in range(11)))
    assert len(_read_all(data)) == 11
    monkeypatch.setattr(containers, "MAXIMUM_MEMBERS", 10)
    with pytest.raises(Refused, match="more than 10 members"):
        _read_all(data)
    monkeypatch.setattr(containers, "MAXIMUM_MEMBERS", 11)
    monkeypatch.setattr(containers, "MAXIMUM_UNPACKED_BYTES", 10)
    with pytest.raises(Refused, match="unpacks to more"):
        _read_all(data)


def test_a_list_that_claims_to_be_endless_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = _zip(*((f"{number}.txt", b"x") for number in range(100)))
    monkeypatch.setattr(containers, "_LONGEST_LIST_BYTES", 1000)
    with pytest.raises(Refused, match="no ZIP container"):
        _read_all(data)


def test_nesting_is_limited() -> None:
    data = _zip(("a", b"x"))
    assert _read_all(data, nesting=3) == {"a": b"x"}
    with pytest.raises(Refused, match="nested deeper"):
        _read_all(data, nesting=4)


def test_a_member_is_read_up_to_the_limit() -> None:
    with opened_container(_zip(("a", b"x" * 1000))) as container:
        assert container.read("a", maximum_bytes=1000) == b"x" * 1000
        assert container.size("a") == 1000
        with pytest.raises(Refused, match="larger"):
            container.read("a", maximum_bytes=999)
        with pytest.raises(Refused, match="no member 'b'"):
            container.read("b")
        with container.stream("a") as file:
            assert file.read(3) == b"xxx"
        assert "a" in container
        assert "b" not in container


def test_names_are_read_as_they_were_meant() -> None:
    data = _zip(("ordner\\a.txt", b"1"), ("folder/", b""), ("folder/\u65b0\u805e.txt", b"2"))
    assert sorted(_read_all(data)) == ["folder/\u65b0\u805e.txt", "ordner/a.txt"]
    unsaid = bytearray(_zip(("\u00fc.txt", b"3")))
    unsaid[7] &= 0xF7
    unsaid[unsaid.rindex(b"PK\1\2") + 9] &= 0xF7
    assert list(_read_all(bytes(unsaid))) == ["\u00fc.txt"]
    old = bytes(unsaid).replace("\u00fc".encode(), "\u00e1\u00a2".encode("cp437"))
    assert list(_read_all(old)) == ["\u00e1\u00a2.txt"]


@pytest.mark.parametrize("twentieth", range(20))
def test_cut_short_anywhere(twentieth: int) -> None:
    data = _zip(("a.txt", random.Random(2).randbytes(3000)), ("b.txt", b"hello"))
    with pytest.raises(Refused):
        _read_all(data[: len(data) * twentieth // 20])


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_bytes_that_were_changed_are_read_or_refused(data: st.DataObject) -> None:
    changed = bytearray(_zip(("a.txt", b"hello " * 40), ("b/c.txt", b"x" * 90)))
    for _ in range(data.draw(st.integers(1, 8))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    try:
        _read_all(bytes(changed))
    except Refused as refused:
        assert refused.sentence  # noqa: PT017  # both ends are right; any other error fails


def test_written_twice_it_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_container(tmp_path / "1.zip", {"b": b"2", "a/c": [b"pie", b"ces"]})
    monkeypatch.setattr(time, "time", lambda: 2e9)
    monkeypatch.setattr(time, "localtime", lambda *_: time.struct_time((2033, 5, 18, 3, 33, 20, 2, 138, 0)))
    old = os.umask(0o077)
    write_container(tmp_path / "2.zip", {"a/c": b"pieces", "b": iter([b"2"])})
    os.umask(old)
    first = (tmp_path / "1.zip").read_bytes()
    assert first == (tmp_path / "2.zip").read_bytes() == packed({"b": b"2", "a/c": b"pieces"})
    with zipfile.ZipFile(tmp_path / "1.zip") as archive:
        assert [entry.filename for entry in archive.infolist()] == ["a/c", "b"]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1.zip", "2.zip"]


@pytest.mark.parametrize("names", [["../a"], ["/a"], ["a", "A"], ["a/"], ["a\n"], ["a//b"], [""]])
def test_what_would_not_be_read_back_is_not_written(names: list[str], tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no names"):
        write_container(tmp_path / "a.zip", dict.fromkeys(names, b""))
    assert list(tmp_path.iterdir()) == []


_NAMES = st.text(st.characters(exclude_characters="\\"), min_size=1, max_size=20).filter(
    lambda name: not name_fault(name) and not name.endswith("/")
)


@settings(deadline=None)
@given(st.dictionaries(_NAMES, st.binary(max_size=100), max_size=5))
def test_what_is_written_is_read_back(members: dict[str, bytes]) -> None:
    try:
        data = packed(members)
    except ValueError:
        return
    assert _read_all(data) == members


def test_a_folder_is_no_container(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="folder"):
        _read_all(tmp_path)
    path = tmp_path / "a.zip"
    path.write_bytes(_zip(("a", b"x")))
    assert _read_all(path) == {"a": b"x"}
