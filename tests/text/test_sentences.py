# SPDX-License-Identifier: MIT
"""Sentence rules, each by the case that needs it; the laws stand in test_boundaries."""

import re

import pytest

from annotator.text import sentences
from annotator.text.sentences import sentence_spans

HARD = (
    "Mr. J. R. Smith met Prof. Li Keqiang on Feb. 4. ",
    "“Is the U.S. ready?” he asked Ms. Chen of A. B. Holdings Inc. in Washington. ",
    "No! ",
    "Trade grew 3.2 percent, i.e. by US$1.5 bn, in 2014. ",
    "(It had fallen since Dec. 25.) ",
    "他说：“我们会来。”",
    "她走了。",
    "真的吗？",
    "Talks ended at 5 p.m. ",
    "The next day, Dr. Sasha B. Chhabra (see Fig. 3) left…",
)


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, "1")]


def test_ten_of_ten() -> None:
    assert _sentences("".join(HARD)) == [sentence.strip() for sentence in HARD]


@pytest.mark.parametrize(
    "whole",
    [
        "Mr. Xi met Mrs. Merkel, Dr. No, Prof. Li, Gen. Zhou, Sen. Wong and Gov. Adams.",
        "He came on Feb. 24, left on Dec. 3 and saw No. 10 (p. 5, vol. 2, fig. 7).",
        "Sasha B. Chhabra met J. K. Rowling and J.R.R. Tolkien and J.-P. Sartre and G. W. F. Hegel.",
        "The U.S. President and the U.K. Parliament met at 5 p.m. Monday in Washington, D.C. Chinatown.",
        "Apple Inc. Chief Tim Cook and Huawei Technologies Co. Chairman Liang met.",
        "It is e.g. China, i.e. Beijing, vs. Moscow, cf. Berlin, that matters.",
        "It rose 3.2 percent to 1.5 bn. dollars, see foreignpolicy.com and end.Next.",
        "“Why now?” she asked, “and why here!” he cried.",
        "We know this … but not that.",
        "He paused . . . then went on.",
        "I. The beginning of the matter",
        "1. The first point",
        "a. The first point",
        "Am 3. Oktober und am 20. Parteitag, d.h. im 2. Weltkrieg, sprach Hr. Müller z.B. Deutsch.",
        "M. Dupont a vu Mme. Durand, p.ex. Paris.",
        "А. С. Пушкин и проф. Иванов встретились, т.е. Москва победила.",
        "Yahoo! and Jeopardy! are names.",
        "3．５％だった",
        "a.",
        "？",
        "...",
    ],
)
def test_one_sentence(whole: str) -> None:
    assert _sentences(whole) == [whole]


@pytest.mark.parametrize(
    "parts",
    [
        ["He went home.", "She stayed."],
        ["This was the U.S.", "The others left."],
        ["He works for Apple Inc.", "He likes it."],
        ["They met at 5 p.m.", "It rained."],
        ["It ended in Feb.", "Then came spring."],
        ["He said “No.”", "The end."],
        ["He said no.", "China said yes."],
        ["It was so in 2014.", "Fifteen people came."],
        ["It was so in 2014.", "15 people came."],
        ["Was it?", "“Yes!”", "(Perhaps.)", "“Why?”"],
        ["It is “Taipei, China.”", "It is opinion."],
        ["So it is.[1]", "And so it was.[2][13]", "End."],
        ["Ja.“", "„Nein.“", "«Oui.»", "Fin."],
        ["Et après ils pleurent …", "Ils rient ?", "Oui !"],
        ["He fell ill.", "China fell too."],
        ["They lived happily ever after…", "The end."],
        ["Really?!", "Yes!!!", "No..."],
        ["He waited . . .", "The door opened."],
        ["She chose plan B.", "The rest is known."],
        ["هل هذا صحيح؟", "نعم."],
        ["यह सच है।", "हाँ।"],
        ["Das war im Mai.", "Der Juni kam."],
        ["It stands (see above).", "[It does.]", "End."],
        ["1. The first point.", "2. The second point."],
        ["One.", "– Two.", "• Three."],
        ["He said this.", "“ ("],
    ],
)
def test_parts(parts: list[str]) -> None:
    assert _sentences(" ".join(parts)) == parts
    assert _sentences("\u00a0".join(parts)) == parts
    assert _sentences("  ".join(parts)) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["我来了。", "你呢？", "好！"],
        ["“我们会来。”", "“好！”", "她说。"],
        ['他说："好。"', "她走了。", '"真的吗？"', "他问。"],
        ["「はい。」", "彼は言った。", "（笑。）", "終わり"],
        ["真的吗？！", "好……走。"],
        ["です．", "そう．"],
        ["他走了。", "She stayed."],
    ],
)
def test_wide_terminators_need_no_space(parts: list[str]) -> None:
    assert _sentences("".join(parts)) == parts


def test_line_ends() -> None:
    text = "Heading without a stop\nThe text goes on. And on.\n\nNext\n\n• Item one\n• Item two"
    assert _sentences(text) == [
        "Heading without a stop", "The text goes on.", "And on.", "Next", "• Item one", "• Item two",
    ]  # fmt: skip


def test_a_title_at_the_end_of_a_wrapped_line_does_not_end_the_sentence() -> None:
    lines = [
        "The minister said on Tuesday that he would meet with Mr.",
        "Smith of the delegation in Beijing on the morning after.",
        "The talks, he said on the way out, are going very well.",
    ]
    text = "\n".join(lines)
    assert _sentences(text) == [f"{lines[0]}\n{lines[1]}", lines[2]]


def test_nothing_to_see_is_no_sentence() -> None:
    assert _sentences("") == _sentences(" \n\u00a0\u2028\n") == []


def test_a_mark_on_the_space_after_a_full_stop_stays_whole() -> None:
    assert _sentences("One. \u0301Two.") == ["One.", " \u0301Two."]


class _Counting:
    """A pattern that counts the characters it was given to look at."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self.looked_at = 0

    def match(self, text: str, start: int, end: int) -> re.Match[str] | None:
        self.looked_at += end - start
        return self._pattern.match(text, start, end)

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        self.looked_at += end - start
        return self._pattern.search(text, start, end)


PIECES = ("Mr. ", "a. ", ". ", "x.)", '."', "... a ", "U.S. ", "1. ", "e.g. I ", "? b ", "！「", '。"', "A.", ". . b ")


@pytest.mark.parametrize("piece", PIECES)
def test_work_grows_with_the_text_and_no_faster(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted, not timed: what each question looks at is bounded, so twice the text is twice the work."""
    counts = []
    for times in (500, 1000, 2000):
        following, last = _Counting(sentences._NEXT), _Counting(sentences._LAST_WORD)
        with monkeypatch.context() as patched:
            patched.setattr(sentences, "_NEXT", following)
            patched.setattr(sentences, "_LAST_WORD", last)
            sentence_spans(piece * times, "1")
        counts.append(following.looked_at + last.looked_at)
    assert counts[1] <= 2.1 * counts[0] + 200
    assert counts[2] <= 2.1 * counts[1] + 200
