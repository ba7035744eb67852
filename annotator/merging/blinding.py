# SPDX-License-Identifier: MIT
"""Judging without knowing who coded what: names go, and the order of the coders is another in every article."""

from dataclasses import replace
from hashlib import sha256

from annotator.domain import Coder, CoderId, DocumentId
from annotator.merging.adjudication_queue import ArticleState, Entry, Lane, Queue, in_lanes


def blinded(queue: Queue, *, seed: int) -> Queue:
    """Hide names and memos and shuffle the lanes of each article; the same seed gives the same order anywhere.

    Identities stay as handles for verbs; what is shown are the labels of the lanes.
    """
    articles = tuple(_blinded(article, seed=seed) for article in queue.articles)
    lanes = {article.document.id: article.lanes for article in articles}
    entries = tuple(in_lanes(_without_memos(entry), lanes[entry.document]) for entry in queue.entries)
    coders = tuple(Coder(coder.id, "") for coder in queue.coders)
    return replace(queue, articles=articles, entries=entries, coders=coders, is_blind=True)


def lane_letter(number: int) -> str:
    """Give A to Z for the first lanes, then AA and so on."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _blinded(article: ArticleState, *, seed: int) -> ArticleState:
    coders = sorted((lane.coder for lane in article.lanes), key=lambda each: _drawn(seed, article.document.id, each))
    return replace(article, lanes=tuple(Lane(coder, lane_letter(place)) for place, coder in enumerate(coders)))


def _drawn(seed: int, document: DocumentId, coder: CoderId) -> bytes:
    """Draw a place: a hash sorts as if at random, and needs no generator that could change between versions."""
    return sha256(f"{seed}\n{document}\n{coder}".encode()).digest()


def _without_memos(entry: Entry) -> Entry:
    return replace(entry, versions=tuple(replace(version, memos=()) for version in entry.versions))
