# SPDX-License-Identifier: MIT
import hashlib
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.domain import NotSaved, Refused
from annotator.exchange.outgoing_members import write_members

MEMBERS = {"a/b.txt": b"one", "c.txt": (b"t", b"wo")}


def test_a_folder_that_is_new_or_empty_is_filled(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("new", "empty", "deep/er"):
        write_members(tmp_path / name, MEMBERS)
        assert (tmp_path / name / "a" / "b.txt").read_bytes() == b"one"
        assert (tmp_path / name / "c.txt").read_bytes() == b"two"
    assert not list(tmp_path.rglob("*.part"))


def test_a_name_that_ends_in_zip_is_a_container(tmp_path: Path) -> None:
    write_members(tmp_path / "x.ZIP", MEMBERS)
    with zipfile.ZipFile(tmp_path / "x.ZIP") as archive:
        assert archive.namelist() == ["a/b.txt", "c.txt"]
        assert archive.read("c.txt") == b"two"


@pytest.mark.parametrize("occupied", ["folder", "file"])
def test_nothing_is_mixed_with_what_is_there(tmp_path: Path, occupied: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "mine").write_bytes(b"x")
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(Refused, match="new or an empty folder"):
        write_members(tmp_path / occupied, MEMBERS)
    assert (tmp_path / "folder" / "mine").read_bytes() == b"x"


def test_a_failure_leaves_nothing(tmp_path: Path) -> None:
    def failing() -> Iterator[bytes]:
        yield b"x"
        raise KeyError("bug")

    with pytest.raises(KeyError):
        write_members(tmp_path / "new", {"a.txt": b"a", "b.txt": failing()})
    with pytest.raises(ValueError, match="no name for a member"):
        write_members(tmp_path / "new", {"../a.txt": b"a"})
    assert list(tmp_path.iterdir()) == []


def test_what_the_disk_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotSaved):
        write_members(tmp_path / "file" / "new", MEMBERS)


EXPORTS = """
import sys, time
from pathlib import Path
from exchange.made_corpora import corpus_of, with_regions
from annotator.exchange.codings.brat_writer import write_brat
from annotator.exchange.codings.cas_writer import write_cas
from annotator.exchange.codings.jsonl import write_jsonl
from annotator.exchange.codings.labelled_lines import write_labelled_lines
from annotator.exchange.codings.webanno_writer import write_webanno
shift = float(sys.argv[2])
now, local = time.time, time.localtime
time.time, time.localtime = lambda: now() + shift, lambda seconds=None: local((seconds or now()) + shift)
corpus = with_regions(corpus_of("One \U0001f600 two. Three\\nfour", (0, 3), (6, 9), (0, 9), memo="why"))
folder = Path(sys.argv[1])
for name, write in (("b", write_brat), ("c", write_cas), ("l", write_labelled_lines), ("w", write_webanno)):
    write(corpus, folder / f"{name}.zip")
write_jsonl(corpus, folder / "x.jsonl")
"""


def test_every_export_is_the_same_under_another_clock_locale_hash_order_and_folder(tmp_path: Path) -> None:
    found = []
    for number, (zone, words, seed) in enumerate([("UTC", "C.UTF-8", "1"), ("Asia/Tokyo", "tr_TR.UTF-8", "77")]):
        folder = tmp_path / ("in" * (number + 1))
        folder.mkdir()
        known = {"TZ": zone, "LC_ALL": words, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        call = [sys.executable, "-X", "utf8", "-c", EXPORTS, str(folder), str(number * 10_000_000)]
        subprocess.run(call, check=True, cwd=folder, env={**os.environ, **known})
        found.append({each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in folder.iterdir()})
    assert found[0] == found[1]
    assert len(found[0]) == 5
