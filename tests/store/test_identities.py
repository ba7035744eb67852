# SPDX-License-Identifier: MIT
"""What counts as what: chains, circles, targets that are not there; and nothing read beyond an empty table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store.conftest import CODE, CODER, DOCUMENT, annotation

from annotator.domain import AliasOf
from annotator.domain.team import alias_id
from annotator.store import identities, queries
from annotator.store.identities import NOTHING_MAPPED, resolved

OTHER_CODE = "01900000-0000-7000-8000-0000000000cd"
THIRD_CODE = "01900000-0000-7000-8000-0000000000ce"
OTHER_CODER = "01900000-0000-7000-8000-0000000000ab"
ONE = "01900000-0000-7000-8000-000000000001"


def write_alias(file, of, source, target):
    with file.action(author=CODER, verb="map") as action:
        action.write("alias", alias_id(of, source), {"of": of.value, "source": source, "target": target})


@pytest.fixture
def team(file):
    with file.action(author=CODER, verb="prepare") as action:
        action.write("coder", OTHER_CODER, {"name": "Anna at home"})
        action.write("code", OTHER_CODE, {"name": "Vertrauen", "short_name": "vertrauen"})
        action.write("code", THIRD_CODE, {"name": "Third", "short_name": "third"})
        action.write("annotation", ONE, annotation(0, 7, coder=OTHER_CODER, code=OTHER_CODE))
    return file


def test_nothing_is_mapped_at_first(team):
    assert identities.load(team.live) is NOTHING_MAPPED
    assert NOTHING_MAPPED.is_empty
    assert NOTHING_MAPPED.of_coder(CODER) == (CODER,)


def test_a_chain_ends_at_its_end_and_is_taken_back(team):
    write_alias(team, AliasOf.CODE, OTHER_CODE, THIRD_CODE)
    write_alias(team, AliasOf.CODE, THIRD_CODE, CODE)
    found = identities.load(team.live)
    assert dict(found.codes) == {OTHER_CODE: CODE, THIRD_CODE: CODE}
    assert (found.code(OTHER_CODE), found.code(CODE), found.coder(CODER)) == (CODE, CODE, CODER)
    write_alias(team, AliasOf.CODE, THIRD_CODE, "")
    assert dict(identities.load(team.live).codes) == {OTHER_CODE: THIRD_CODE}


def test_a_person_has_all_their_identities(team):
    write_alias(team, AliasOf.CODER, OTHER_CODER, CODER)
    found = identities.load(team.live)
    assert found.of_coder(OTHER_CODER) == found.of_coder(CODER) == (CODER, OTHER_CODER)
    assert not found.is_empty


def test_a_target_that_is_not_there_maps_nothing(team):
    write_alias(team, AliasOf.CODE, OTHER_CODE, ONE)
    assert identities.load(team.live).is_empty


def test_an_annotation_keeps_what_was_written(team):
    as_made = queries.annotation(team.live, ONE)
    write_alias(team, AliasOf.CODE, OTHER_CODE, CODE)
    write_alias(team, AliasOf.CODER, OTHER_CODER, CODER)
    counted = identities.load(team.live).counted(as_made)
    assert (counted.code, counted.coder) == (CODE, CODER)
    assert (counted.code_as_made, counted.coder_as_made) == (OTHER_CODE, OTHER_CODER)
    assert counted.document == DOCUMENT
    assert identities.load(team.live).counted(counted) == counted


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("abcdef")))
def test_what_something_counts_as_counts_as_itself(direct):
    found = resolved(direct)
    for source, target in found.items():
        assert target not in found
        walked = source
        for _ in range(len(direct)):
            walked = direct.get(walked, walked)
        reachable = {walked}
        while direct.get(walked, walked) not in reachable:
            walked = direct[walked]
            reachable.add(walked)
        assert target == min(reachable)
    for source in direct.keys() - found.keys():
        assert source in resolved({**direct, "z": source}).values()
