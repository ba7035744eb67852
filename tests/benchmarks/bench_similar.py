# SPDX-License-Identifier: MIT
"""How fast near-identical articles are found among many, against splitting the same texts into words.

    pytest tests/benchmarks/bench_similar.py

Not part of the ordinary run. 10,000 made articles of about 8 kB, of which every tenth is a cut and
lengthened version of the one before it, all with the same 150 words of furniture. Budget: ten times
the time of one regular expression over all words, 1 GB of memory; the groups must be exactly the made ones.
"""

import platform
import random
import re
import time
import tracemalloc
from itertools import accumulate

import pytest

from annotator import __version__
from annotator.text.similar import SimilarIndex

ARTICLES = 10_000
WORDS = 1_150
TIMES_OF_LIMIT = 10
MEMORY_BYTES = 1_000_000_000


def _articles(number: int) -> list[str]:
    draw = random.Random(1)
    words = ["".join(draw.choices("abcdefghijklmnopqrstuvwxyz", k=draw.randint(2, 10))) for _ in range(30_000)]
    often = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    furniture = draw.choices(words, k=150)
    bodies: list[list[str]] = []
    for place in range(number):
        body = draw.choices(words, cum_weights=often, k=WORDS)
        bodies.append(bodies[-1][300:] + body[:300] if place % 10 == 1 else body)
    return [" ".join(body + furniture) for body in bodies]


def test_near_identical_articles(capsys: pytest.CaptureFixture[str]) -> None:
    articles = _articles(ARTICLES)
    begun = time.process_time()
    count = sum(len(re.findall(r"\w+", text.casefold())) for text in articles)
    limit = time.process_time() - begun
    index = SimilarIndex()
    begun = time.process_time()
    for place, text in enumerate(articles):
        index.add(str(place), text)
    added = time.process_time() - begun
    groups = index.groups()
    spent = time.process_time() - begun
    again = SimilarIndex()
    tracemalloc.start()
    for place, text in enumerate(articles):
        again.add(str(place), text)
    again.groups()
    memory = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    with capsys.disabled():
        print(
            f"\nAnnotator {__version__}, Python {platform.python_version()}: {count:,} words, {added:.1f} s to add, "
            f"{spent - added:.1f} s to compare, {spent / limit:.1f} times the words alone, {memory / 1e6:.0f} MB"
        )
    assert groups == tuple((str(place), str(place + 1)) for place in range(0, ARTICLES, 10))
    assert spent < TIMES_OF_LIMIT * limit
    assert memory < MEMORY_BYTES
