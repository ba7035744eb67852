# SPDX-License-Identifier: MIT
"""The texts of the sources of a foreign .qdpx: in the archive, in the XML, or not there at all."""

import hashlib
from dataclasses import dataclass

from annotator.domain import Refused
from annotator.exchange.codings.foreign_positions import ForeignText
from annotator.exchange.containers import Container
from annotator.exchange.refi.refi_parts import Source
from annotator.exchange.refi.refi_words import SOURCES_FOLDER
from annotator.text.decode import MAXIMUM_BYTES, decode

_INTERNAL = "internal://"


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a source as it came. ``is_replaced`` says that its positions belong to another text than this."""

    text: ForeignText
    raw_sha256: str
    encoding: str
    is_replaced: bool = False


class MissingText(Exception):
    """There is no text for a source; the words say why, as the end of a sentence."""


class SourceTexts:
    """Finds the texts of sources in an archive; raises MissingText where there is none."""

    def __init__(self, container: Container) -> None:
        self._container = container
        self._members = {_folded(member): member for member in container.members}

    def text_of(self, source: Source) -> SourceText:
        """Give the text: the inline one where there is one, else the plain one, else that of a DOCX beside it."""
        if source.content is not None:
            return _decoded(source.content.encode())
        if source.plain_path:
            data = self._bytes(source.plain_path)
            if data.strip(b"\xef\xbb\xbf \t\r\n") or not source.rich_path.casefold().endswith(".docx"):
                return _decoded(data)
        return self._from_docx(source)

    def _bytes(self, path: str) -> bytes:
        member = self._members.get(_folded(path.removeprefix(_INTERNAL)))
        if member is None:
            outside = "://" in path and not path.startswith(_INTERNAL)
            raise MissingText("it lies outside the file" if outside else "the file does not hold it")
        try:
            return self._container.read(member, maximum_bytes=MAXIMUM_BYTES)
        except Refused as error:
            raise MissingText(error.sentence.split(";")[0].rstrip(".").lower()) from error

    def _from_docx(self, source: Source) -> SourceText:
        if not source.rich_path.casefold().endswith(".docx"):
            raise MissingText("it has no plain text")
        from annotator.exchange.articles.docx import read_docx

        data = self._bytes(source.rich_path)
        try:
            article = read_docx(data, name=source.name)[0]
        except Refused as error:
            raise MissingText("its document cannot be read") from error
        return SourceText(ForeignText(article.decoded.body), hashlib.sha256(data).hexdigest(), "", is_replaced=True)


def _decoded(data: bytes) -> SourceText:
    try:
        decoded = decode(data)
    except Refused as error:
        raise MissingText("it is empty or cannot be read as a text") from error
    text = data.decode(decoded.encoding)
    return SourceText(ForeignText(text), decoded.raw_sha256, decoded.encoding)


def _folded(member: str) -> str:
    """Give a name in the archive as all programs mean it: in any case, in the folder of the sources or not."""
    return member.replace("\\", "/").casefold().removeprefix(f"{SOURCES_FOLDER}/")
