# SPDX-License-Identifier: MIT
from dataclasses import replace

from exchange.made_corpora import CODERS, corpus_of

from annotator.domain import Completion, CompletionState
from annotator.exchange.codings.coder_articles import CoderArticles

CORPUS = corpus_of("One two", (0, 3), (4, 7), coder=2)
(DOCUMENT,) = CORPUS.documents


def _found(*states: CompletionState) -> list[tuple[str, int]]:
    completions = [Completion(coder.id, DOCUMENT.id, state=state) for coder, state in zip(CODERS, states, strict=False)]
    articles = CoderArticles(replace(CORPUS, completions=completions))
    return [(coder.name, len(mine)) for coder, mine in articles.of(DOCUMENT, CORPUS.annotations[DOCUMENT.id])]


def test_an_article_is_its_coders() -> None:
    li = CODERS[2].name
    assert _found() == [("Anna", 0), ("anna", 0), (li, 2)]
    assert _found(CompletionState.FINISHED) == [("Anna", 0), (li, 2)]
    assert _found(CompletionState.NOT_ASSIGNED) == [("Anna", 0), ("anna", 0), (li, 2)]
    assert _found(CompletionState.NOT_ASSIGNED, CompletionState.NOT_STARTED) == [("anna", 0), (li, 2)]
