# SPDX-License-Identifier: MIT
import pytest

from annotator.domain import AliasOf, AnnotationId, CoderId, DocumentId, Round, RoundPurpose
from annotator.domain.team import alias_id, assignment_id, carried_over_id, round_id

ANNA, BEN = CoderId("01900000-0000-7000-8000-00000000000b"), CoderId("01900000-0000-7000-8000-00000000000c")
ONE, TWO = DocumentId("01900000-0000-5000-8000-0000000000d1"), DocumentId("01900000-0000-5000-8000-0000000000d2")


def test_a_round_is_the_main_one_for_two_coders_unless_said_otherwise():
    made = Round("main")
    assert (made.purpose, made.coders_needed, made.released) == (RoundPurpose.MAIN, 2, False)


def test_identities_are_the_same_for_ever():
    """Golden values: a file written today must meet one written by any later version."""
    assert round_id("retest") == "1efd59fd-b1f5-5bbb-94d9-c47a92c8a0f8"
    assert assignment_id(ANNA, ONE, "main") == "77502b04-b5d6-5519-9721-70cec446ca73"
    assert alias_id(AliasOf.CODE, ONE) == "3328fcad-3176-51ba-bc01-2472d73c3acb"
    assert carried_over_id(AnnotationId(ANNA), ONE) == "2aa49266-d224-5916-ba98-f31c94cf4a58"


@pytest.mark.parametrize(
    "several",
    [
        [round_id("main"), round_id("Main"), round_id("main ")],
        [assignment_id(ANNA, ONE, "main"), assignment_id(BEN, ONE, "main"), assignment_id(ANNA, TWO, "main"),
         assignment_id(ANNA, ONE, "retest")],
        [alias_id(AliasOf.CODE, ANNA), alias_id(AliasOf.CODER, ANNA), alias_id(AliasOf.CODE, BEN)],
        [carried_over_id(AnnotationId(ANNA), ONE), carried_over_id(AnnotationId(ANNA), TWO)],
    ],
)  # fmt: skip
def test_other_things_have_other_identities(several):
    assert len(set(several)) == len(several)
