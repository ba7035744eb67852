# SPDX-License-Identifier: MIT
"""Which encoding bytes may be in that are neither UTF-8 nor marked: a guess, to be shown as one.

charset-normalizer tells writing systems apart well, and the encodings of one of them badly: French in
Latin-1 may come out as ISO 8859-14, whose quotation marks are other letters. So a guess of the Western
family gives way to Windows-1252 where that decodes, one of an old Mac where Windows-1252 then shows
the letters of Western Europe and hardly any other; of guesses that fit equally well Windows-1252 goes
first, for their order is that of the alphabet alone; Greek and Cyrillic of an old Mac give way to those
of Windows; and any guess gives way to the commoner name of an encoding that reads the very same text.
Encodings of mainframes are no guess: no article was ever saved in one.
"""

MOST_GUESSES = 3
_SAMPLE_BYTES = 256_000
_WESTERN = frozenset({
    "latin_1", "iso8859_1", "iso8859_3", "iso8859_9", "iso8859_10", "iso8859_14", "iso8859_15", "hp_roman8",
})  # fmt: skip
_MAINFRAMES = frozenset({"cp037", "cp1026", "cp1140", "cp273", "cp424", "cp500", "cp875"})
_OF_WINDOWS = {"mac_greek": "cp1253", "mac_cyrillic": "cp1251"}
_COMMONER = ("cp1252", "mac_roman", "gb18030")
_NAMES = {"mac_roman": "mac-roman", "koi8_r": "koi8-r", "utf_16_le": "utf-16-le", "utf_16_be": "utf-16-be"}
_MOST_LETTERS = 0.9
_LEAST_NULS = 0.02
_MOST_OTHER_NULS = 0.001


def guesses(data: bytes) -> tuple[str, ...]:
    """Give at most three encodings, the likeliest first, that decode all of the data, each to another text.

    Bytes with NULs are binary unless they look like UTF-16; for what looks like no text there is none.
    """
    sample = _sample(data)
    names = _sixteen_bits(sample) if b"\0" in sample else _likeliest(sample)
    found: dict[str, str] = {}
    for name in names:
        text = _decoded(data, name)
        if text is not None:
            found.setdefault(text, name)
        if len(found) == MOST_GUESSES:
            break
    return tuple(_NAMES.get(name, name) for name in found.values())


def _likeliest(sample: bytes) -> list[str]:
    """Give the names in the order of likelihood, each replaced by its commoner one."""
    from charset_normalizer import from_bytes

    found = from_bytes(sample)
    matches = [match for match in found if match.encoding not in _MAINFRAMES]
    if not sample or not matches:
        return ["cp1252"] if sample and found else []
    best = (matches[0].chaos, matches[0].coherence)
    matches.sort(key=lambda match: (match.encoding, match.chaos, match.coherence) != ("cp1252", *best))
    names: list[str] = []
    for match in matches:
        text = _decoded(sample, match.encoding)
        western = _decoded(sample, "cp1252")
        is_mac = match.encoding.startswith("mac_")
        windows = _OF_WINDOWS.get(match.encoding, "")
        if windows and western is not None and not _is_mostly_ascii(western) and _decoded(sample, windows) is not None:
            names.append(windows)
        elif western is not None and (match.encoding in _WESTERN or (is_mac and _shows_western_letters(western))):
            names.append("cp1252")
        else:
            names.append(next((name for name in _COMMONER if _decoded(sample, name) == text), match.encoding))
    return names


def _shows_western_letters(text: str) -> bool:
    """Whether nearly all letters beyond ASCII are those of Western Europe, as they are in no text of an old Mac."""
    letters = [sign for sign in text if not sign.isascii() and sign.isalpha()]
    return sum("À" <= sign <= "ÿ" for sign in letters) >= _MOST_LETTERS * len(letters)


def _is_mostly_ascii(text: str) -> bool:
    """Whether most letters are those of English, as in any text in Latin letters."""
    letters = [sign for sign in text if sign.isalpha()]
    return sum(sign.isascii() for sign in letters) * 2 >= len(letters)


def _sixteen_bits(sample: bytes) -> list[str]:
    """Give UTF-16 in the order in which many high bytes and few low ones are zero: in any text with blanks."""
    half = max(1, len(sample) // 2)
    high, low = sample[1::2].count(0) / half, sample[::2].count(0) / half
    if max(high, low) < _LEAST_NULS or min(high, low) > _MOST_OTHER_NULS:
        return []
    return ["utf_16_le" if high > low else "utf_16_be"]


def _sample(data: bytes) -> bytes:
    """Give the beginning of long data up to the end of a line, where no character of any encoding is cut."""
    if len(data) <= _SAMPLE_BYTES:
        return data
    end = data.rfind(b"\n", 0, _SAMPLE_BYTES) + 1
    if b"\0" in data[:_SAMPLE_BYTES]:
        return data[:_SAMPLE_BYTES]
    return data[:end] if end else data[:_SAMPLE_BYTES]


def _decoded(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None
