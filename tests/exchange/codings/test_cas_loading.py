# SPDX-License-Identifier: MIT
"""What is screened before cassis sees it, and that nothing else than one sentence comes of it."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from exchange.foreign_cas import SPANS, TEXT, TYPES, type_system, xmi
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import KnownError, Refused
from annotator.exchange.codings import cas_loading
from annotator.exchange.codings.cas_loading import CasFiles, LoadedCas, annotation_types, string_features


class _Members:
    def __init__(self, **files: bytes) -> None:
        self._files = {name.replace("__", "."): data for name, data in files.items()}

    @property
    def members(self) -> tuple[str, ...]:
        return tuple(sorted(self._files))

    def read(self, member: str, *, maximum_bytes: int = 0) -> bytes:
        return self._files[member]


def _load(data: bytes, types: bytes = TYPES) -> LoadedCas:
    files = CasFiles(_Members(a__xmi=data, TypeSystem__xml=types))
    return files.load("a.xmi")


def _load_json(value: object) -> LoadedCas:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return CasFiles(_Members(a__json=data)).load("a.json")


GOOD = {
    "%TYPES": {"a.Frame": {"%NAME": "a.Frame", "%SUPER_TYPE": "uima.tcas.Annotation",
                           "label": {"%NAME": "label", "%RANGE": "uima.cas.String"}}},
    "%FEATURE_STRUCTURES": [
        {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "sofaString": "\U0001f600 frame"},
        {"%ID": 2, "%TYPE": "a.Frame", "@sofa": 1, "begin": 3, "end": 8, "label": "loss"},
    ],
    "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": [2]}},
}  # fmt: skip


def test_offsets_are_code_points_once_and_only_once() -> None:
    for loaded in (_load(xmi(TEXT, *SPANS)), _load_json(GOOD)):
        first = next(each for each in loaded.cas.select_all_annotations() if each.type.short_name == "Frame")
        assert first.get_covered_text() == "frame"
        assert (loaded.misfits, loaded.unknown) == ({}, 0)
    assert annotation_types(loaded.cas) == ("a.Frame", "uima.tcas.DocumentAnnotation")
    assert string_features(loaded.cas, "a.Frame") == ("label",)


def test_offsets_that_fit_no_character_are_told_with_their_number() -> None:
    assert _load(xmi(TEXT, (3, 10, "x"), (5, 999, "y"))).misfits == {10: (3, 10), 11: (5, 999)}


def test_structures_of_unknown_types_are_counted() -> None:
    assert (
        _load(
            xmi(TEXT, *SPANS, more='<custom:Other xmi:id="50" sofa="1" begin="0" end="1"/>', members="10 11 50")
        ).unknown
        == 1
    )


ENTITY = '<!DOCTYPE x [<!ENTITY e "boom">]>'


@pytest.mark.parametrize(
    ("data", "types", "words"),
    [
        (xmi("&e;", *SPANS, head=ENTITY), TYPES, "DOCTYPE"),
        (xmi(TEXT, *SPANS), TYPES.replace(b"<typeSystem", ENTITY.encode() + b"<typeSystem", 1), "DOCTYPE"),
        (xmi(TEXT, *SPANS)[:-30], TYPES, "cut short"),
        (b"", TYPES, "not well-formed"),
        (xmi(TEXT, *SPANS).replace(b"UTF-8", b"x-none"), TYPES, "encoding"),
        (xmi(TEXT, *SPANS, members="10 10"), TYPES, "twice"),
        (xmi(TEXT, *SPANS, members="10 99"), TYPES, "no UIMA CAS"),
        (xmi(TEXT, (5, 10, "x")).replace(b'begin="5"', b'begin="five"'), TYPES, "no UIMA CAS"),
        (xmi(TEXT, (5, 10, "x")).replace(b'begin="5"', b'begin="' + b"9" * 5000 + b'"'), TYPES, "no UIMA CAS"),
        (xmi(TEXT, *SPANS), type_system("label", "note", "x=__import__('os').system('true')"), "which is none"),
        (xmi(TEXT, *SPANS), type_system("label", "note", "class"), "no UIMA CAS"),
        (xmi(TEXT, *SPANS), type_system("label"), "no UIMA CAS"),
        (xmi(TEXT, *SPANS, more="<a>" * 300 + "</a>" * 300), TYPES, "nested deeper than 200"),
    ],
)
def test_hostile_xmi_is_refused_in_one_sentence(data: bytes, types: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words) as caught:
        _load(data, types)
    assert "nothing was taken" in caught.value.sentence


def test_very_many_misfits_and_types_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cas_loading, "MAXIMUM_MISFITS", 1)
    with pytest.raises(Refused, match="More than 1 annotations"):
        _load(xmi(TEXT, (3, 10, "x"), (5, 999, "y")))
    monkeypatch.setattr(cas_loading, "MAXIMUM_TYPES", 0)
    with pytest.raises(Refused, match="more than 0 types"):
        _load(xmi(TEXT, *SPANS))


def test_xmi_without_a_type_system_is_refused() -> None:
    with pytest.raises(Refused, match=r"no TypeSystem\.xml"):
        CasFiles(_Members(a__xmi=xmi(TEXT))).load("a.xmi")


@pytest.mark.parametrize(
    "value",
    [
        b"", b"{", b"[" * 100_000, b"\xff\xfe", {}, {"%FEATURE_STRUCTURES": 3}, {**GOOD, "%VIEWS": 3},
        {**GOOD, "%TYPES": [3]},
        {**GOOD, "%TYPES": {"a b": {}}}, {**GOOD, "%VIEWS": {"_InitialView": {"%MEMBERS": [2, 2]}}},
        {**GOOD, "%VIEWS": {"_InitialView": {"%MEMBERS": [[]]}}}, {**GOOD, "%FEATURE_STRUCTURES": [{"%ID": "x"}]},
        {**GOOD, "%FEATURE_STRUCTURES": [{**GOOD["%FEATURE_STRUCTURES"][1], "begin": []}]},
    ],
)  # fmt: skip
def test_hostile_json_is_refused_in_one_sentence(value: object) -> None:
    with pytest.raises(Refused) as caught:
        _load_json(value)
    assert "\n" not in caught.value.sentence


@given(st.data())
def test_no_change_of_a_byte_gives_anything_else_than_a_cas_or_a_sentence(data: st.DataObject) -> None:
    good = data.draw(st.sampled_from([xmi(TEXT, *SPANS), json.dumps(GOOD).encode(), TYPES]))
    place = data.draw(st.integers(0, len(good) - 1))
    changed = good[:place] + data.draw(st.binary(max_size=3)) + good[place + data.draw(st.integers(0, 20)) :]
    with suppress(KnownError):
        if good == TYPES:
            _load(xmi(TEXT, *SPANS), changed)
        elif good.startswith(b"{"):
            _load_json(changed)
        else:
            _load(changed)


def test_files_are_found_beside_others(tmp_path: Path) -> None:
    files = CasFiles(_Members(b__xmi=b"", a__json=b"", corpus__json=b"", exportedproject__json=b"", readme__txt=b""))
    assert files.names == ("a.json", "b.xmi")
