# SPDX-License-Identifier: MIT
"""The search of a finished file: identities and names, in every encoding, wherever SQLite put them."""

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.store.leaks import leaks

IDENTITY = "01900000-0000-7000-8000-00000000abcd"


@pytest.fixture
def file(tmp_path):
    def made(*cells):
        path = tmp_path / "file.db"
        with closing(sqlite3.connect(path, isolation_level=None)) as writer:
            writer.execute("CREATE TABLE held (cell)")
            writer.executemany("INSERT INTO held VALUES (?)", ((cell,) for cell in cells))
        return path

    return made


def found(path, identities=(IDENTITY,), words=("Planted",)):
    return set(leaks(path, identities=identities, words=words))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_bytes_in_any_encoding(file, encoding):
    assert found(file(f"x{IDENTITY} Planted".encode(encoding))) == {IDENTITY, "Planted"}


def test_a_clean_file(file):
    assert found(file("nothing", IDENTITY.replace("a", "b"))) == set()


@pytest.mark.parametrize("before", range(3900, 4100, 7))
def test_across_pages(file, before):
    assert found(file("." * before + IDENTITY + "Planted" + "." * 5000)) == {IDENTITY, "Planted"}


def test_what_was_deleted_and_can_still_be_read(file):
    path = file("Planted", "kept")
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA secure_delete = OFF")
        writer.execute("DELETE FROM held WHERE cell = 'Planted'")
    assert found(path) == {"Planted"}


def test_names_that_stand_in_any_file_are_not_looked_for(file):
    assert found(file("Bob", "deadbeef"), words=("Bob", "beef", "2026")) == set()


def test_identities_side_by_side(file):
    other = IDENTITY.replace("d", "e")
    assert found(file(IDENTITY + other), identities=(IDENTITY, other)) == {IDENTITY, other}


NAMES = ("Anna", "Annabel", "Zo\xeb M.", "Пётр", "王小明明", "Tom 👍")


@settings(max_examples=200)
@given(
    st.lists(
        st.binary(max_size=9)
        | st.builds(str.encode, st.sampled_from(NAMES), st.sampled_from(["utf-8", "utf-16-le", "utf-16-be"])),
        max_size=6,
    )
)
def test_names_among_any_bytes(several):
    held = b"".join(several)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.db"
        with closing(sqlite3.connect(path, isolation_level=None)) as writer:
            writer.execute("CREATE TABLE held (cell)")
            writer.execute("INSERT INTO held VALUES (?)", (held,))
        expected = {n for n in NAMES for each in ("utf-8", "utf-16-le", "utf-16-be") if n.encode(each) in held}
        assert found(path, words=NAMES) == expected
