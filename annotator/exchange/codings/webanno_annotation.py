# SPDX-License-Identifier: MIT
"""One Web Annotation in whatever shape the model allows, and CATMA's, as plain values; nothing is looked up yet.

A property may be one thing or a list of things, a thing its IRI or an object, a type one word or
several; keys may be plain or begin with ``@``. What is of no known shape is left out, never an error.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.domain.model import NO_ATTRIBUTES
from annotator.exchange.codings.corpus_json import LARGEST_POSITION
from annotator.exchange.codings.webanno_terms import ATTRIBUTE, OFFSET_UNIT, POSITION, QUOTE, SHORT_NAME

_TAGS = ("tagging", "classifying", "identifying", "oa:tagging", "oa:classifying", "oa:identifying")
_COMMENTS = ("commenting", "describing", "replying", "questioning", "oa:commenting", "oa:describing", "oa:replying")
_CATMA_AUTHOR, _CATMA_TIME = "catma_markupauthor", "catma_markuptimestamp"


@dataclass(frozen=True, slots=True)
class Tag:
    """A code as an annotation names it: its IRI, the word for it and how it is called."""

    iri: str
    word: str
    label: str


@dataclass(frozen=True, slots=True)
class Target:
    """Stretches of one source; ``others`` counts selectors of kinds that no text has positions for."""

    source: str
    positions: Sequence[tuple[int, int]] = ()
    quote: str | None = None
    before: str = ""
    after: str = ""
    unit: str = ""
    others: int = 0


@dataclass(frozen=True, slots=True)
class WebAnnotation:
    """All that is taken of one annotation."""

    identity: str
    tags: Sequence[Tag]
    targets: Sequence[Target]
    creator_iri: str = ""
    creator: str = ""
    created: str = ""
    memo: str = ""
    attributes: Mapping[str, str] = field(default_factory=lambda: NO_ATTRIBUTES)


def types_of(value: Mapping[str, object]) -> frozenset[str]:
    """Give the types of an object without a prefix."""
    found = many(value.get("type", value.get("@type")))
    return frozenset(each.rpartition(":")[2] for each in found if isinstance(each, str))


def many(value: object) -> Sequence[object]:
    """Give a list for one thing, a list, or nothing."""
    if value is None:
        return ()
    return value if isinstance(value, list) else (value,)


def iri_of(value: object) -> str:
    """Give the IRI of a thing that is an IRI or an object with one."""
    if isinstance(value, dict):
        value = value.get("id", value.get("@id"))
    return value if isinstance(value, str) else ""


def web_annotation(value: Mapping[str, object]) -> WebAnnotation:
    """Take one annotation."""
    tags: list[Tag] = []
    memos: list[str] = []
    attributes: dict[str, str] = {}
    creator_iri, creator = _creator(value.get("creator"))
    created = own_word(value, "created")
    for body in many(value.get("body")):
        if isinstance(body, dict) and "tag" in body:
            tags.append(_catma_tag(body))
            author, time = _catma_properties(body, attributes)
            creator, created = creator or author, created or time
        elif isinstance(body, dict) and own_word(body, ATTRIBUTE):
            attributes[own_word(body, ATTRIBUTE)] = own_word(body, "value")
        elif tag := _tag(body, _purposes(value, body)):
            tags.append(tag)
        elif isinstance(body, dict) and own_word(body, "value"):
            memos.append(own_word(body, "value"))
    body_value = own_word(value, "bodyValue")
    return WebAnnotation(
        identity=iri_of(value),
        tags=tags,
        targets=list(_targets(value.get("target"))),
        creator_iri=creator_iri,
        creator=creator,
        created=created,
        memo="\n".join(filter(None, [*memos, body_value])),
        attributes=attributes,
    )


def _purposes(annotation: Mapping[str, object], body: object) -> Sequence[object]:
    own = many(body.get("purpose")) if isinstance(body, dict) else ()
    return own or many(annotation.get("motivation"))


def _tag(body: object, purposes: Sequence[object]) -> Tag | None:
    """Take a body as a code if that is its purpose; a thing named by its IRI alone is one too."""
    if any(purpose in _COMMENTS for purpose in purposes) or not any(purpose in _TAGS for purpose in purposes):
        return None
    if not isinstance(body, dict):
        return Tag(iri_of(body), _last_part(iri_of(body)), "") if iri_of(body) else None
    iri = iri_of(body) or iri_of(body.get("source"))
    label = own_word(body, "value") or own_word(body, "label") or own_word(body, "name")
    word = own_word(body, SHORT_NAME) or label or _last_part(iri)
    return Tag(iri, word, label) if word.strip() else None


def _catma_tag(body: Mapping[str, object]) -> Tag:
    iri = iri_of(body.get("tag"))
    return Tag(iri, _last_part(iri), "")


def _catma_properties(body: Mapping[str, object], attributes: dict[str, str]) -> tuple[str, str]:
    """Take what CATMA keeps of an annotation; gives its author and its time."""
    properties = body.get("properties")
    groups = properties if isinstance(properties, dict) else {}
    system, user = groups.get("system"), groups.get("user")
    if isinstance(user, dict):
        for name, values in user.items():
            attributes[name] = "; ".join(each for each in many(values) if isinstance(each, str))
    known = system if isinstance(system, dict) else {}
    author, time = (next((each for each in many(known.get(name)) if isinstance(each, str)), "") for name in (
        _CATMA_AUTHOR, _CATMA_TIME))  # fmt: skip
    return author, time


def _creator(value: object) -> tuple[str, str]:
    for each in many(value):
        iri = iri_of(each)
        name = ""
        if isinstance(each, dict):
            name = own_word(each, "name") or own_word(each, "nickname") or own_word(each, "email")
        if iri or name:
            return iri, name or _last_part(iri)
    return "", ""


def _targets(value: object) -> Iterator[Target]:
    """Give the targets, the selectors of one source together: a list of ranges is one annotation in pieces."""
    for each in many(value):
        if not isinstance(each, dict):
            yield Target(iri_of(each))
        elif "items" in each and "selector" not in each:
            pieces = [piece for item in many(each["items"]) for piece in _targets(item)]
            for source in dict.fromkeys(piece.source for piece in pieces):
                yield _together(source, [piece for piece in pieces if piece.source == source])
        else:
            yield _target(each)


def _together(source: str, pieces: Sequence[Target]) -> Target:
    quotes = [piece.quote for piece in pieces if piece.quote]
    return Target(
        source,
        [position for piece in pieces for position in piece.positions],
        quote=" ".join(quotes) if len(quotes) == len(pieces) else None,
        before=pieces[0].before,
        after=pieces[-1].after,
        unit=pieces[0].unit,
        others=sum(piece.others for piece in pieces),
    )


def _target(value: Mapping[str, object]) -> Target:
    positions: list[tuple[int, int]] = []
    quote: Mapping[str, object] = {}
    unit = ""
    others = 0
    for selector in many(value.get("selector")):
        kinds = types_of(selector) if isinstance(selector, dict) else frozenset()
        start, end = (selector.get("start"), selector.get("end")) if isinstance(selector, dict) else (None, None)
        if isinstance(selector, dict) and POSITION in kinds and _is_position(start) and _is_position(end):
            positions.append((int(str(start)), int(str(end))))
            unit = own_word(selector, OFFSET_UNIT)
        elif isinstance(selector, dict) and QUOTE in kinds:
            quote = selector
        else:
            others += 1
    source = iri_of(value.get("source")) or ("" if "selector" not in value else iri_of(value))
    return Target(
        source or iri_of(value),
        positions,
        quote=own_word(quote, "exact") or None,
        before=own_word(quote, "prefix"),
        after=own_word(quote, "suffix"),
        unit=unit,
        others=others,
    )


def _is_position(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= LARGEST_POSITION


def own_word(value: Mapping[str, object], name: str) -> str:
    """Give a text under a name, "" where there is none."""
    found = value.get(name)
    return found if isinstance(found, str) else ""


def _last_part(iri: str) -> str:
    return iri.rstrip("/#").replace("#", "/").rpartition("/")[2]
