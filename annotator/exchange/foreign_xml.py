# SPDX-License-Identifier: MIT
"""XML that others made: no DOCTYPE, no entity but the five of XML itself, no depth beyond 200, nothing loaded.

Everything that is parsed as XML here goes through this file; pages of HTML and chapters of EPUB do not.
"""

import io
from collections.abc import Iterator
from typing import IO
from xml.etree.ElementTree import Element, ParseError

from annotator.domain.errors import Refused

MAXIMUM_DEPTH = 200
MAXIMUM_XML_BYTES = 2_000_000_000

_NOTHING = "nothing was taken from it"


def parsed_xml(data: bytes, *, name: str) -> Element:
    """Parse a whole document; gives its root. Raises Refused, one sentence with ``name``."""
    root = None
    for event, element in each_element(io.BytesIO(data), name=name):
        if root is None and event == "start":
            root = element
    if root is None:
        raise Refused(f"There is no XML in it; {_NOTHING}.", where=name)
    return root


def each_element(file: IO[bytes], *, name: str) -> Iterator[tuple[str, Element]]:
    """Parse piece by piece; gives "start" and "end" with the element, which is whole at its end.

    The caller clears what it has read (``element.clear()``), or all of it stays in memory. Raises Refused, one
    sentence with ``name``, when a fault is reached: what was given before is then to be thrown away.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    depth = 0
    try:
        for event, element in iterparse(_Bounded(file, name), events=("start", "end"), forbid_dtd=True):
            depth += 1 if event == "start" else -1
            if depth > MAXIMUM_DEPTH:
                raise Refused(f"Its XML is nested deeper than {MAXIMUM_DEPTH} levels; {_NOTHING}.", where=name)
            yield event, element
    except DefusedXmlException as error:
        raise Refused(
            f"Its XML has a DOCTYPE or entities of its own, which may do harm; {_NOTHING}.", where=name
        ) from error
    except ParseError as error:
        line, column = error.position
        raise Refused(
            f"Its XML is not well-formed at line {line}, column {column + 1}, or was cut short; {_NOTHING}.", where=name
        ) from error
    except (LookupError, ValueError) as error:
        raise Refused(
            f"Its XML is in an encoding that cannot be read; {_NOTHING}: save it as UTF-8.", where=name
        ) from error


class _Bounded:
    """A file that is refused when more than the limit is read from it."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        self._file = file
        self._name = name
        self._left = MAXIMUM_XML_BYTES

    def read(self, size: int = -1) -> bytes:
        """Read so many bytes."""
        data = self._file.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise Refused(
                f"Its XML is larger than {MAXIMUM_XML_BYTES // 1_000_000_000} GB; {_NOTHING}.", where=self._name
            )
        return data


def local_name(element: Element) -> str:
    """Give the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]
