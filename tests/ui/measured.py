# SPDX-License-Identifier: MIT
"""Measured agreement for tests of the page's parts: a few articles and coders, computed as in the window."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from annotator import operations
from annotator.agreement.data import DocumentCodings
from annotator.domain import Coder, CoderId, Document, Snapshot, document_id
from annotator.operations import AgreementChoice, AgreementInput
from annotator.text.quotation import digest
from annotator.ui.models.agreement_measured import Measured, measure

CODEBOOK = operations.default_codebook()
TRUST, MISTRUST, SPECULATION, QUOTE = CODEBOOK.codes
NAMES = ("Novak", "Okafor", "Haddad", "Berg", "Zhang", "Weber", "Ito", "Roth", "Silva", "<b>Long</b> " + "name " * 20)
LENGTH = 200

# By article, coder (a place in NAMES) and code: what was marked. In the first all differ, in the second two agree.
SPANS: tuple[Mapping[tuple[int, str], list[tuple[int, int]]], ...] = (
    {
        (0, TRUST.id): [(10, 30), (100, 120)],
        (1, TRUST.id): [(12, 30)],
        (1, MISTRUST.id): [(100, 120)],
        (2, TRUST.id): [(150, 160)],
    },
    {(0, TRUST.id): [(0, 50)], (1, TRUST.id): [(0, 50)], (0, SPECULATION.id): [(60, 70)]},
    {},
)


def coder(place: int) -> Coder:
    return Coder(CoderId(f"0190aaaa-0000-7000-8000-{place:012d}"), NAMES[place])


def document(place: int) -> Document:
    text = f"{place}".ljust(LENGTH, "x")
    return Document(document_id(digest(text)), f"{place}.txt", digest(text), LENGTH, title=f"Article {place}")


def asked(
    coders: int = 2,
    *,
    choice: AgreementChoice | None = None,
    articles: int = len(SPANS),
    batches: Mapping[str, Sequence[int]] | None = None,
) -> AgreementInput:
    people = tuple(coder(place) for place in range(coders))
    documents = tuple(document(place) for place in range(articles))
    codings = tuple(
        DocumentCodings(
            document=each.id,
            length=LENGTH,
            finished=frozenset(person.id for person in people),
            spans={
                (people[place].id, code): spans
                for (place, code), spans in SPANS[number % len(SPANS)].items()
                if place < coders
            },
            units=[(start, start + 20) for start in range(0, LENGTH, 20)],
        )
        for number, each in enumerate(documents)
    )
    return AgreementInput(
        choice=choice or AgreementChoice(resamples=200),
        snapshot=Snapshot(position=7, digest="0" * 64),
        coders=people,
        codes=CODEBOOK.codes,
        codebook=CODEBOOK,
        documents=documents,
        codings=codings,
        groups=(),
        batches={
            label: tuple(documents[place].id for place in places)
            for label, places in (batches or {"2026 week 1": range(articles)}).items()
        },
    )


def measured(coders: int = 2, **more: object) -> Measured:
    return measure(asked(coders, **more), lambda _share: None)


def by_machine(found: AgreementInput) -> AgreementInput:
    return replace(found, coders=tuple(replace(each, machine_made=True) for each in found.coders))
