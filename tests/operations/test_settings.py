# SPDX-License-Identifier: MIT
import json
from dataclasses import replace

import pytest

from annotator import operations
from annotator.domain import Coder, CoderId, NotSaved, UsageError
from annotator.operations.settings import know_me_as


def test_settings_come_back(home):
    assert operations.load_settings() == operations.Settings()
    made = replace(operations.Settings(), theme="dark", text_size=21, lanes=5, serif=False, recent=("/a",))
    operations.save_settings(made)
    assert operations.load_settings() == made
    assert [each.name for each in (home / "config").iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "words",
    ["", "{", "[]", "null", '{"evil": 1}', '{"text_size": "x", "people": [], "recent": "x", "serif": 1}', "\udcff"],
)
def test_broken_settings_are_the_defaults(home, words):
    path = operations.config_folder() / "settings.json"
    path.write_bytes(words.encode(errors="surrogateescape"))
    assert operations.load_settings() == operations.Settings()


def test_only_what_is_broken_is_lost():
    path = operations.config_folder() / "settings.json"
    path.write_text(json.dumps({"theme": "dark", "people": {"A": "no identity"}, "lanes": "x"}), encoding="utf-8")
    assert operations.load_settings() == replace(operations.Settings(), theme="dark")


def test_one_name_is_one_person_here():
    assert operations.me() is None
    anna = operations.remember_me("  Anna   B ")
    assert anna.name == "Anna B"
    assert operations.me() == anna
    assert operations.person("Anna B") == anna
    assert operations.person("Ben").id != anna.id
    assert operations.me() == anna


@pytest.mark.parametrize("name", ["", "   ", "default", "Default", "DEFAULT", "n" * 81, "a\x00b", "a\u202eb", "a\x1bb"])
def test_what_is_no_name_is_said(name):
    with pytest.raises(UsageError, match="name"):
        operations.person(name)


def test_recent_projects_are_newest_first_and_each_once(tmp_path):
    for name in ("a", "b", "a", *"cdefghijklmno"):
        operations.remember_project(tmp_path / name)
    recent = operations.load_settings().recent
    assert recent[0].endswith("o")
    assert len(recent) == len(set(recent)) == 12


def test_settings_that_cannot_be_kept_are_said(home):
    (operations.config_folder() / "settings.json").mkdir()
    with pytest.raises(NotSaved, match="could not be kept"):
        operations.save_settings(operations.Settings())


def test_who_confirmed_a_name_is_known_and_replaces_nobody():
    coder = Coder(CoderId("01900000-0000-7000-8000-0000000000b1"), "Anna")
    know_me_as(coder)
    assert operations.me() == coder
    other = Coder(CoderId("01900000-0000-7000-8000-0000000000b2"), "Ben")
    know_me_as(other)
    know_me_as(Coder(other.id, "Anna"))
    assert (operations.me(), operations.person("Ben"), operations.person("Anna")) == (coder, other, coder)


def test_the_choice_for_an_export_is_kept_for_each_project(home):
    assert operations.remembered_export("a") is None
    operations.remember_export("a", chosen={"format": "csv"})
    operations.remember_export("b", chosen={"format": "qdpx", "codes": ["x"]})
    operations.remember_export("a", chosen={"format": "html"})
    assert operations.remembered_export("a") == {"format": "html"}
    assert operations.remembered_export("b") == {"format": "qdpx", "codes": ["x"]}
    for number in range(60):
        operations.remember_export(f"many {number}", chosen=number)
    assert operations.remembered_export("a") is None
    assert operations.remembered_export("many 59") == 59
    assert len(operations.load_settings().exports) == 50
