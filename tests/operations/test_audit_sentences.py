# SPDX-License-Identifier: MIT
"""Sentences go by what was written, whatever the step was called, and stand what a file may hold."""

import pytest

from annotator.domain.fields import FIELDS
from annotator.operations.audit_sentences import LONGEST_QUOTE, Deed, Names, event_sentence, quote_of, quoted, sentence

NAMES = Names(coders={"a": "Anna", "b": "Ben"}, codes={"t": "trust", "v": "vertrauen"}, documents={"d": "Article"})
SPAN = {"start": 0, "end": 5, "quote": "words", "before": "", "after": ""}


def told(kind, after, *, before=None, written=None, number=1, about=None, others=()):
    return sentence(
        Deed(kind, before or {}, after, after if written is None else written, {kind: number}, about or {}, others),
        NAMES,
    )


PASSAGE = {"document": "d", "coder": "a", "code": "t", "span": SPAN}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("coded “words” as trust in “Article”", told("annotation", PASSAGE)),
        (
            "described “words” (trust) in “Article”: memo, certainty, speaker name",
            told("annotation", PASSAGE, before=PASSAGE,
                 written={"memo": "m", "certainty": "low", "attribute.speaker_name": "x"}),
        ),
        (
            "deleted 3 annotations of Anna, first “words” (trust) in “Article”",
            told("annotation", PASSAGE, before=PASSAGE, written={"deleted": True}, number=3),
        ),
        (
            "brought back “words” (trust) in “Article”",
            told("annotation", PASSAGE, before=PASSAGE, written={"deleted": False}),
        ),
        (
            "declined to exclude “words” in “Article” and 1 other passage",
            told("region", PASSAGE, before=PASSAGE, written={"state": "declined"}, number=2),
        ),
        (
            "skipped “Article”: “too short”",
            told("completion", {"document": "d", "state": "in_progress"}, written={"reason": "too short"}),
        ),
        ("assigned 2 articles to Anna, Ben", told(
            "assignment", {"coder": "b", "assigned": True}, number=2, others=[{"coder": "a"}])),
        ("took 1 article from Ben", told("assignment", {"coder": "b", "assigned": False})),
        ("said that “vertrauen” counts as “trust”", told("alias", {"of": "code", "source": "v", "target": "t"})),
        ("took back that “Ben” counts as “Anna” and 1 more", told(
            "alias", {"of": "coder", "source": "b", "target": ""}, before={"target": "a"}, number=2)),
        ("decided on “words” (trust) in “Article”: union, boundary only", told(
            "decision", PASSAGE | {"verdict": "union", "reason": "boundary_only", "spans": [SPAN]})),
        ("decided (trust) in “Article”: taken from Ben", told(
            "decision", PASSAGE | {"verdict": "taken", "taken": "b"})),
        ("withdrew the decision on trust in “Article”", told("decision", PASSAGE, written={"deleted": True})),
        ("carried “words” over to “Article”", told("carried_over", PASSAGE)),
        ("renamed “A” to “B”", told("coder", {"name": "B"}, before={"name": "A"})),
        ("retired the code “Trust”", told(
            "code", {"name": "Trust"}, before={"name": "Trust"}, written={"retired": True})),
        ("added the round “retest”", told("round", {"name": "retest"})),
        ("changed what is known of “A” and 2 other articles: address, paid_by", told(
            "document", {"name": "A"}, before={"name": "A"}, written={"url": "u", "metadata.paid_by": "x"}, number=3)),
        ("said that “A” and 1 other article are copies of one article", told(
            "document", {"name": "A"}, before={"name": "A"}, written={"duplicate_group": "g"}, number=2)),
        ("said that “A” is no copy of another article", told(
            "document", {"name": "A"}, before={"name": "A"}, written={"duplicate_group": ""})),
        ("gave the articles the field “Paid by”", told("metadata_field", {"name": "sponsor", "label": "Paid by"})),
        ("gave the articles the field “sponsor” and 2 other fields", told(
            "metadata_field", {"name": "sponsor"}, number=3)),
        ("gave the articles the field “sponsor” again", told(
            "metadata_field", {"name": "sponsor"}, before={"name": "sponsor"}, written={"deleted": False})),
        ("took the field “sponsor” away from the articles; the values stay", told(
            "metadata_field", {"name": "sponsor"}, before={"name": "sponsor"}, written={"deleted": True})),
        ("changed the field “sponsor” of the articles: choices", told(
            "metadata_field", {"name": "sponsor"}, before={"name": "sponsor"}, written={"choices": ["a"]})),
        ("put the fields of the articles in another order", told(
            "metadata_field", {"name": "sponsor"}, before={"name": "sponsor"}, written={"position": 2}, number=3)),
        ("sorted competing annotations of trust anew in “Article”", told("grouping", PASSAGE)),
        ("wrote about “words” in “Article”: “Hm”", told("message", {"document": "d", "text": "Hm"}, about=PASSAGE)),
        ("changed 2 telegrams", told("telegram", {"x": 1}, number=2)),
    ],
)  # fmt: skip
def test_sentences(words, found):
    assert found == words


@pytest.mark.parametrize("kind", FIELDS)
@pytest.mark.parametrize("written", [{}, {"deleted": True}, {"deleted": False}, {"state": "proposed"}, {"x": 1}])
def test_what_lacks_everything_is_told_all_the_same(kind, written):
    for before in ({}, {"name": "was"}):
        assert told(kind, written, before=before, written=written)


def test_long_quotes_are_cut_and_stand_on_one_line():
    assert quoted("a\n b\t c") == "“a b c”"
    assert len(quoted("x" * 500)) == LONGEST_QUOTE + 2
    assert quote_of({"span": "no object"}) == ""


def test_events():
    assert event_sentence("merge", {"files": ["a", "b"]}) == "merged 2 files: a, b"
    assert event_sentence("figures", {"name": "Pilot"}) == "kept agreement figures as “Pilot”"
    assert event_sentence("something new", {"files": 3}) == "something new"
