# SPDX-License-Identifier: MIT
import pytest
from operations.replicas import ANNA, MARA

from annotator import operations
from annotator.domain import CoderId, Refused, UsageError
from annotator.domain.identifiers import is_uuid
from annotator.store import queries


def names(project):
    return [each.name for each in queries.coders(project.live)]


def test_a_person_is_added_before_they_have_a_file(project):
    made = operations.add_person(project, author=MARA.id, name="  Zoë   K. ")
    assert made.value.name == "Zoë K."
    assert is_uuid(made.value.id)
    assert made.touched.coders
    assert names(project) == ["Mara", "Zoë K."]
    assert operations.person_named(project, name="zoë k.") == made.value
    assert operations.person_named(project, name=made.value.id) == made.value
    assert operations.load_settings().people.get("Zoë K.") is None, "it is no name of this computer"


def test_adding_and_renaming_are_undone(project):
    made = operations.add_person(project, author=MARA.id, name="Zoe").value
    operations.rename_person(project, author=MARA.id, coder=made.id, name="Zoë")
    assert names(project) == ["Mara", "Zoë"]
    operations.undo(project, coder=MARA.id)
    assert names(project) == ["Mara", "Zoe"]
    operations.undo(project, coder=MARA.id)
    assert names(project) == ["Mara"]


@pytest.mark.parametrize("name", ["mara", "Mara", " MARA "])
def test_two_people_of_one_name_are_not_made(project, name):
    with pytest.raises(Refused, match="already a coder called"):
        operations.add_person(project, author=MARA.id, name=name)


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "a\x07b", "default"])
def test_what_is_no_name_is_refused(project, name):
    with pytest.raises(UsageError, match="name"):
        operations.add_person(project, author=MARA.id, name=name)
    assert names(project) == ["Mara"]


def test_a_coder_may_change_the_case_of_their_name_but_not_take_anothers(project):
    operations.add_coder(project, author=MARA.id, coder=ANNA)
    assert operations.rename_person(project, author=MARA.id, coder=ANNA.id, name="ANNA").value.name == "ANNA"
    assert operations.rename_person(project, author=MARA.id, coder=ANNA.id, name="ANNA").verb == ""
    with pytest.raises(Refused, match="already a coder called"):
        operations.rename_person(project, author=MARA.id, coder=ANNA.id, name="mara")


def test_only_the_lead_adds_and_renames(project):
    operations.add_coder(project, author=MARA.id, coder=ANNA)
    with pytest.raises(Refused, match="Only the lead"):
        operations.add_person(project, author=ANNA.id, name="Cara")
    with pytest.raises(Refused, match="Only the lead"):
        operations.rename_person(project, author=ANNA.id, coder=ANNA.id, name="Cara")


def test_an_unknown_person_is_told_with_those_there_are(project):
    with pytest.raises(UsageError, match=r"no coder “Cara” in the project. The coders are: Mara"):
        operations.person_named(project, name="Cara")
    with pytest.raises(Refused, match="not in the project"):
        operations.rename_person(project, author=MARA.id, coder=CoderId(ANNA.id), name="x")
    for each in (ANNA, ANNA.__class__(CoderId("01900000-0000-7000-8000-0000000000ff"), "Anna")):
        operations.add_coder(project, author=MARA.id, coder=each)
    with pytest.raises(UsageError, match="2 coders are called"):
        operations.person_named(project, name="Anna")
