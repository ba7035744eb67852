# SPDX-License-Identifier: MIT
"""A coder's file from within: whose it is, the confirmed name, later files of the lead's and nobody else's."""

import pytest
from operations.replicas import ANNA, BEN, MARA
from operations.test_handing_out import annotate, one_file, opened

from annotator import operations
from annotator.domain import Coder, CoderId, Refused, RoundPurpose, UsageError
from annotator.store import queries


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "coders"
    made.mkdir()
    return made


@pytest.fixture
def team(project):
    for coder in (ANNA, BEN):
        operations.add_coder(project, author=MARA.id, coder=coder)
    return project


@pytest.fixture
def later(tmp_path):
    made = tmp_path / "later"
    made.mkdir()
    return made


def merged(theirs, *paths):
    return operations.merge(theirs, author=ANNA.id, paths=paths).value


def test_the_leads_file_is_no_coders_file(team):
    assert operations.coder_file(team) is None


def test_a_coders_file_says_whose_it_is(team, folder):
    with opened(one_file(team, folder).path) as theirs:
        found = operations.coder_file(theirs)
        assert (found.coder, found.lead, found.round, found.confirmed) == (ANNA, MARA, "main", False)


def test_the_name_is_confirmed_without_a_change(team, folder):
    with opened(one_file(team, folder).path) as theirs:
        before = operations.info(theirs).journal_digest
        assert operations.confirm_name(theirs, name=" Anna ").value == ANNA
        assert operations.coder_file(theirs).confirmed
        assert operations.info(theirs).journal_digest == before
    assert operations.me() == ANNA


def test_another_name_is_the_coders_own_change_and_comes_back(team, folder):
    made = one_file(team, folder)
    operations.remember_me("Somebody")
    with opened(made.path) as theirs:
        operations.confirm_name(theirs, name="Anna Berg")
        assert operations.coder_file(theirs).coder == Coder(ANNA.id, "Anna Berg")
        with pytest.raises(UsageError, match="characters"):
            operations.confirm_name(theirs, name=" ")
    operations.merge(team, author=MARA.id, paths=[made.path])
    assert Coder(ANNA.id, "Anna Berg") in queries.coders(team.live)
    assert operations.me().name == "Somebody", "who is known here stays so"
    assert operations.person("Anna Berg").id == ANNA.id


def test_a_later_file_brings_articles_and_codebook_and_loses_nothing(team, documents, codes, folder, later, tmp_path):
    first = one_file(team, folder)
    with opened(first.path) as theirs:
        mine = annotate(theirs, ANNA, documents["plain.txt"], codes["trust"], 0, 7, memo="mine")
        (tmp_path / "third.txt").write_text("A third article.\n")
        operations.import_texts(team, author=MARA.id, paths=[tmp_path / "third.txt"])
        trust = queries.codebook(team.live).by_id(codes["trust"])
        annotate(team, BEN, documents["plain.txt"], codes["trust"], 0, 7)
        operations.change_code(
            team, author=MARA.id, code=type(trust)(**{**_fields(trust), "definition": "a newer definition"})
        )
        operations.add_round(team, author=MARA.id, name="again", purpose=RoundPurpose.RETEST)
        second = one_file(team, later, round_name="again")
        result = merged(theirs, second.path)
        assert result.preview.refused == ()
        assert result.preview.questions == ()
        assert [each.name for each in queries.documents(theirs.live)] == ["plain.txt", "rare.txt", "third.txt"]
        assert queries.codebook(theirs.live).by_id(codes["trust"]).definition == "a newer definition"
        assert list(operations.annotations(theirs)) == [mine]
        assert {each.id for each in queries.coders(theirs.live)} == {ANNA.id, MARA.id}
        assert operations.coder_file(theirs).round == "again"
        assert merged(theirs, second.path).added_changes == 0
    operations.merge(team, author=MARA.id, paths=[first.path])
    assert mine in list(operations.annotations(team))


def _fields(code):
    return {name: getattr(code, name) for name in type(code).__dataclass_fields__}


def test_other_files_are_refused_with_a_sentence_each(team, documents, codes, folder, later, tmp_path):
    mine = one_file(team, folder)
    bens = one_file(team, folder, BEN)
    copy = operations.send_copy(team, path=later / "project.annotator")
    stranger = operations.new_project(later / "other.annotator", lead=ANNA)
    operations.close_project(stranger)
    with opened(mine.path) as theirs:
        for path, sentence in (
            (bens.path, "made for somebody else"),
            (copy, "the lead's project"),
            (stranger.path, "another project"),
        ):
            [refused] = operations.preview_merge(theirs, paths=[path]).refused
            assert sentence in refused.sentence
            with pytest.raises(Refused, match=sentence):
                merged(theirs, path)


def test_a_file_that_somebody_else_worked_in_is_refused(team, documents, codes, folder, later):
    mine, second = one_file(team, folder), one_file(team, later)
    with opened(second.path) as other:
        annotate(other, BEN, documents["plain.txt"], codes["trust"], 0, 7)
    with opened(mine.path) as theirs:
        [refused] = operations.preview_merge(theirs, paths=[second.path]).refused
        assert "other people's work" in refused.sentence


def test_only_its_coder_works_in_it(team, folder):
    with opened(one_file(team, folder).path) as theirs:
        assert operations.acting_person("Anna", project=theirs) == ANNA
        with pytest.raises(Refused, match="made for Anna"):
            operations.acting_person("Zoe", project=theirs)
        with pytest.raises(Refused, match="made for Anna"):
            operations.set_active_coder(theirs, coder=Coder(CoderId(BEN.id), "Ben"))


def test_two_machines_of_one_coder_meet_at_either(team, documents, codes, folder, later):
    one, two = one_file(team, folder), one_file(team, later)
    with opened(one.path) as first, opened(two.path) as second:
        annotate(first, ANNA, documents["plain.txt"], codes["trust"], 0, 7)
        annotate(second, ANNA, documents["rare.txt"], codes["trust"], 0, 3)
        copy = operations.send_copy(second, path=later / "copy.annotator")
        merged(first, copy)
        assert len(list(operations.annotations(first))) == 2
