# SPDX-License-Identifier: MIT
"""How long 300,000 annotations take as a REFI-QDA project, out and in again, and how much memory.

    python -m pytest tests/benchmarks/bench_refi.py -s

Not part of the ordinary run. 3,000 articles of 8,000 characters, 100 annotations each by four coders,
every tenth with a memo, every fifth with a certainty. The time of writing includes holding the project
against the grammar of the standard. Budget: 60 seconds for writing. Memory is the most that the process
held while it wrote, and while it read, beyond what it held before; a process for each.
"""

import platform
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from annotator.domain import Annotation, Certainty, Code, Codebook, CodeId, Coder, CoderId, Document, DocumentId, Span
from annotator.domain.identifiers import AnnotationId, derived_uuid, document_id
from annotator.exchange.corpus import Corpus
from annotator.exchange.refi.refi_reader import read_refi
from annotator.exchange.refi.refi_writer import write_refi
from annotator.text import context, digest

ARTICLES, EACH = 3000, 100
BUDGET_SECONDS = 60.0
WORDS = ("Beijing", "trusts", "Moscow", "nobody", "knows", "北京", "信任", "maybe", "experts", "say", "👍", "and")
CODERS = tuple(Coder(CoderId(derived_uuid("bench", name)), name) for name in ("Anna", "Ben", "Cara", "Dan"))
CODES = tuple(
    Code(CodeId(derived_uuid("bench", word)), word, word.lower(), position=n) for n, word in enumerate("abcde")
)


def text(number: int) -> str:
    chance = random.Random(number)
    return " ".join(chance.choice(WORDS) for _ in range(1400))


class Texts(Mapping[DocumentId, str]):
    """Texts that are made when they are asked for, as a project reads them from its file."""

    def __init__(self, numbers: Mapping[DocumentId, int]) -> None:
        self._numbers = numbers

    def __getitem__(self, document: DocumentId) -> str:
        return text(self._numbers[document])

    def __iter__(self) -> Iterator[DocumentId]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


class Annotations(Mapping[DocumentId, Sequence[Annotation]]):
    """Annotations that are made when they are asked for."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def __getitem__(self, document: DocumentId) -> Sequence[Annotation]:
        body, chance = self._texts[document], random.Random(document)
        made = [_annotation(document, body, chance, number) for number in range(EACH)]
        return sorted(made, key=lambda each: (each.span, each.code, each.coder, each.id))

    def __iter__(self) -> Iterator[DocumentId]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def _annotation(document: DocumentId, body: str, chance: random.Random, number: int) -> Annotation:
    start = chance.randrange(len(body) - 160)
    span = Span.of(start, start + chance.randrange(5, 150))
    before, after = context(body, span)
    return Annotation(
        AnnotationId(derived_uuid("bench", document, str(number))), document, CODERS[number % 4].id,
        CODES[number % 5].id, span, body[span.start : span.end], before, after,
        memo="as in the interview" if number % 10 == 0 else "",
        certainty=Certainty.HIGH if number % 5 == 0 else Certainty.NOT_SET,
        codebook_revision="0" * 64,
    )  # fmt: skip


def corpus() -> Corpus:
    documents = []
    for number in range(ARTICLES):
        sha256 = digest(text(number))
        length = len(text(number))
        documents.append(Document(document_id(sha256), f"{number}.txt", sha256, length, position=number))
    texts = Texts({document.id: number for number, document in enumerate(documents)})
    return Corpus(
        "bench", documents, texts, Codebook(CODES), CODERS, Annotations(texts), modified="2026-01-02T03:04:05Z"
    )


def peak() -> int:
    """Give the most memory that this process ever held, in MB, as Linux notes it; 0 elsewhere."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM:")), 0)


def measure(what: str, path: Path) -> None:
    """Do one thing in this process and print the seconds, the memory and what came of it."""
    made = corpus() if what == "write" else None
    before = peak()
    begun = time.perf_counter()
    if made is not None:
        write_refi(made, path)
        size = f"{path.stat().st_size / 1e6:.0f} MB"
    else:
        read = read_refi(path)
        size = f"{sum(map(len, read.corpus.annotations.values())):,} annotations, {len(read.unplaced)} unplaced"
    print(f"{time.perf_counter() - begun:.1f} {peak() - before} {size}")


def test_writing_and_reading_back(tmp_path: Path) -> None:
    print(f"\n{platform.python_version()}, {ARTICLES * EACH:,} annotations in {ARTICLES:,} articles")
    seconds = {}
    for what in ("write", "read"):
        done = subprocess.run(
            [sys.executable, __file__, what, str(tmp_path / "bench.qdpx")], capture_output=True, text=True, check=True
        )
        taken, memory, size = done.stdout.strip().split(" ", 2)
        seconds[what] = float(taken)
        print(f"{what}: {taken} s, {memory} MB more memory, {size}")
    assert "300,000 annotations, 0 unplaced" in done.stdout
    assert seconds["write"] < BUDGET_SECONDS


if __name__ == "__main__":
    measure(sys.argv[1], Path(sys.argv[2]))
