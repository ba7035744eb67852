# SPDX-License-Identifier: MIT
from annotator.domain import Span
from annotator.merging.nearness import NamedText, Passage, carrying, nearest
from annotator.merging.questions import CARRY_OVER, LEAVE
from annotator.text.quotation import context

WORDS = " ".join(f"word{number}" for number in range(200))
SHORT = "Beijing trusts Moscow, or so it says."


def text(document, name, body):
    return NamedText(document, name, body)


def passage(body, start, end):
    before, after = context(body, Span.of(start, end))
    span = {"start": start, "end": end, "quote": body[start:end], "before": before, "after": after}
    return Passage(f"{start}-{end}", "anna", span)


def test_a_long_text_is_recognised_whatever_its_name():
    here = [text("a", "a.txt", WORDS), text("b", "b.txt", "something else " * 50)]
    found = nearest([text("c", "other.txt", "[Updated] " + WORDS)], here)
    assert {document: near.document for document, near in found.items()} == {"c": "a"}


def test_a_short_text_is_recognised_under_its_own_name_only():
    here = [text("a", "Same.txt", SHORT)]
    assert nearest([text("c", "same.txt", "[Updated] " + SHORT)], here)["c"].document == "a"
    assert nearest([text("c", "other.txt", "[Updated] " + SHORT)], here) == {}
    assert nearest([text("c", "same.txt", "Quite other words stand here today.")], here) == {}


def test_the_nearest_of_several_is_taken():
    half = " ".join(WORDS.split()[:120])
    found = nearest([text("c", "c.txt", WORDS + " end")], [text("h", "h.txt", half), text("a", "a.txt", WORDS)])
    assert found["c"].document == "a"


def test_sure_asked_and_lost_add_up():
    body = SHORT + " Nobody can know that before the treaty is published."
    source, target = text("c", "c.txt", body), text("a", "a.txt", body.replace("Moscow", "Berlin") + " Beijing.")
    treaty = body.index("treaty")
    passages = [passage(body, 8, 21), passage(body, 0, 7), passage(body, treaty, treaty + 6)]
    whether, *where = carrying(source, target, passages, files=("anna.annotator",))
    assert (whether.required, whether.default) == (True, CARRY_OVER)
    assert [each.annotation for each in whether.detail.sure] == [f"{treaty}-{treaty + 6}"]
    assert (whether.detail.asked, whether.detail.lost) == (1, ("8-21",))
    assert [(each.default, each.required) for each in where] == [(LEAVE, False)]
    last = len(target.text) - len("Beijing.")
    assert {choice.id for choice in where[0].choices} == {"0-7", f"{last}-{last + 7}", LEAVE}
