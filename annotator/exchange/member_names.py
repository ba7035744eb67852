# SPDX-License-Identifier: MIT
"""Names for the files and folders of an export of many files: safe on every system, no two alike on any."""

from collections.abc import Iterable

from annotator.domain.identifiers import DocumentId
from annotator.domain.model import Coder, Document
from annotator.exchange.file_names import safe_file_name

_ENDINGS = (".txt", ".md", ".html", ".htm", ".docx", ".odt", ".pdf", ".rtf", ".epub")


def unlike_names(words: Iterable[str], *, fallback: str) -> list[str]:
    """Make a flat file name without spaces of each word; one that some system takes for another gets a number."""
    taken: set[str] = set()
    names = []
    for word in words:
        plain = "_".join(safe_file_name(word, fallback=fallback).split())
        name, number = plain, 2
        while name.casefold() in taken:
            name, number = f"{plain}_{number}", number + 1
        taken.add(name.casefold())
        names.append(name)
    return names


def document_names(documents: Iterable[Document]) -> dict[DocumentId, str]:
    """Give each document a name of files without an ending, made of the name it came with."""
    documents = tuple(documents)
    return dict(
        zip((each.id for each in documents), unlike_names(map(_stem, documents), fallback="article"), strict=True)
    )


def coder_names(coders: Iterable[Coder]) -> dict[str, str]:
    """Give each coder a name of a folder."""
    coders = tuple(coders)
    return dict(
        zip((each.id for each in coders), unlike_names((each.name for each in coders), fallback="coder"), strict=True)
    )


def _stem(document: Document) -> str:
    name = document.name or document.title
    for ending in _ENDINGS:
        if name.casefold().endswith(ending):
            return name[: -len(ending)]
    return name
