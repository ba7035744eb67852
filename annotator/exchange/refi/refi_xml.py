# SPDX-License-Identifier: MIT
"""XML of REFI-QDA as we write it: elements as text, one a line, and the check against the grammar of the standard."""

import re
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from annotator.exchange.refi.refi_words import writable
from annotator.resources import resource

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
PROJECT_GRAMMAR = "refi/project.xsd"
CODEBOOK_GRAMMAR = "refi/codebook.xsd"

Attributes = Mapping[str, str]
_NONE: Attributes = {}
_PLAIN = re.compile("[ !#-%'-;=?-~\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")
"""What stands for itself between quotation marks and between tags."""


def opening(name: str, attributes: Attributes = _NONE) -> str:
    """Give the start of an element, on a line of its own."""
    return f"<{name}{_attributes(attributes)}>\n"


def closing(name: str) -> str:
    """Give the end of an element."""
    return f"</{name}>\n"


def leaf(name: str, attributes: Attributes = _NONE, *, text: str | None = None) -> str:
    """Give an element without elements in it; its text is kept to the last blank and line end."""
    if text is None:
        return f"<{name}{_attributes(attributes)}/>\n"
    content = text if _PLAIN.fullmatch(text) else escape(writable(text), {"\r": "&#13;"})
    return f"<{name}{_attributes(attributes)}>{content}</{name}>\n"


def element(name: str, attributes: Attributes, children: Iterable[str]) -> str:
    """Give an element with others in it; the short form where there are none."""
    inner = "".join(children)
    return f"{opening(name, attributes)}{inner}{closing(name)}" if inner else leaf(name, attributes)


def listed(name: str, children: Iterable[str]) -> str:
    """Give a list, or nothing at all where it has no member: the standard knows no empty ones."""
    inner = "".join(children)
    return f"{opening(name)}{inner}{closing(name)}" if inner else ""


def reference(name: str, target: str) -> str:
    """Give an element that points at another by its identity."""
    return leaf(name, {"targetGUID": target})


def _attributes(attributes: Attributes) -> str:
    return "".join([f" {name}={_quoted(value)}" for name, value in attributes.items()])


def _quoted(value: str) -> str:
    """Give a value in quotation marks; most hold nothing that would have to be spelled otherwise."""
    return f'"{value}"' if _PLAIN.fullmatch(value) else quoteattr(writable(value))


def require_valid(document: IO[bytes], *, grammar: str) -> None:
    """Hold a document of ours against the grammar, piece by piece; raises ValueError where we wrote it wrongly.

    Nothing is loaded from anywhere else, and no DOCTYPE is read.
    """
    from lxml import etree

    parser = etree.XMLParser(no_network=True, load_dtd=False, resolve_entities=False)
    schema = etree.XMLSchema(etree.parse(BytesIO(resource(grammar).read_bytes()), parser))
    try:
        reading = etree.iterparse(
            document, events=("end",), schema=schema, no_network=True, load_dtd=False, resolve_entities=False,
            huge_tree=True,
        )  # fmt: skip
        for _, node in reading:
            node.clear()
            while node.getprevious() is not None:
                del node.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise ValueError(f"what was to be written breaks the standard: {error}") from error
