# SPDX-License-Identifier: MIT
"""XML of others: read, or refused with one sentence; never expanded, never loaded."""

import io
import socket
from pathlib import Path

import pytest

from annotator.domain import Refused
from annotator.exchange import foreign_xml
from annotator.exchange.foreign_xml import each_element, local_name, parsed_xml

_LAUGHS = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(12))

HOSTILE = {
    "doctype": ("<!DOCTYPE a><a/>", "DOCTYPE"),
    "entity": ('<!DOCTYPE a [<!ENTITY e "boom">]><a>&e;</a>', "DOCTYPE"),
    "bomb": (f"<!DOCTYPE a [{_LAUGHS}]><a>&e11;</a>", "DOCTYPE"),
    "external": ('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "DOCTYPE"),
    "unknown entity": ("<a>&nbsp;</a>", "not well-formed"),
    "deep": ("<a>" * 10_000 + "</a>" * 10_000, "deeper than 200"),
    "empty": ("", "not well-formed"),
    "cut short": ("<a><b>", "not well-formed at line 1, column 7"),
    "no XML": ("hello", "not well-formed"),
    "unknown encoding": ('<?xml version="1.0" encoding="klingon"?><a/>', "encoding"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_not_read(what: str) -> None:
    text, words = HOSTILE[what]
    with pytest.raises(Refused, match=words) as refused:
        parsed_xml(text.encode(), name="n")
    assert refused.value.where == "n"


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "latin-1", "utf-8-sig"])
def test_encodings(encoding: str) -> None:
    declared = {"utf-16": "utf-16", "utf-8-sig": "utf-8"}.get(encoding, encoding)
    root = parsed_xml(f'<?xml version="1.0" encoding="{declared}"?><a>é</a>'.encode(encoding), name="n")
    assert root.text == "é"
    with pytest.raises(Refused):
        parsed_xml('<?xml version="1.0" encoding="utf-8"?><a>é</a>'.encode("cp1252"), name="n")


def test_nothing_is_loaded(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x.dtd"
        for text in (
            f'<!DOCTYPE a SYSTEM "{address}"><a/>',
            f'<!DOCTYPE a [<!ENTITY % e SYSTEM "{address}">%e;]><a/>',
            f'<a xmlns:i="http://www.w3.org/2001/XInclude"><i:include href="{address}"/></a>',
            f'<?xml-stylesheet href="{address}"?><a/>',
        ):
            try:
                parsed_xml(text.encode(), name="n")
            except Refused as refused:
                assert "DOCTYPE" in refused.sentence  # noqa: PT017  # the last two are harmless and are read
        with pytest.raises(BlockingIOError):
            server.accept()


def test_piece_by_piece_and_names() -> None:
    events = [
        (event, local_name(element)) for event, element in each_element(io.BytesIO(b"<a xmlns='u'><b/></a>"), name="n")
    ]
    assert events == [("start", "a"), ("start", "b"), ("end", "b"), ("end", "a")]
    assert parsed_xml(b"<a>" * 200 + b"</a>" * 200, name="n").tag == "a"


def test_size_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign_xml, "MAXIMUM_XML_BYTES", 100)
    with pytest.raises(Refused, match="larger"):
        parsed_xml(b"<a>" + b"x" * 100 + b"</a>", name="n")
