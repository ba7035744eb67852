# SPDX-License-Identifier: MIT
"""The texts of a project under every word that a file without texts of its own may name them by."""

from collections.abc import Iterator, Mapping

from annotator.domain import Document
from annotator.operations.projects import Project
from annotator.store import queries


def documents_by_word(project: Project) -> dict[str, list[Document]]:
    """Give the articles by file name, further names, identity and hashes; a word may name several."""
    found: dict[str, list[Document]] = {}
    for document in queries.documents(project.live):
        words = {document.name, document.text_sha256, document.raw_sha256, document.id, *document.other_names}
        for word in words - {""}:
            found.setdefault(word, []).append(document)
    return found


class KnownTexts(Mapping[str, str]):
    """Texts by ``urn:uuid:IDENTITY``, address or file name; a name that several articles bear names none."""

    def __init__(self, project: Project) -> None:
        self._texts = project.texts
        self._hashes: dict[str, str] = {}
        for word, documents in documents_by_word(project).items():
            if len(documents) == 1:
                self._hashes[word] = documents[0].text_sha256
        for document in queries.documents(project.live):
            self._hashes[f"urn:uuid:{document.id}"] = document.text_sha256
            if document.url:
                self._hashes.setdefault(document.url, document.text_sha256)

    def __getitem__(self, key: str) -> str:
        """Read a text; KeyError where nothing is called so."""
        return self._texts.body(self._hashes[key])

    def __iter__(self) -> Iterator[str]:
        """Go through all words."""
        return iter(self._hashes)

    def __len__(self) -> int:
        """Count the words."""
        return len(self._hashes)
