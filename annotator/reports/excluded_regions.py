# SPDX-License-Identifier: MIT
"""``excluded_regions.csv``: one row per stretch that was proposed to be left out of every count."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from annotator.domain.model import Coder, Document, Region
from annotator.domain.tables import OFFSET_UNIT

FILE_NAME = "excluded_regions.csv"

COLUMN_DESCRIPTIONS: Mapping[str, str] = MappingProxyType({
    "region_id": "identity of the region (UUID)",
    "document_id": "identity of the article (UUID)",
    "document": "name of the file that the article came in",
    "text_sha256": "SHA-256 of the UTF-8 of the exact text that the positions count in",
    "coder": "name of the person who proposed the region",
    "state": "proposed, accepted or declined; only accepted ones leave the counts",
    "start_char": "first character of the region, counted from 0",
    "end_char": "position after its last character",
    "offset_unit": "what start_char and end_char count: Unicode code points",
    "quote": "the words themselves: text[start_char:end_char]",
    "certainty": "high, medium or low; empty where the coder did not say",
    "memo": "the coder's note",
})  # fmt: skip


def region_rows(
    regions: Iterable[Region], *, documents: Iterable[Document], coders: Iterable[Coder]
) -> Iterator[tuple[str | int, ...]]:
    """Give the rows by document position, start, end and id; regions of unknown documents are left out."""
    known = {document.id: document for document in documents}
    names = {coder.id: coder.name for coder in coders}
    placed = [region for region in regions if region.document in known]
    for region in sorted(placed, key=lambda each: (known[each.document].position, each.span, each.id)):
        document = known[region.document]
        yield (
            region.id, document.id, document.name, document.text_sha256, names.get(region.coder, ""),
            region.state.value, int(region.span.start), int(region.span.end), OFFSET_UNIT, region.quote,
            region.certainty.value, region.memo,
        )  # fmt: skip
