# SPDX-License-Identifier: MIT
import pytest
from store.conftest import TEXT

from annotator.domain import LockedOrDamaged, Refused
from annotator.store import opening
from annotator.store.texts import Texts
from annotator.text.quotation import digest

EXACT = {
    "astral": "a \U0001f44d\U0001f3fd b \U00010348",
    "CJK": "北京信任莫斯科。",
    "combining": "e\u0301 \u00e9 is kept apart",
    "NBSP and others": "a\u00a0b\u202fc\u2009d",
    "line and paragraph separators": "one\u2028two\u2029three\x0bfour\x0cfive\x85six",
    "right to left": "שלום עולם\nمرحبا بالعالم\n\u200fx\u200e",
    "zero width": "a\u200bb\u200dc\ufeffd",
    "no last line end": "end",
    "quotes": "“a” 'b' \"c\" ; DROP TABLE text; --",
}


@pytest.mark.parametrize("name", EXACT)
def test_a_text_comes_back_to_the_last_code_point(file, path, data, name):
    body = EXACT[name]
    with file.transaction():
        sha256 = file.texts.add(body)
        assert file.texts.add(body) == sha256
    opening.close_file(file)
    again = opening.open_file(path, data_folder=data)
    assert Texts(again.live).body(sha256) == body
    assert sha256 == digest(body)
    opening.close_file(again)


def test_a_missing_text_is_said(file):
    with pytest.raises(LockedOrDamaged, match="missing"):
        file.texts.body("0" * 64)


def test_a_text_that_changed_under_us_is_never_given_out(file):
    file.live.execute("DROP TRIGGER text_update")
    file.live.execute("UPDATE text SET body = 'other'")
    with pytest.raises(LockedOrDamaged, match="not what was stored"):
        Texts(file.live).body(digest(TEXT))


def test_only_the_last_few_are_kept_in_memory(file):
    with file.transaction():
        hashes = [file.texts.add(f"text {number}") for number in range(20)]
    assert len(file.texts._recent) <= 8
    assert [file.texts.body(each) for each in hashes] == [f"text {number}" for number in range(20)]


@pytest.mark.parametrize("body", ["a\x00b", "\x00"])
def test_what_is_no_text_is_refused(file, body):
    with pytest.raises(Refused, match="NUL"):
        file.texts.add(body)


def test_many_are_added_at_once_and_their_lengths_known_without_reading_them_back(file):
    bodies = [f"text {number} 👍" for number in range(250)]
    with file.transaction():
        hashes = file.texts.add_all(bodies)
        assert file.texts.add_all(bodies[:3]) == hashes[:3]
    said = []
    file.live.set_trace_callback(said.append)
    assert [file.texts.length(each) for each in hashes] == [len(body) for body in bodies]
    file.live.set_trace_callback(None)
    assert said == []
    assert Texts(file.live).length(hashes[0]) == len(bodies[0])
    assert {body for _, body in file.texts.all_bodies()} == {TEXT, *bodies}


def test_a_length_of_what_was_rolled_back_is_forgotten(file):
    with pytest.raises(Refused, match="NUL"), file.transaction():
        file.texts.add_all(["kept?", "a\x00b"])
    with pytest.raises(LockedOrDamaged, match="missing"):
        file.texts.length(digest("kept?"))
