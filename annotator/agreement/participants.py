# SPDX-License-Identifier: MIT
"""Who takes part, and in which documents: by two coders at least, or by all of them."""

from collections.abc import Sequence

from annotator.agreement.data import DocumentCodings


def shared_documents(documents: Sequence[DocumentCodings], *, coders: Sequence[str]) -> tuple[DocumentCodings, ...]:
    """Keep the documents that at least two of the coders finished."""
    chosen = frozenset(coders)
    return tuple(document for document in documents if len(document.finished & chosen) >= 2)


def taking_part(shared: Sequence[DocumentCodings], *, coders: Sequence[str]) -> tuple[str, ...]:
    """Keep the coders who finished a shared document; all of them where nothing is shared."""
    present = frozenset[str]().union(*(document.finished for document in shared))
    return tuple(coder for coder in coders if coder in present) if shared else tuple(coders)


def finished_by_all(documents: Sequence[DocumentCodings], *, coders: Sequence[str]) -> tuple[DocumentCodings, ...]:
    """Keep the documents that every one of the coders finished."""
    return tuple(document for document in documents if document.finished.issuperset(coders))
