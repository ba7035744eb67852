# SPDX-License-Identifier: MIT
"""The documents and units that both families of unitizing alpha rest on."""

from agreement import naive_unitizing
from agreement.made import CODES, chosen_coders, document, projects
from hypothesis import given, settings

from annotator.agreement import DocumentCodings, Status
from annotator.agreement.question import Question
from annotator.agreement.unitizing import Ground, Unitized, lengths_of


def unitized(documents: list[DocumentCodings], *, coders: str = "AB") -> Unitized:
    return Unitized.of(documents, Question(coders=tuple(coders), codes=CODES))


def reason(documents: list[DocumentCodings], *, coders: str = "AB", code: str | None = "trust") -> str:
    ground = Ground.of(unitized(documents, coders=coders), code=code)
    words = "" if ground.status is Status.OK else ground.words_for(ground.status)
    found = 0.5 if ground.status is Status.OK else ground.status
    return ground.result("u", code=code, found=found, words=words, settings={}).reason


def test_overlapping_spans_are_one_unit_and_touching_ones_two() -> None:
    found = unitized([document({("A", "trust"): [(0, 5), (3, 9), (9, 12)], ("B", "trust"): [(4, 5)]})])
    units = found.units["trust"]
    assert units.spans.tolist() == [[0, 9], [9, 12], [4, 5]]
    assert units.coders.tolist() == [0, 0, 1]
    assert lengths_of(units).tolist() == [9, 3, 1]


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders)
def test_documents_are_those_finished_by_all(documents: list[DocumentCodings], coders: list[str]) -> None:
    names, texts = naive_unitizing.texts(documents, coders=coders, codes=CODES)
    ground = Ground.of(unitized(documents, coders="".join(coders)), code=None)
    assert ground.documents == names
    assert ground.characters == sum(text.length for text in texts)
    assert ground.units == sum(len(own) for text in texts for own in text.units)


def test_a_coder_who_finished_nothing_keeps_every_document_out() -> None:
    found = unitized([document({}, finished="AB")], coders="ABC")
    assert found.continua.coders == ("A", "B", "C")
    assert found.continua.documents == ()
    assert "the one article was not finished by all 3 coders" in reason([document({}, finished="AB")], coders="ABC")


def test_what_was_left_out_is_told() -> None:
    spans = {("A", "trust"): [(0, 5)]}
    known = {"A": frozenset(["trust"]), "B": frozenset(["mistrust"]), "C": frozenset(CODES)}
    documents = [
        document(spans, finished="ABC"),
        document(spans, name="d2", finished="AB"),
        document(spans, name="d3", finished="BC"),
        document(spans, name="d4", finished="ABC", codes_known=known),
    ]
    assert reason(documents, coders="ABC") == (
        "2 more shared articles left out: not finished by all 3 coders; "
        "one more shared article left out: this code came after they were finished"
    )
    assert reason(documents, coders="ABC", code=None).endswith("one of these codes came after they were finished")


def test_reasons() -> None:
    words = {
        "no shared articles: there is no article": [],
        "no shared articles: the one article was not finished by both coders": [document({}, finished="A")],
        "no shared articles: none of the 2 articles was finished by both coders": [
            document({}, finished="A"),
            document({}, name="d2", finished=""),
        ],
        "no units: outside excluded regions there is no character in the one shared article": [
            document({}, length=5, excluded=[(0, 5)])
        ],
        "one unit: outside excluded regions there is only one character in the one shared article": [
            document({}, length=5, excluded=[(0, 4)])
        ],
        "no variation: nobody used this code in the one shared article": [document({})],
    }
    later = [document({}, codes_known={"A": frozenset(), "B": frozenset(CODES)})]
    stood = "in none of the one shared article did it stand in the codebook when both coders finished"
    words[f"code not in revision: {stood}"] = later
    for expected, documents in words.items():
        assert reason(documents) == f"undefined ({expected})"
    assert reason([document({})], coders="A") == "undefined (no shared articles: agreement needs two coders)"
    assert "nobody used any of these codes" in reason([document({})], code=None)
