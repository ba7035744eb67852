# SPDX-License-Identifier: MIT
"""Near-identical texts: the pair among the seed articles, made ones with known shares, furniture, hostile texts."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text.strategies import texts

from annotator.text import similar
from annotator.text.similar import FURNITURE_TEXTS, SimilarIndex, SimilarPair, near_identical_groups, similar_pairs
from annotator.text.word_grams import word_grams


def _words(first: int, last: int) -> str:
    """Words that stand nowhere else, from the first to the last but one."""
    return " ".join(f"w{number}" for number in range(first, last))


def _grams(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return {tuple(words[place : place + 5]) for place in range(len(words) - 4)}


def test_the_two_versions_of_one_column_among_five_articles(seeds: Path) -> None:
    articles = {path.name[:3]: path.read_text(encoding="utf-8") for path in sorted(seeds.glob("*.txt"))}
    (pair,) = similar_pairs(articles)
    assert (pair.first, pair.second) == ("000", "001")
    assert pair.containment == pytest.approx(0.417, abs=0.0005)
    assert pair.jaccard == pytest.approx(0.209, abs=0.0005)
    assert near_identical_groups(articles) == (("000", "001"),)


def test_shares_are_those_of_the_sets() -> None:
    pair = SimilarPair("a", "b", shared=96, containment=96 / 196, jaccard=96 / 396)
    assert similar_pairs({"a": _words(0, 200), "b": _words(100, 400)}) == [pair]


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 200)), max_size=8))
def test_every_pair_is_as_counted_one_by_one(stretches: list[tuple[int, int]]) -> None:
    articles = {str(place): _words(start, start + length) for place, (start, length) in enumerate(stretches)}
    expected = []
    for (first, one), (second, two) in combinations([(name, _grams(body)) for name, body in articles.items()], 2):
        shared = len(one & two)
        if shared >= 20 and 10 * shared >= min(len(one), len(two)):
            expected.append((first, second, shared))
    found = similar_pairs(articles.items())
    assert sorted((pair.first, pair.second, pair.shared) for pair in found) == sorted(expected)


@given(st.lists(texts, max_size=6))
def test_any_text_is_taken_and_shares_stay_shares(bodies: list[str]) -> None:
    for pair in similar_pairs([(str(place), body * 30) for place, body in enumerate(bodies)]):
        assert pair.first != pair.second
        assert 0.1 <= pair.containment <= 1
        assert 0 < pair.jaccard <= pair.containment


def test_a_group_is_a_chain() -> None:
    articles = {"z": _words(1000, 1100), "a": _words(0, 100), "c": _words(120, 220), "b": _words(60, 160)}
    assert near_identical_groups(articles) == (("a", "c", "b"),)
    assert near_identical_groups({}) == ()
    assert near_identical_groups({"only": _words(0, 100)}) == ()


def test_short_texts_need_twenty_grams() -> None:
    assert similar_pairs({"a": _words(0, 23), "b": _words(0, 23)}) == []
    assert [pair.shared for pair in similar_pairs({"a": _words(0, 24), "b": _words(0, 24)})] == [20]
    assert similar_pairs({"a": "", "b": "", "c": "one two", "d": "one two"}) == []


def test_a_tenth_of_the_smaller_text_is_enough() -> None:
    assert similar_pairs({"a": _words(0, 304), "b": _words(270, 900)}) != []  # 30 of 300
    assert similar_pairs({"a": _words(0, 304), "b": _words(271, 900)}) == []  # 29 of 300


def test_spelling_case_and_invisible_characters_do_not_part() -> None:
    text = "Der Präsident reiste im März über Köln nach Genf und sprach dort lange mit Gästen aus zehn Ländern, " * 2
    other = text.upper().replace("Ä", "A\u0308").replace(",", " \u2014").replace("REISTE", "REI\u00adSTE")
    (pair,) = similar_pairs({"a": text, "b": other}, least_shared=5)
    assert pair.containment == 1


def test_ideographs_count_one_by_one_in_running_text_only() -> None:
    text = "".join(chr(0x4E00 + place) for place in range(60))
    (pair,) = similar_pairs({"a": text[:40], "b": text[10:]})
    assert pair.shared == 26
    (named,) = similar_pairs({"a": f"{_words(0, 30)} (李克強) end", "b": f"{_words(0, 30)} (李克強) end"})
    assert named.shared == 28


def test_furniture_in_many_texts_joins_nobody() -> None:
    footer = _words(5000, 5060)
    articles = {str(place): f"{_words(200 * place, 200 * place + 200)} {footer}" for place in range(20)}
    assert len(near_identical_groups(articles)[0]) == 20  # too few to tell a footer from a text that is reprinted
    articles["20"] = f"{_words(4000, 4200)} {footer}"
    assert near_identical_groups(articles) == ()
    articles["again"] = f"{_words(4000, 4100)} {footer}"
    assert near_identical_groups(articles) == (("20", "again"),)


def test_a_text_printed_very_often_is_one_group() -> None:
    copies = 3 * FURNITURE_TEXTS
    articles = {
        str(place): f"{_words(0, 100)} {_words(1000 + 10 * place, 1010 + 10 * place)}" for place in range(copies)
    }
    articles["other"] = _words(9000, 9200)
    (group,) = near_identical_groups(articles)
    assert len(group) == copies
    assert {pair.shared for pair in similar_pairs(articles)} == {96}


def test_texts_come_one_by_one() -> None:
    index = SimilarIndex()
    assert index.pairs() == []
    index.add("a", _words(0, 100))
    assert index.groups() == ()
    index.add("b", _words(0, 100))
    assert index.groups() == (("a", "b"),)
    with pytest.raises(ValueError, match="'a' is given twice"):
        index.add("a", "another")
    assert index.groups() == (("a", "b"),)


@pytest.mark.parametrize(("containment", "shared"), [(0, 20), (1.1, 20), (-1, 20), (float("nan"), 20), (0.1, 0)])
def test_thresholds_that_mean_nothing(containment: float, shared: int) -> None:
    with pytest.raises(ValueError, match="least"):
        similar_pairs({}, least_containment=containment, least_shared=shared)


def test_grams_that_are_cut_already_are_as_good_as_the_text() -> None:
    index = SimilarIndex()
    index.add("a", _words(0, 200))
    (grams,) = word_grams([_words(100, 400)])
    index.add_grams("b", grams)
    index.add("c", _words(390, 500))
    assert [(pair.first, pair.second, pair.shared) for pair in index.pairs()] == [("a", "b", 96)]
    with pytest.raises(ValueError, match="'a' is given twice"):
        index.add_grams("a", grams)


@pytest.mark.parametrize("at_once", [1, 50, 1_000])
def test_looking_at_them_in_parts_finds_the_same(at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    furniture = _words(0, 60)
    articles = {str(place): f"{furniture} {_words(100 * place, 100 * place + 150)}" for place in range(1, 30)}
    articles |= {f"{place} times": furniture for place in range(3)}
    expected = similar_pairs(articles)
    assert len(expected) >= 28
    monkeypatch.setattr(similar, "_AT_ONCE", at_once)
    assert similar_pairs(articles) == expected
