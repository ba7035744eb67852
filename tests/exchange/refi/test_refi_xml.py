# SPDX-License-Identifier: MIT
import io
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.refi.refi_words import CODEBOOK_SPACE, PROJECT_SPACE, writable
from annotator.exchange.refi.refi_xml import CODEBOOK_GRAMMAR, PROJECT_GRAMMAR, element, leaf, listed, require_valid

GUID = "22222222-2222-4222-8222-222222222222"


@given(st.text())
def test_texts_and_attributes_come_back_as_they_were(text: str) -> None:
    read = ElementTree.fromstring(leaf("a", {"b": text}, text=text))
    assert (read.text or "", read.get("b")) == (writable(text), writable(text))


def test_a_list_without_members_is_nothing() -> None:
    assert listed("Users", []) == ""
    assert element("Code", {}, []) == "<Code/>\n"


def project(inner: str) -> io.BytesIO:
    return io.BytesIO(f'<Project xmlns="{PROJECT_SPACE}" name="P">{inner}</Project>'.encode())


@pytest.mark.parametrize(
    "inner",
    [
        "",
        "<Description/>",
        f'<Users><User guid="{GUID}"/></Users>',
        f'<Users><User guid="{{{GUID.upper()}}}"/></Users>',
        f'<Sets><Set guid="{GUID}" name="S"><MemberCode targetGUID="{GUID}"/></Set></Sets>',
        f'<Sources><PDFSource guid="{GUID}"><Representation guid="{GUID}"/></PDFSource></Sources>',
        f'<Cases><Case guid="{GUID}"/></Cases><Sources><TextSource guid="{GUID}"/></Sources>',
    ],
)
def test_what_the_standard_allows(inner: str) -> None:
    require_valid(project(inner), grammar=PROJECT_GRAMMAR)


@pytest.mark.parametrize(
    "inner",
    [
        "<Users/>",
        "<Sets/>",
        "<Cases/>",
        "<CodeBook/>",
        "<Sources/>",
        "<Odd/>",
        f'<Users><User guid="{GUID}x"/></Users>',
        f'<Sets><Set guid="{GUID}" name="S"><MemberCode guid="{GUID}"/></Set></Sets>',
        f'<Sources><TextSource guid="{GUID}"/></Sources><Cases><Case guid="{GUID}"/></Cases>',
        f'<Sources><TextSource guid="{GUID}" creationDateTime="today"/></Sources>',
        f'<CodeBook><Codes><Code guid="{GUID}" name="C"/></Codes></CodeBook>',
        f'<CodeBook><Codes><Code guid="{GUID}" name="C" isCodable="true" color="red"/></Codes></CodeBook>',
    ],
)
def test_what_the_standard_does_not_allow(inner: str) -> None:
    with pytest.raises(ValueError, match="breaks the standard"):
        require_valid(project(inner), grammar=PROJECT_GRAMMAR)


def test_a_member_of_a_set_in_a_codebook_has_another_attribute() -> None:
    codes = f'<Codes><Code guid="{GUID}" name="C" isCodable="true"/></Codes>'
    for member, is_right in ((f'guid="{GUID}"', True), (f'targetGUID="{GUID}"', False)):
        inner = f'{codes}<Sets><Set guid="{GUID}" name="S"><MemberCode {member}/></Set></Sets>'
        book = io.BytesIO(f'<CodeBook xmlns="{CODEBOOK_SPACE}">{inner}</CodeBook>'.encode())
        if is_right:
            require_valid(book, grammar=CODEBOOK_GRAMMAR)
        else:
            with pytest.raises(ValueError, match="breaks the standard"):
                require_valid(book, grammar=CODEBOOK_GRAMMAR)
