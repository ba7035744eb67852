# SPDX-License-Identifier: MIT
"""Projects of REFI-QDA as other programs write them, made by hand: one code, one user, one source unless told."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

USER = "11111111-1111-4111-8111-111111111111"
CODE = "22222222-2222-4222-8222-222222222222"
SOURCE = "33333333-3333-4333-8333-333333333333"
SELECTION = "44444444-4444-4444-8444-444444444444"
CODING = "55555555-5555-4555-8555-555555555555"
NOTE = "66666666-6666-4666-8666-666666666666"
MADE = f'creatingUser="{USER}" creationDateTime="2020-01-02T03:04:05Z"'
USERS = f'<Users><User guid="{USER}" name="Anna"/></Users>'
CODES = f'<CodeBook><Codes><Code guid="{CODE}" name="Trust" isCodable="true" color="#0a0"/></Codes></CodeBook>'


def coding(code: str = CODE, *, guid: str = CODING, made: str = MADE, inner: str = "") -> str:
    return f'<Coding guid="{guid}" {made}><CodeRef targetGUID="{code}"/>{inner}</Coding>'


def selection(start: int, end: int, name: str = "", *, inner: str | None = None, number: int = 0) -> str:
    guid, of_coding = f"{SELECTION[:-3]}{number:03d}", f"{CODING[:-3]}{number:03d}"
    content = coding(guid=of_coding) if inner is None else inner
    named = f' name="{name}"' if name else ""
    return (
        f'<PlainTextSelection guid="{guid}"{named} startPosition="{start}" endPosition="{end}" {MADE}>'
        f"{content}</PlainTextSelection>"
    )


def source(*selections: str, guid: str = SOURCE, name: str = "Article", path: str | None = None) -> str:
    plain = f"internal://{guid}.txt" if path is None else path
    where = f' plainTextPath="{plain}"' if plain else ""
    return f'<TextSource guid="{guid}" name="{name}"{where}>{"".join(selections)}</TextSource>'


def project(
    sources: str, *, origin: str = "NVivo", users: str = USERS, codes: str = CODES, further: str = "",
    space: str = "urn:QDA-XML:project:1.0",
) -> bytes:  # fmt: skip
    named = f'name="P" origin="{origin}"'
    inner = f"{users}{codes}<Sources>{sources}</Sources>{further}"
    return f'<?xml version="1.0" encoding="utf-8"?><Project xmlns="{space}" {named}>{inner}</Project>'.encode()


def archive(path: Path, xml: bytes, texts: Mapping[str, bytes], *, member: str = "project.qde") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(member, xml)
        for name, data in texts.items():
            made.writestr(name, data)
    return path
