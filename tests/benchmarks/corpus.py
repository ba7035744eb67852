# SPDX-License-Identifier: MIT
"""Made-up articles with made-up codings for benchmarks: the same seed gives the same corpus.

The words are invented, so nothing here belongs to anyone. A passage is planted once per article and
each coder marks it with own boundaries, or misses it, or gives it another code: so agreement is
neither full nor absent. Positions are code points. Needs the standard library only.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

SYLLABLES = ("ba", "ceni", "dor", "elu", "fin", "gar", "hos", "ilta", "jom", "kare", "lund", "miro", "nes", "opal")
FOREIGN_WORDS = ("信任中国", "專家說", "𝐁𝐨𝐥𝐝", "👍🏽", "שלום", "ка́к")
CODES = ("trust", "mistrust", "speculation", "expert_quote")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What the corpus looks like.

    ``length``: code points per article. ``annotations``: of each coder in each article. ``overlap``:
    share of passages that lie anywhere, over others of the same coder, instead of in a row of their
    own. ``foreign``: share of words beyond the basic plane, CJK, Hebrew or with combining marks.
    ``paragraph``: words in a paragraph (very many make one giant paragraph). ``whole_text_span``:
    the first coder marks each article from end to end once more.
    """

    articles: int = 1000
    length: int = 8200
    annotations: int = 100
    coders: int = 3
    overlap: float = 0.3
    foreign: float = 0.0
    paragraph: int = 60
    whole_text_span: bool = False
    seed: int = 1


@dataclass(frozen=True, slots=True)
class MadeArticle:
    """One article: its number, its length, and spans ``(start, end)`` by (coder, code)."""

    number: int
    length: int
    spans: dict[tuple[str, str], list[tuple[int, int]]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """A name no other article of the corpus has."""
        return f"article-{self.number:05d}"


def coder_names(shape: Shape) -> list[str]:
    """The coders of a corpus, in order."""
    return [f"coder-{number}" for number in range(1, shape.coders + 1)]


def corpus(shape: Shape) -> Iterator[MadeArticle]:
    """Make the articles one by one, without their texts (see :func:`text_of`)."""
    for number in range(shape.articles):
        yield _article(number, shape=shape, chance=Random(f"{shape.seed} spans {number}"))


def text_of(article: MadeArticle, *, shape: Shape) -> str:
    """Write the text of an article: exactly its length in code points."""
    chance = Random(f"{shape.seed} text {article.number}")
    vocabulary = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(400)]
    pieces: list[str] = []
    written = words = 0
    while written < article.length:
        word = chance.choice(FOREIGN_WORDS if chance.random() < shape.foreign else vocabulary)
        words += 1
        gap = "\n\n" if words % shape.paragraph == 0 else (". " if words % 13 == 0 else " ")
        pieces.append(word + gap)
        written += len(word) + len(gap)
    return "".join(pieces)[: article.length]


def _article(number: int, *, shape: Shape, chance: Random) -> MadeArticle:
    article = MadeArticle(number=number, length=shape.length)
    room = shape.length / shape.annotations
    for place in range(shape.annotations):
        size = max(2, int(room * chance.uniform(0.2, 0.9)))
        loose = chance.random() < shape.overlap
        start = chance.randrange(shape.length) if loose else int(place * room)
        code = chance.choice(CODES)
        for coder in coder_names(shape):
            _mark(article, coder=coder, code=code, start=start, size=size, chance=chance)
    if shape.whole_text_span:
        article.spans.setdefault(("coder-1", CODES[0]), []).append((0, shape.length))
    return article


def _mark(article: MadeArticle, *, coder: str, code: str, start: int, size: int, chance: Random) -> None:
    """Let one coder mark a passage: moved a little, seldom under another code, seldom elsewhere."""
    fate = chance.random()
    if fate < 0.1:
        start = chance.randrange(article.length)
    elif fate < 0.2:
        code = chance.choice(CODES)
    jitter = max(1, size // 5)
    first = min(max(0, start + chance.randint(-jitter, jitter)), article.length - 1)
    last = min(article.length, max(first + 1, first + size + chance.randint(-jitter, jitter)))
    article.spans.setdefault((coder, code), []).append((first, last))
