# SPDX-License-Identifier: MIT
import hashlib

import pytest

from annotator.resources import resource
from annotator.text.abbreviations import WordList, abbreviations

RELEASED = {
    "titles": "c41dd26b60a2e86ded31740a72865fa33fbaaef17dfcbce9a292c96d43da1ded",
    "before_numbers": "a10b8450a6dac778de98b250de656592b616c644adfaae43a467f0175ebb9885",
    "either_way": "5d88af85f7fa9492dc7af8b8261b27b267bfa4b51e809fa6d4e843b904af24dd",
    "starters": "58bd25746d348c3b186cb4c50bf55576af7720ef75a42d39d8fdf455e34af730",
    "after_ordinals": "cb43ce74dfb737e076f9cf497516b12d9be5a53a67c74e4bd745f9b93da60373",
}


def test_a_capital_in_the_list_binds() -> None:
    words = WordList.of(["inc", "Ill"])
    assert "Inc" in words
    assert "INC" in words
    assert "Ill" in words
    assert "ill" not in words, "he fell ill."
    assert "llc" not in words


def test_the_lists_of_version_1() -> None:
    lists = abbreviations("1")
    assert "Mr" in lists.titles
    assert "e.g" in lists.titles
    assert "Feb" in lists.before_numbers
    assert "Inc" in lists.either_way
    assert "The" in lists.starters
    assert "Oktober" in lists.after_ordinals


def test_no_word_is_a_comment_or_ends_in_a_full_stop() -> None:
    for name in ("titles", "before_numbers", "either_way", "starters", "after_ordinals"):
        words = getattr(abbreviations("1"), name)
        assert not [word for word in words.folded | words.exact if word.endswith(".") or word != word.strip()]


def test_no_common_word_keeps_a_sentence_open() -> None:
    """What is in the lists of titles may never end a sentence, so no everyday word may stand there."""
    everyday = "he she it we me us him them man men day way year ago here there now said did me no yes so in on at up"
    assert [word for word in everyday.split() if word in abbreviations("1").titles] == []


@pytest.mark.parametrize("name", ["titles", "before_numbers", "either_way", "starters", "after_ordinals"])
def test_the_lists_of_a_version_stay_as_they_are(name: str) -> None:
    data = resource(f"segmentation/{name}_1.txt").read_bytes()
    assert hashlib.sha256(data).hexdigest() == RELEASED[name], "make a new version instead"


def test_an_unknown_version_has_no_lists() -> None:
    with pytest.raises(FileNotFoundError):
        abbreviations("0")
