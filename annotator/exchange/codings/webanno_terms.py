# SPDX-License-Identifier: MIT
"""Words of the W3C Web Annotation Data Model that are written and read, and our own beside them."""

from collections.abc import Mapping
from types import MappingProxyType

ANNO_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""A name of what the words mean. It is text here: nothing is ever fetched from it."""
OURS = "urn:discourse-annotator:"
CONTEXT = (ANNO_CONTEXT, {"annotator": OURS})

COLLECTION, PAGE, ANNOTATION = "AnnotationCollection", "AnnotationPage", "Annotation"
POSITION, QUOTE = "TextPositionSelector", "TextQuoteSelector"

OFFSET_UNIT, TEXT_SHA256, ATTRIBUTE = "annotator:offset_unit", "annotator:text_sha256", "annotator:attribute"
SHORT_NAME, CERTAINTY, ASK_LEAD = "annotator:short_name", "annotator:certainty", "annotator:ask_lead"
ROUND, REVISION = "annotator:round", "annotator:codebook_revision"
ORIGINAL_CODER, ORIGINAL_CODE = "annotator:original_coder", "annotator:original_code"

GENERATOR: Mapping[str, str] = MappingProxyType({
    "id": f"{OURS}program", "type": "Software", "name": "discourse-annotator",
})  # fmt: skip
COLLECTION_FILE, PAGES_FOLDER, TEXTS_FOLDER = "collection.jsonld", "pages", "texts"


def urn(identity: str) -> str:
    """Give a UUID as an IRI."""
    return f"urn:uuid:{identity}"
