# SPDX-License-Identifier: MIT
"""Which coder gets a file for which article, in formats with one file for each coder and article."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from annotator.domain.identifiers import CoderId, DocumentId
from annotator.domain.model import Annotation, Coder, CompletionState, Document
from annotator.exchange.corpus import Corpus


class CoderArticles:
    """An article is its coders' whom it was given or who coded in it; one that was given to nobody is everyone's."""

    def __init__(self, corpus: Corpus) -> None:
        self._coders = tuple(corpus.coders)
        self._given: dict[DocumentId, set[CoderId]] = defaultdict(set)
        for each in corpus.completions:
            if each.state is not CompletionState.NOT_ASSIGNED:
                self._given[each.document].add(each.coder)

    def of(self, document: Document, annotations: Sequence[Annotation]) -> Iterator[tuple[Coder, list[Annotation]]]:
        """Give each coder of an article with their annotations, in the order of the coders."""
        given = self._given.get(document.id, set())
        by_coder: dict[CoderId, list[Annotation]] = defaultdict(list)
        for each in annotations:
            by_coder[each.coder].append(each)
        for coder in self._coders:
            if coder.id in by_coder or coder.id in given or not given:
                yield coder, by_coder.get(coder.id, [])
