# SPDX-License-Identifier: MIT
"""The passages behind whatever is selected."""

from ui.measured import MISTRUST, TRUST, coder, measured

from annotator.agreement.disagreement import Kind
from annotator.ui.models.agreement_selection import Selection, confused, in_order, lines_of, passages_of

FOUND = measured(3)
NOVAK, OKAFOR, HADDAD = (coder(place).id for place in range(3))


def test_a_code_a_kind_an_article() -> None:
    everything = passages_of(FOUND, Selection(code=TRUST.id), longest_first=False)
    assert {each.code for each in everything} == {TRUST.id}
    for kind in Kind:
        some = passages_of(FOUND, Selection(code=TRUST.id, kind=kind), longest_first=False)
        assert some == [each for each in everything if each.kind is kind]
    first = FOUND.answer.shared[0].id
    here = passages_of(FOUND, Selection(code=TRUST.id, document=first), longest_first=False)
    assert here == [each for each in everything if each.document == first]


def test_between_two_coders_only_these_are_named() -> None:
    selection = Selection(code=TRUST.id, coders=(NOVAK, OKAFOR))
    lines = lines_of(passages_of(FOUND, selection, longest_first=True), selection)
    assert lines
    for line in lines:
        assert set(line.marked) | set(line.unmarked) == {NOVAK, OKAFOR}
        assert line.coders == (*line.marked, *line.unmarked)
    assert any(HADDAD in line.unmarked for line in lines_of(passages_of(FOUND, Selection(code=TRUST.id),
                                                                        longest_first=True), Selection()))  # fmt: skip


def test_a_cell_of_the_confusion() -> None:
    lines = confused(FOUND, (TRUST.id, MISTRUST.id))
    assert [(line.start, line.end) for line in lines] == [(100, 120)]
    assert lines[0].codes == ((NOVAK, TRUST.id), (OKAFOR, MISTRUST.id))
    assert lines[0].kind is None
    assert lines[0].coders == (NOVAK, OKAFOR)


def test_the_longest_first_or_as_they_come() -> None:
    lines = confused(FOUND, (TRUST.id, None))
    assert in_order(lines, longest_first=False) == lines
    lengths = [line.end - line.start for line in in_order(lines, longest_first=True)]
    assert lengths == sorted(lengths, reverse=True)


def test_one_coder_with_any_other() -> None:
    everything = passages_of(FOUND, Selection(code=TRUST.id), longest_first=False)
    of_novak = passages_of(FOUND, Selection(code=TRUST.id, coder=NOVAK), longest_first=False)
    pairs = [
        passages_of(FOUND, Selection(code=TRUST.id, coders=(NOVAK, other)), longest_first=False)
        for other in (OKAFOR, HADDAD)
    ]
    assert of_novak == [each for each in everything if any(each in pair for pair in pairs)]
    assert of_novak


def test_a_batch_holds_the_passages_of_its_articles() -> None:
    found = measured(3, batches={"2026 week 1": (1,), "2026 week 2": (0, 2)})
    articles = [document.id for document in found.answer.shared]
    for batch, places in (("2026 week 1", (1,)), ("2026 week 2", (0, 2))):
        listed = passages_of(found, Selection(code=TRUST.id, batch=batch), longest_first=True)
        assert {each.document for each in listed} <= {articles[place] for place in places}
        assert listed
    assert passages_of(found, Selection(code=TRUST.id, batch="gone"), longest_first=True) == []


def test_a_selection_of_what_was_not_measured() -> None:
    assert Selection(code=TRUST.id, coder=HADDAD, batch="2026 week 1").is_of(FOUND)
    two = measured(2)
    assert not Selection(code=TRUST.id, coder=HADDAD).is_of(two)
    assert not Selection(code=TRUST.id, coders=(NOVAK, HADDAD)).is_of(two)
    assert not Selection(code=TRUST.id, batch="2026 week 2").is_of(two)
