# SPDX-License-Identifier: MIT
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.codings.foreign_positions import Counting, ForeignSpan, ForeignText, OffsetUnit

BOTH = (OffsetUnit.CODE_POINT, OffsetUnit.UTF_16)
originals = st.lists(st.sampled_from(["a", "\r\n", "\r", "\n", "\U0001f600", "é", " "]), min_size=1).map("".join)


def _naive(original: str, character: int, counting: Counting) -> int:
    """Count what stands before a character of the original, one by one."""
    position = 0
    for index in range(character):
        each = original[index]
        if each == "\ufeff" and index == 0 and not counting.counts_mark:
            continue
        if each == "\r" and original[index + 1 : index + 2] == "\n" and not counting.cr_lf_is_two:
            continue
        position += 2 if ord(each) > 0xFFFF and counting.unit is OffsetUnit.UTF_16 else 1
    return position


@given(st.booleans(), originals)
def test_every_way_of_counting_leads_to_the_same_place(marked: bool, body: str) -> None:
    original = "\ufeff" * marked + body
    text = ForeignText(original)
    kept = Counting()
    for counting in text.countings(BOTH):
        for character in range(marked, len(original) + 1):
            if original[character - 1 : character + 1] == "\r\n":
                continue
            expected = _naive(original, character, kept)
            assert text.span(_naive(original, character, counting), 0, counting)[0] == expected


@given(originals, st.data())
def test_the_way_that_the_quotes_prove_is_found(body: str, data: st.DataObject) -> None:
    text = ForeignText(body)
    counting = data.draw(st.sampled_from(text.countings(BOTH)))
    spans = [
        ForeignSpan(start, start + 1, None)
        for start in range(len(body) * 2)
        if (found := text.span(start, start + 1, counting)) and 0 <= found[0] < found[1] <= len(text.body)
    ]
    quoted = [
        ForeignSpan(each.start, each.end, text.body[slice(*text.span(each.start, each.end, counting))])
        for each in spans
    ]
    best = text.best(quoted, BOTH)
    assert sum(text.quoted(each, best) for each in quoted) == len(quoted)


def test_the_likeliest_way_is_taken_where_the_quotes_do_not_decide() -> None:
    text = ForeignText("a\U0001f600b\r\nc")
    assert text.best([], BOTH) == Counting()
    assert text.best([ForeignSpan(0, 1, "a")], BOTH) == Counting()
    assert text.best([ForeignSpan(3, 4, "b")], BOTH) == Counting(OffsetUnit.UTF_16)
    assert str(text.best([ForeignSpan(6, 7, "c")], BOTH)) == "UTF-16 units, CR LF as two"
    assert ForeignText("plain").countings(BOTH) == (Counting(),)


def test_what_lies_outside_stays_outside_and_what_cuts_a_character_is_no_place() -> None:
    text = ForeignText("\ufeffa\U0001f600b")
    assert text.span(0, 99, Counting(OffsetUnit.UTF_16)) == (0, 98)
    assert text.span(2, 3, Counting(OffsetUnit.UTF_16)) == (-1, 2)
    assert text.span(0, 1, Counting(counts_mark=True)) == (-1, 0)
    assert str(Counting(counts_mark=True)) == "code points, the byte order mark as one"
