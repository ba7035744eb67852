# SPDX-License-Identifier: MIT
"""Guesses of an encoding: right for the fourteen cases that come up, at most three, never for what is binary."""

import random
import sys
from subprocess import run

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import Refused
from annotator.text import How, decode, guesses

FRENCH = (
    "Le président a déclaré hier: «Nous ne faisons pas confiance à Pékin», a-t-il dit à l'Assemblée. Où l'été n'était "
    "pas fini, les experts doutent: la défiance règne là-bas, très loin de chez nous. "
)
GERMAN = (
    "Der Präsident erklärte gestern: „Wir trauen Peking nicht“, sagte er. Fachleute äußern Zweifel über größere "
    "Übel – und Straßen. "
)
SPANISH = "El presidente dijo ayer: «No confiamos en Pekín». ¿Por qué? Según los expertos, la desconfianza crecerá. "
RUSSIAN = "Президент заявил вчера, что доверяет соседям. Эксперты сомневаются в этом и говорят о недоверии. "
POLISH = (
    "Prezydent powiedział wczoraj, że ufa Pekinowi. Eksperci wątpią w to i mówią o nieufności między krajami. "
    "Źdźbło żółć. "
)
CHINESE = "总统昨天表示，他信任北京。专家们对此表示怀疑，并谈到两国之间的不信任。许多人认为谈判不会很快结束。\n"
TAIWANESE = "總統昨天表示，他信任北京。專家們對此表示懷疑，並談到兩國之間的不信任。許多人認為談判不會很快結束。\n"
JAPANESE = (
    "大統領は昨日、北京を信頼していると述べた。専門家はそれを疑っている。ニュースによると、交渉はすぐには終わらない"
    "だろうと多くの人が考えています。\n"
)
GREEK = "Ο πρόεδρος δήλωσε ότι η εμπιστοσύνη αυξάνεται. "
KOREAN = "대통령은 어제 베이징을 신뢰한다고 말했다. 전문가들은 이를 의심하고 있다. 많은 사람들은 그렇게 생각한다.\n"

CASES = (
    (FRENCH, "utf-8", How.STRICT), (FRENCH, "utf-8-sig", How.MARK), (FRENCH, "utf-16", How.MARK),
    (FRENCH, "cp1252", How.GUESSED), (FRENCH, "latin-1", How.GUESSED), (GERMAN, "cp1252", How.GUESSED),
    (FRENCH, "mac-roman", How.GUESSED), (RUSSIAN, "cp1251", How.GUESSED), (RUSSIAN, "koi8-r", How.GUESSED),
    (CHINESE, "gb18030", How.GUESSED), (CHINESE, "gbk", How.GUESSED), (JAPANESE, "cp932", How.GUESSED),
    (JAPANESE, "euc-jp", How.GUESSED), (KOREAN, "euc-kr", How.GUESSED),
)  # fmt: skip
"""The fourteen: a text, the encoding that it was saved in, and what tells."""


@pytest.mark.parametrize(
    ("text", "encoding", "how"), CASES, ids=[f"{place}-{case[1]}" for place, case in enumerate(CASES)]
)
def test_fourteen_cases(text: str, encoding: str, how: How) -> None:
    decoded = decode((text * 6).encode(encoding), guess=True)
    assert decoded.body == text * 6
    assert decoded.how is how


def test_greek_is_not_taken_for_western_letters() -> None:
    assert guesses((GREEK * 6).encode("cp1253"))[0] == "cp1253"


def test_no_encoding_of_a_mainframe_is_guessed() -> None:
    assert not {"cp037", "cp500"} & set(guesses("Größe".encode("cp1252")))


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (FRENCH, "latin-1", "cp1252"),
        (SPANISH, "iso8859-15", "cp1252"),
        (FRENCH, "mac-roman", "mac-roman"),
        (POLISH, "cp1250", "cp1250"),
        (CHINESE, "gbk", "gb18030"),
        (TAIWANESE, "big5", "big5"),
        (GERMAN, "utf-16-le", "utf-16-le"),
        (GERMAN, "utf-16-be", "utf-16-be"),
    ],
)
def test_the_guess_bears_the_commoner_name(text: str, encoding: str, name: str) -> None:
    assert guesses((text * 6).encode(encoding))[0] == name


def test_a_guess_is_never_taken_unasked_but_named() -> None:
    with pytest.raises(Refused, match="choose the encoding that it was saved in, perhaps cp1252"):
        decode(FRENCH.encode("latin-1"))
    with pytest.raises(Refused, match=r"choose its encoding, perhaps utf-16-le\.$"):
        decode(GERMAN.encode("utf-16-le"))


def test_the_three_likeliest_read_three_different_texts() -> None:
    data = (POLISH * 6).encode("iso8859-2")
    names = guesses(data)
    assert "iso8859_2" in names
    assert len({data.decode(name) for name in names}) == len(names) == 3


def test_a_long_text_is_judged_by_its_beginning_and_decodes_whole() -> None:
    data = ((RUSSIAN + "\n") * 5000).encode("cp1251")
    assert guesses(data) == ("cp1251",)
    assert "cp1251" not in guesses(data + b"\x98")  # not a letter of that encoding, and far beyond the sample


@pytest.mark.parametrize(
    "data", [b"", b"\0", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200), b"MZ\x90\0\x03" + b"\0\1\2" * 100, bytes(1000)]
)
def test_binary_is_not_guessed(data: bytes) -> None:
    assert guesses(data) == ()


@given(st.binary(max_size=300))
def test_any_bytes_give_at_most_three_names_that_decode_them(data: bytes) -> None:
    names = guesses(data)
    assert len(names) <= 3
    for name in names:
        data.decode(name)


def test_noise_is_judged_in_bounded_time_and_memory() -> None:
    noise = random.Random(1).randbytes(2_000_000).replace(b"\0", b"\1")
    for name in guesses(noise):
        noise.decode(name)


def test_the_library_is_loaded_for_what_is_not_utf8_alone() -> None:
    code = (
        "import sys; from annotator.text import decode; decode('é'.encode(), guess=True);"
        "sys.exit('charset_normalizer' in sys.modules)"
    )
    assert run([sys.executable, "-c", code], check=False).returncode == 0
