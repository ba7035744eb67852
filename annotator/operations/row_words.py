# SPDX-License-Identifier: MIT
"""What the words in the rows of the flat form mean in a project, and the identity of what a row says."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from annotator.domain import MAIN_ROUND, Code, Document, Refused
from annotator.domain.identifiers import derived_uuid
from annotator.operations.known_texts import documents_by_word
from annotator.operations.passages import usable_code
from annotator.operations.projects import Project
from annotator.store import queries


class RowWords:
    """Finds the articles and codes that the rows of one file name, and counts rows that say the same."""

    def __init__(self, project: Project, *, round_name: str) -> None:
        self.codebook = queries.codebook(project.live)
        self._round = round_name
        self._documents = documents_by_word(project)
        self._seen: Counter[tuple[str, ...]] = Counter()

    def document(self, word: str, where: str) -> Document:
        """Give the article of this name, hash or identity; raises Refused where there is none or more than one."""
        found = self._documents.get(word, ())
        if len(found) != 1:
            how = "Several articles of the project are" if found else "No article of the project is"
            raise Refused(f"{how} called “{word[:80]}”; nothing was written.", where=where)
        return found[0]

    def code(self, word: str, where: str) -> Code:
        """Give the code of this short name, name or identity; raises Refused where it may not be applied."""
        found = self.codebook.find(word)
        if found is None:
            known = ", ".join(code.short_name for code in self.codebook.active)
            raise Refused(f"The codebook has no code “{word[:80]}” ({known}); nothing was written.", where=where)
        with refused_at(where):
            return usable_code(self.codebook, found.id)

    def identity(self, kind: str, *said: str) -> str:
        """Derive the identity of a row from what it says (coder, document, code, ends) and its number among equals."""
        key = (kind, *said)
        self._seen[key] += 1
        # What was derived before there were rounds to import into stays what it was.
        of_round = () if kind == "region" or self._round == MAIN_ROUND else (self._round,)
        return derived_uuid(*key, str(self._seen[key]), *of_round)


@contextmanager
def refused_at(where: str) -> Iterator[None]:
    """Say of what is refused inside at which place it stands."""
    try:
        yield
    except Refused as error:
        raise Refused(f"{error.sentence.rstrip('.')}; nothing was written.", where=where) from error
