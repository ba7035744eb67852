# SPDX-License-Identifier: MIT
"""What a format has no place for, by name and number: a writer says so, it never passes over anything in silence."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from annotator.domain.model import MAIN_ROUND, Annotation
from annotator.exchange.corpus import Corpus
from annotator.exchange.findings import FindingKind, Findings

_ASKED: Mapping[str, Callable[[Annotation], bool]] = MappingProxyType({
    "certainty": lambda each: bool(each.certainty.value),
    "memo": lambda each: bool(each.memo),
    "attribute": lambda each: bool(each.attributes),
    "question to the lead": lambda each: each.ask_lead,
    "round other than the main one": lambda each: each.round != MAIN_ROUND,
    "codebook revision": lambda each: bool(each.codebook_revision),
    "code or coder as made, before it was mapped": lambda each: bool(each.original_code or each.original_coder),
})  # fmt: skip


_STRANGER = "An annotation belongs to a coder who is not among the coders; it is not written."
_TIME = "The time at which an annotation was made is not in this format."
_ROUND = "What a round is for, how many coders it needs and whether it is released is not in this format."
PROPERTIES = tuple(_ASKED)
"""All that an annotation may have beside its code, its coder and its place."""


def tell_not_carried(
    findings: Findings, corpus: Corpus, *, carried: Sequence[str], created: bool = True, codes: bool = True
) -> None:
    """Add one finding for each kind of thing that is in the corpus and not in the format, with its number.

    ``carried`` names what the format holds of an annotation (certainty, memo, attribute, ...), ``created``
    whether it holds when one was made, ``codes`` whether it holds what the codebook says of a code and
    the project of a round.
    """
    coders = {coder.id for coder in corpus.coders}
    counts: Counter[str] = Counter()
    for document in corpus.documents:
        for each in corpus.annotations.get(document.id, ()):
            counts.update(name for name, has in _ASKED.items() if name not in carried and has(each))
            counts[_STRANGER] += each.coder not in coders
            counts[_TIME] += not created and each.id in corpus.created
    for name in _ASKED:
        article = "an" if name.startswith("a") else "a"
        _tell(findings, f"An annotation has {article} {name}, which is not in this format.", counts[name])
    _tell(findings, _STRANGER, counts[_STRANGER])
    _tell(findings, "An excluded region is not in this format.", len(corpus.regions))
    _tell(findings, "How far a coder is with an article is not in this format.", len(corpus.completions))
    _tell(findings, _TIME, counts[_TIME])
    if not codes:
        _tell(
            findings,
            "What the codebook says of a code beyond its name is not in this format.",
            len(corpus.codebook.codes),
        )
        _tell(findings, _ROUND, len(corpus.rounds))


def _tell(findings: Findings, sentence: str, count: int) -> None:
    if count:
        findings.add(FindingKind.DROPPED, sentence, count=count)
