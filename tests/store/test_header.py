# SPDX-License-Identifier: MIT
import pytest

from annotator.domain import LockedOrDamaged, Refused, live_files
from annotator.store import header, opening
from annotator.store.schema import APPLICATION_ID, FORMAT


def head(*, magic=b"SQLite format 3\x00", page=4096, modes=b"\x01\x01", pages=1, version=FORMAT, app=APPLICATION_ID):
    made = bytearray(4096)
    made[:16] = magic
    made[16:18] = page.to_bytes(2, "big")
    made[18:20] = modes
    made[28:32] = pages.to_bytes(4, "big")
    made[60:64] = version.to_bytes(4, "big")
    made[68:72] = app.to_bytes(4, "big")
    return bytes(made)


@pytest.mark.parametrize(
    ("content", "kind", "sentence"),
    [
        (b"", Refused, "no project"),
        (head()[:99], Refused, "no project"),
        (head(magic=b"PK\x03\x04" + b"\x00" * 12), Refused, "no project"),
        (head(app=0), Refused, "another program"),
        (head(version=FORMAT + 1), Refused, rf"format {FORMAT + 1}; this version reads format {FORMAT}"),
        (head(version=0), Refused, "no format number"),
        (head(modes=b"\x02\x02"), Refused, "write-ahead"),
        (head(modes=b"\x01\x02"), Refused, "write-ahead"),
        (head(pages=2), LockedOrDamaged, "4,096 of 8,192 bytes"),
        (head(page=1, pages=1), LockedOrDamaged, "4,096 of 65,536 bytes"),
    ],
)
def test_the_first_hundred_bytes_decide(tmp_path, content, kind, sentence):
    path = tmp_path / "a.annotator"
    path.write_bytes(content)
    with pytest.raises(kind, match=sentence) as said:
        header.require_project_header(path)
    assert said.value.where == str(path)
    assert path.read_bytes() == content


def test_a_right_header_passes(tmp_path):
    (tmp_path / "a").write_bytes(head())
    header.require_project_header(tmp_path / "a")


def test_a_file_beyond_all_projects_is_refused_unread(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(head())
    monkeypatch.setattr(header, "LARGEST_PROJECT", 10)
    with pytest.raises(Refused, match="larger than any project"):
        header.require_project_header(tmp_path / "a")


@pytest.mark.parametrize("target", ["there", "gone"])
def test_a_link_is_refused(tmp_path, target):
    (tmp_path / "there").write_bytes(head())
    (tmp_path / "link").symlink_to(tmp_path / target)
    with pytest.raises(Refused, match="link"):
        header.require_project_header(tmp_path / "link")


def test_a_live_file_is_known_by_itself_and_not_by_its_name(path, data):
    file = opening.create(path, data_folder=data)
    (path.parent / "other name").hardlink_to(path)
    assert live_files.is_live(path.parent / "other name")
    with pytest.raises(Refused, match="already open here"):
        header.require_project_header(path.parent / "other name")
    opening.close_file(file)
    assert not live_files.is_live(path)


def test_a_file_swapped_while_open_does_not_stay_marked(path, data):
    file = opening.create(path, data_folder=data)
    known = live_files.identity(path)
    path.rename(path.with_name("aside"))
    assert live_files.is_live(path.with_name("aside"))
    opening.close_file(file)
    assert live_files.identity(path.with_name("aside")) == known
    assert not live_files.is_live(path.with_name("aside"))
