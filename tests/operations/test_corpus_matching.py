# SPDX-License-Identifier: MIT
import pytest

from annotator.domain import Code, Codebook, Coder, Refused, UsageError
from annotator.domain.codebook import AttributeDefinition, AttributeKind
from annotator.operations.corpus_matching import AS_NEW, Match, match_coders, match_codes

TRUST = Code("11111111-1111-4111-8111-111111111111", "Evidence of trust", "trust", shortcut="1", position=0)
OLD = Code("22222222-2222-4222-8222-222222222222", "Faith", "faith", counts_as=TRUST.id, position=1)
OURS = Codebook((TRUST, OLD))
ANNA = Coder("33333333-3333-4333-8333-333333333333", "Anna")
ANNE = Coder("44444444-4444-4444-8444-444444444444", "Anne", counts_as=ANNA.id)


def foreign(name, short_name="", identity="55555555-5555-4555-8555-555555555555", **further):
    return Code(identity, name, short_name, **further)


def codes(*several, chosen=None, taken=()):
    return match_codes(Codebook(several), codebook=OURS, chosen=chosen or {}, taken=taken)


def coders(*several, chosen=None, taken=()):
    return match_coders(several, coders=(ANNA, ANNE), chosen=chosen or {}, taken=taken)


@pytest.mark.parametrize(
    ("code", "how"),
    [
        (foreign("anything", "else", identity=TRUST.id), Match.IDENTITY),
        (foreign("anything", "TRUST"), Match.SHORT_NAME),
        (foreign("evidence of Trust", "other"), Match.NAME),
        (foreign("Faith"), Match.NAME),
    ],
)
def test_a_code_is_found_by_identity_then_short_name_then_name_as_what_it_counts_as(code, how):
    assert [(each.code, each.how) for each in codes(code)] == [(TRUST, how)]


def test_a_choice_goes_before_everything():
    (found,) = codes(foreign("Belief", "belief"), chosen={"belief": "trust"})
    assert (found.code, found.how) == (TRUST, Match.CHOSEN)
    with pytest.raises(UsageError, match="no code"):
        codes(foreign("Belief"), chosen={"belief": "trust"})


def test_new_codes_are_made_sound_beside_the_others():
    first = foreign("Über-Trust!", "1 wrong", shortcut="1", colour="#GGGGGG")
    (found,) = codes(first)
    assert (found.how, found.code.name, found.code.short_name) == (Match.NEW, "Über-Trust!", "wrong")
    assert (found.code.shortcut, found.code.colour, found.code.position) == ("", Code("", "", "").colour, 2)
    again = codes(foreign("Good", "good", "66666666-6666-4666-8666-666666666666"), foreign("Good", "good"))
    assert [each.code.name for each in again] == ["Good", "Good (2)"]
    assert [each.code.short_name for each in again] == ["good", "good_2"]
    (nameless,) = codes(foreign("北京", ""))
    assert nameless.code.short_name


def test_an_identity_that_means_something_else_is_not_taken():
    code, coder = foreign("New", "new"), Coder("77777777-7777-4777-8777-777777777777", "Ben")
    assert codes(code, taken={code.id})[0].code.id != code.id
    assert coders(coder, taken={coder.id})[0].coder.id != coder.id
    assert coders(coder)[0].coder == coder


def test_attribute_names_become_words_and_the_old_name_is_the_label():
    definitions = tuple(
        AttributeDefinition(each, each, AttributeKind.TEXT) for each in ("who speaks", "Who-speaks", "tone", "!")
    )
    (found,) = codes(foreign("New", "new", attributes=definitions))
    assert [each.name for each in found.code.attributes] == ["who_speaks", "who_speaks_2", "tone", "attribute"]
    assert found.attributes == {"who speaks": "who_speaks", "Who-speaks": "who_speaks_2", "!": "attribute"}
    assert found.code.attributes[0].label == "who speaks"


def test_a_code_that_cannot_be_kept_at_all_is_refused():
    empty = AttributeDefinition("tone", "Tone", AttributeKind.CHOICE)
    with pytest.raises(Refused, match="choices"):
        codes(foreign("New", "new", attributes=(empty,)))


@pytest.mark.parametrize(
    ("name", "identity", "how"),
    [
        ("somebody", ANNE.id, Match.IDENTITY), (" aNNa ", "8", Match.NAME), ("Anne", "8", Match.NAME),
    ],
)  # fmt: skip
def test_a_coder_is_found_by_identity_then_name_as_the_person_they_are(name, identity, how):
    assert [(each.coder, each.how) for each in coders(Coder(identity, name))] == [(ANNA, how)]


def test_a_coder_may_be_said_to_be_somebody_known_or_somebody_new():
    ben, eve = (
        Coder("88888888-8888-4888-8888-888888888888", "Ben"),
        Coder("99999999-9999-4999-8999-999999999999", "Eve"),
    )
    found = coders(ben, eve, chosen={"Ben": "Anna", "Eve": "Zoe"})
    assert [(each.coder.name, each.how) for each in found] == [("Anna", Match.CHOSEN), ("Zoe", Match.NEW)]
    both = coders(ben, eve, chosen={"Ben": "Zoe", "Eve": "Zoe"})
    assert both[0].coder == both[1].coder
    with pytest.raises(UsageError, match="no coder"):
        coders(ben, chosen={"Eve": "Anna"})


@pytest.mark.parametrize(
    ("name", "kept"), [("default", "Coder default"), ("", "Coder"), ("a\tb", "a b"), ("x" * 400, "x" * 80)]
)
def test_odd_names_become_names_that_can_be_kept(name, kept):
    assert coders(Coder("88888888-8888-4888-8888-888888888888", name))[0].coder.name == kept


def test_a_name_that_two_bear_must_be_told_apart():
    other = Coder("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa", "anna")
    with pytest.raises(Refused, match="2 coders"):
        match_coders([Coder("8", "Anna")], coders=(ANNA, other), chosen={}, taken=())


def test_a_code_of_the_same_name_can_be_a_new_one():
    (known,) = codes(foreign("Evidence of trust", "trust"))
    assert known.how is Match.SHORT_NAME
    (made,) = codes(foreign("Evidence of trust", "trust"), chosen={"trust": AS_NEW})
    assert made.how is Match.NEW
    assert made.code.name == "Evidence of trust (2)"
    assert made.code.short_name != "trust"


def test_a_code_of_the_same_identity_is_never_a_new_one():
    with pytest.raises(UsageError):
        codes(foreign("Evidence of trust", "trust", identity=TRUST.id), chosen={"trust": AS_NEW})
