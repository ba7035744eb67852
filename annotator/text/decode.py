# SPDX-License-Identifier: MIT
"""Bytes to exact text. Line ends become LF and a byte order mark is dropped; nothing else is touched."""

import codecs
import hashlib
import re
from dataclasses import dataclass, field
from enum import StrEnum

from annotator.domain.errors import Refused, UsageError
from annotator.text.blanks import visible_start
from annotator.text.guessing import guesses

MAXIMUM_BYTES = 20_000_000  # in any encoding at most 60 MB of UTF-8, which a project read from elsewhere may hold

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the one of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BYTE_ORDER_MARK = "\ufeff"
_FOREIGN_LINE_END = re.compile("\r\n?")
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
# These undo the escapes of program sources and network names; a text in an encoding is another thing.
_NO_TEXT_CODECS = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"})


class How(StrEnum):
    """What told the encoding of a file."""

    MARK = "byte order mark"
    STRICT = "strict UTF-8"
    GUESSED = "guessed"
    CHOSEN = "chosen"
    DECLARED = "said by its format"


@dataclass(frozen=True, slots=True)
class DecodedText:
    """An exact text and where it came from.

    ``raw_sha256`` is of the bytes as they came, ``line_ends_changed`` counts each CR LF and lone CR once.
    """

    body: str
    raw_sha256: str
    encoding: str
    how: How
    line_ends_changed: int
    _text_sha256: str = field(default="", init=False, compare=False, repr=False)

    @property
    def text_sha256(self) -> str:
        """The SHA-256 of the UTF-8 of the text, worked out once. The bytes of a page hold more than its text."""
        if not self._text_sha256:
            object.__setattr__(self, "_text_sha256", hashlib.sha256(self.body.encode()).hexdigest())
        return self._text_sha256


def decode(data: bytes, *, encoding: str | None = None, guess: bool = False) -> DecodedText:
    """Decode by the byte order mark, else as strict UTF-8, else by the likeliest guess where ``guess`` allows one.

    A chosen encoding (the name of a Python text codec) goes before all of them. Raises UsageError for a
    name that is no text encoding, Refused for what is empty, too large, binary or undecodable; the
    sentence then names the guess that was not taken.
    """
    if len(data) > MAXIMUM_BYTES:
        raise Refused(
            f"The file is larger than {MAXIMUM_BYTES // 1_000_000} MB, more than one article can be; "
            "nothing was taken from it: split it and import the parts."
        )
    name, how = _encoding_of(data, encoding, guess=guess)
    body = _decoded(data, name, how).removeprefix(_BYTE_ORDER_MARK)
    text = as_article_text(body, data=data, encoding=name, how=how)
    if name == "utf-8" and not data.startswith(codecs.BOM_UTF8) and not text.line_ends_changed:
        # The bytes are those of the text.
        object.__setattr__(text, "_text_sha256", text.raw_sha256)
    return text


def as_article_text(body: str, *, data: bytes, encoding: str, how: How) -> DecodedText:
    """Make an article's text of what a reader took from ``data``: LF as line ends, nothing else changed.

    Raises Refused for a text that shows nothing or cannot be stored.
    """
    _refuse_unstorable(body)
    line_ends_changed = 0
    if "\r" in body:
        body, line_ends_changed = _FOREIGN_LINE_END.subn("\n", body)
    if visible_start(body, 0, len(body)) == len(body):
        raise Refused("The file is empty or holds only white space, so there is nothing to code in it.")
    return DecodedText(body, hashlib.sha256(data).hexdigest(), encoding, how, line_ends_changed)


def _encoding_of(data: bytes, chosen: str | None, *, guess: bool) -> tuple[str, How]:
    if chosen is not None:
        return _codec_name(chosen), How.CHOSEN
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name, How.MARK
    if guess and not _is_utf8(data):
        return next(((name, How.GUESSED) for name in guesses(data)), ("utf-8", How.STRICT))
    return "utf-8", How.STRICT


def _is_utf8(data: bytes) -> bool:
    """Whether these are bytes of a text in UTF-8: a NUL is the beginning of no such text."""
    if b"\0" in data:
        return False
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _codec_name(chosen: str) -> str:
    try:
        name = codecs.lookup(chosen).name
        b"a".decode(name, "replace")  # refuses the codecs from bytes to bytes and from text to text
    except (LookupError, ValueError) as error:
        raise _no_encoding(chosen) from error
    if name.replace("_", "-") in _NO_TEXT_CODECS:
        raise _no_encoding(chosen)
    return name


def _no_encoding(chosen: str) -> UsageError:
    return UsageError(f"{chosen[:60]!a} is not an encoding that can be read; try one such as utf-8, cp1252 or gb18030.")


def _decoded(data: bytes, name: str, how: How) -> str:
    if how is How.STRICT and b"\0" in data:
        raise Refused(
            f"There is a NUL byte at position {data.index(0)} (counted from 0), so this is a binary file or UTF-16 "
            f"without a byte order mark; nothing was taken from it: if it is text, choose its encoding{_perhaps(data)}."
        )
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refused(
            f"The byte 0x{data[error.start]:02X} at position {error.start} (counted from 0, line {line}) cannot be "
            f"read as {name}; nothing was taken from the file: choose the encoding that it was saved in"
            f"{_perhaps(data) if how is How.STRICT else ''}."
        ) from error


def _perhaps(data: bytes) -> str:
    return next((f", perhaps {name}" for name in guesses(data)), "")


def _refuse_unstorable(body: str) -> None:
    found = None if _is_storable(body) else _UNSTORABLE.search(body)
    if found is None:
        return
    what = "NUL character" if found[0] == "\0" else "lone surrogate"
    raise Refused(
        f"There is a {what} at character {found.start()} (counted from 0), so this is a binary file or was read in the "
        "wrong encoding; nothing was taken from it: choose the encoding that it was saved in."
    )


def _is_storable(body: str) -> bool:
    """Whether a text holds neither NUL nor lone surrogates; a pattern takes ten times as long to find none."""
    try:
        return "\0" not in body and (body.isascii() or bool(body.encode()))
    except UnicodeEncodeError:
        return False
