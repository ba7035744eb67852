# SPDX-License-Identifier: MIT
from annotator.domain.live_files import identity, is_live, mark_closed, mark_live


def test_a_file_is_known_by_what_it_is_and_not_by_its_name(tmp_path):
    file = tmp_path / "file"
    file.write_text("x")
    known = mark_live(file)
    assert known == identity(file)
    (tmp_path / "other name").hardlink_to(file)
    file.rename(tmp_path / "aside")
    file.write_text("another file of the old name")
    assert [each.name for each in sorted(tmp_path.iterdir()) if is_live(each)] == ["aside", "other name"]
    mark_closed(known)
    mark_closed(known)
    assert not any(is_live(each) for each in tmp_path.iterdir())


def test_what_cannot_be_looked_at_is_not_open(tmp_path):
    assert not is_live(tmp_path / "nowhere")
    assert not is_live(tmp_path / "a\0b")
