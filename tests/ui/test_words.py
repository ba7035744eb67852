# SPDX-License-Identifier: MIT
"""Numbers, places and states in words."""

from datetime import datetime

import pytest
from ui.conftest import TEXT

from annotator import operations
from annotator.domain import CodePoint, Coder, CoderId, CompletionState, Span
from annotator.ui import words


def test_counted() -> None:
    assert words.counted(1, "article") == "1 article"
    assert words.counted(1204, "article") == "1,204 articles"


def test_the_word_of_a_code_in_files_becomes_one_for_people() -> None:
    assert words.short("expert_quote") == "Expert quote"
    assert words.short("") == ""


def test_a_sentence_begins_with_a_capital() -> None:
    assert words.sentence("undefined (no Variation)") == "Undefined (no Variation)"
    assert words.sentence("") == ""


def test_machines_are_named_once() -> None:
    assert words.coder_name(Coder(CoderId("a"), "Bot", machine_made=True)) == "Bot (machine-made)"
    assert words.coder_name(Coder(CoderId("a"), "Bot (machine-made)", machine_made=True)) == "Bot (machine-made)"
    assert words.coder_name(Coder(CoderId("a"), "Ana")) == "Ana"


@pytest.mark.parametrize(
    ("outlet", "date", "said"),
    [("Post", "2024-10-08", "Post, 8 October 2024"), ("Post", "", "Post, undated"), ("", "", "Undated"),
     ("", "spring 2020", "Spring 2020")],
)  # fmt: skip
def test_sources(outlet: str, date: str, said: str) -> None:
    assert words.source(outlet, date) == said


def test_states() -> None:
    say = words.state_words
    assert say(CompletionState.FINISHED, annotations=0, furthest=0, length=9) == "Finished, nothing found"
    assert say(CompletionState.FINISHED, annotations=2, furthest=0, length=9) == "Finished"
    assert say(CompletionState.IN_PROGRESS, annotations=2, furthest=6, length=9) == "In progress, read to 67 %"
    assert words.state_shape(CompletionState.FINISHED, annotations=0) == "finished_empty"
    assert words.state_shape(CompletionState.NOT_STARTED, annotations=0) == "not_started"


def test_a_share_is_whole_only_where_nothing_is_missing() -> None:
    assert words.share(999, 1000) == 99
    assert words.share(1000, 1000) == 100
    assert words.share(0, 10) == 0


def test_paragraphs_count_only_lines_with_words() -> None:
    assert words.paragraph_of(TEXT, CodePoint(0)) == 1
    assert words.paragraph_of(TEXT, CodePoint(TEXT.index("The council"))) == 2
    assert words.place(TEXT, Span.of(0, 3)) == "Paragraph 1, characters 1 to 3"


def test_days() -> None:
    today = datetime(2026, 3, 14, 15, 0)
    assert words.day(datetime(2026, 3, 14, 9, 5), today=today) == "today, 09:05"
    assert words.day(datetime(2026, 3, 13, 9, 5), today=today) == "yesterday"
    assert words.day(datetime(2026, 3, 4), today=today) == "4 March"
    assert words.day(datetime(2025, 3, 4), today=today) == "4 March 2025"
    assert words.clock(datetime(2026, 3, 14, 9, 5, 7)) == "09:05:07"


def test_short_quotes_and_zoom() -> None:
    assert words.short_quote("a\n b") == "a b"
    assert words.short_quote("x" * 80).endswith("…")
    assert words.zoom(17) == 100


def test_whose_coding_is_shown() -> None:
    me = operations.remember_me("Ana")
    one, two = Coder(CoderId("1"), "One"), Coder(CoderId("2"), "Two")

    class View:
        coders = (me, one, two)
        shown: tuple[CoderId, ...] = ()

        def coder(self, wanted: CoderId) -> Coder:
            return next(each for each in self.coders if each.id == wanted)

    view = View()
    assert words.shown_coding(view, me=me.id) == "My coding"
    view.shown = (one.id,)
    assert words.shown_coding(view, me=me.id) == "One"
    view.shown = (one.id, two.id)
    assert words.shown_coding(view, me=me.id) == "Everyone's coding"


def test_moments_as_people_say_them() -> None:
    moment = datetime(2026, 3, 14, 17, 40).astimezone()
    assert words.moment_words(moment.isoformat()) == "14 March, 17:40"
    assert words.moment_words("yesterday") == "yesterday"
