# SPDX-License-Identifier: MIT
"""What a document says of itself, and what it does not say."""

from annotator.exchange.articles.document_properties import book_metadata, office_metadata
from annotator.exchange.foreign_xml import parsed_xml


def test_a_document() -> None:
    root = parsed_xml(
        b"<a xmlns:d='u'><d:title> A\n title </d:title><d:creator>Ann</d:creator><d:creator>Bob</d:creator><language/>"
        b"<created>2024-03-05T10:00:00Z</created><keyword>x</keyword><keyword>y</keyword><date>2025-01-01</date></a>",
        name="n",
    )
    assert office_metadata(root) == {
        "title": "A title",
        "author": "Ann; Bob",
        "created": "2024-03-05",
        "keywords": "x; y",
    }


def test_a_book_has_a_date_of_its_own() -> None:
    root = parsed_xml(
        b"<a><title>T</title><title>Part</title><date>March</date><publisher>House</publisher></a>", name="n"
    )
    assert book_metadata(root) == {"title": "T", "outlet": "House"}
    assert book_metadata(parsed_xml(b"<a><date>2024-03</date></a>", name="n")) == {"date": "2024-03"}
