# SPDX-License-Identifier: MIT
"""UIMA CAS files of others: found in folders and ZIPs, screened, and only then given to dkpro-cassis.

Measured: cassis expands entities of a DTD, builds classes of whatever names a type system has, moves
the offsets of an annotation once for each time a view lists it, and leaves an offset that fits no
character as it is. So every file is read once by us before: no DTD, names that are names, each
member once, and the offsets that fit no character by the number of their annotation.
"""

import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from annotator.domain.errors import Refused
from annotator.domain.span import Utf16
from annotator.exchange.codings.cas_names import ANNOTATION, STRING, TYPE_SYSTEM_FILE
from annotator.exchange.codings.corpus_header import SIDECAR
from annotator.exchange.containers import opened_container
from annotator.exchange.foreign_xml import each_element, local_name
from annotator.exchange.incoming_members import IncomingMembers
from annotator.exchange.json_objects import Fault, parsed_object
from annotator.text import OffsetMap

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

MAXIMUM_TYPES = 10_000
MAXIMUM_MISFITS = 1_000
_ID, _VIEW, _SOFA = "{http://www.omg.org/XMI}id", "{http:///uima/cas.ecore}View", "{http:///uima/cas.ecore}Sofa"
_NOTHING = "nothing was taken from it"
_NO_CAS = frozenset({SIDECAR, "exportedproject.json"})
_FAILURES = (ArithmeticError, AttributeError, LookupError, RuntimeError, SyntaxError, TypeError, ValueError)
"""What cassis raises for files that are no CAS; it has no error of its own for most of them."""
_UNKNOWN_TYPE = "Type with name"


@dataclass(frozen=True, slots=True)
class LoadedCas:
    """One CAS. ``misfits`` are the offsets, in UTF-16 units, of annotations that begin or end at no character."""

    name: str
    cas: "Cas"
    misfits: Mapping[int, tuple[int, int]]
    unknown: int


class CasFiles:
    """The CAS files among the files of a folder or ZIP, those in ZIPs within it too; sorted by name."""

    def __init__(self, members: IncomingMembers) -> None:
        self._members = members
        self._inner: dict[str, bytes] = {}
        for member in members.members:
            if member.casefold().endswith(".zip"):
                self._look_into(member)
        names = (*members.members, *self._inner)
        self.names = tuple(sorted(name for name in names if _is_cas(name)))
        self._type_systems = frozenset(
            name for name in names if PurePosixPath(name).name.casefold() == TYPE_SYSTEM_FILE.casefold()
        )
        self._loaded: dict[str, TypeSystem] = {}

    def _look_into(self, member: str) -> None:
        with opened_container(self._members.read(member), name=member, nesting=2) as container:
            for name in container.members:
                if _is_cas(name) or name.casefold().endswith(".xml"):
                    self._inner[f"{member}/{name}"] = container.read(name)

    def load(self, name: str) -> LoadedCas:
        """Load one; raises Refused, one sentence with its name."""
        data = self._inner[name] if name in self._inner else self._members.read(name)
        return _loaded_json(data, name) if name.casefold().endswith(".json") else self._xmi(data, name)

    def _xmi(self, data: bytes, name: str) -> LoadedCas:
        from cassis import load_cas_from_xmi

        types = self._types_for(name)
        screened = _Screened(name)
        with _cassis(name):
            for event, element in each_element(BytesIO(data), name=name):
                if event == "end":
                    screened.element(element.tag, element.attrib)
                    element.clear()
        with _cassis(name) as said:
            cas = load_cas_from_xmi(BytesIO(data), typesystem=types, lenient=True, trusted=False)
        return LoadedCas(name, cas, screened.misfits(), said.count)

    def _types_for(self, name: str) -> "TypeSystem":
        from cassis import load_typesystem

        for folder in PurePosixPath(name).parents:
            nearest = [each for each in self._type_systems if PurePosixPath(each).parent == folder]
            if nearest:
                found = nearest[0]
                break
        else:
            raise Refused(
                f"There is no {TYPE_SYSTEM_FILE} beside it or above, without which XMI cannot be read; {_NOTHING}.",
                where=name,
            )
        if found not in self._loaded:
            data = self._inner[found] if found in self._inner else self._members.read(found)
            _screen_types(data, found)
            with _cassis(found):
                self._loaded[found] = load_typesystem(BytesIO(data))
        return self._loaded[found]


def string_features(cas: "Cas", type_name: str) -> tuple[str, ...]:
    """Give the features of a type whose values are single words."""
    features = cas.typesystem.get_type(type_name).all_features
    return tuple(
        sorted(each.name for each in features if _is_word(each.rangeType) and each.name not in ("begin", "end"))
    )


def _is_word(range_type: object) -> bool:
    name = getattr(range_type, "name", "")
    parent = getattr(getattr(range_type, "supertype", None), "name", "")
    return STRING in (name, parent) or name in ("uima.cas.Integer", "uima.cas.Boolean")


def annotation_types(cas: "Cas") -> tuple[str, ...]:
    """Give the types of which there can be stretches of text."""
    parent = cas.typesystem.get_type(ANNOTATION)
    return tuple(sorted(each.name for each in cas.typesystem.get_types() if parent.subsumes(each)))


def _is_cas(name: str) -> bool:
    path = PurePosixPath(name)
    return path.suffix.casefold() in (".xmi", ".json") and path.name.casefold() not in _NO_CAS


def _loaded_json(data: bytes, name: str) -> LoadedCas:
    from cassis import load_cas_from_json

    try:
        value = parsed_object(data, what="The file")
    except Fault as fault:
        raise Refused(f"{fault}; {_NOTHING}.", where=name) from fault
    if "%FEATURE_STRUCTURES" not in value:
        raise Refused(f"The file is no UIMA JSON: it has no feature structures; {_NOTHING}.", where=name)
    screened = _Screened(name)
    with _cassis(name):
        _screen_json(value, screened, name)
    with _cassis(name) as said:
        cas = load_cas_from_json(data.decode())
    return LoadedCas(name, cas, screened.misfits(), said.count)


def _screen_json(value: Mapping[str, object], screened: "_Screened", name: str) -> None:
    types = value.get("%TYPES") or {}
    if isinstance(types, dict):
        _refuse_too_many(len(types), name)
        for type_name, features in types.items():
            for each in (type_name, *(feature for feature in features if not feature.startswith("%"))):
                _refuse_no_name(each, name)
    structures = value["%FEATURE_STRUCTURES"]
    if isinstance(structures, dict):
        structures = [{**each, "%ID": int(number)} for number, each in structures.items()]
    if isinstance(structures, list):
        for each in structures:
            screened.structure(each)
    views = value.get("%VIEWS") or {}
    if isinstance(views, dict):
        for view in views.values():
            screened.members(view.get("%MEMBERS", ()))


class _Screened:
    """What one file says of its texts, offsets and members, before cassis reads it."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._texts: dict[int, str] = {}
        self._offsets: dict[int, tuple[int, int, int]] = {}
        self._members: set[int] = set()

    def element(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take one element of XMI."""
        if tag == _SOFA:
            self._texts[int(attributes[_ID])] = attributes.get("sofaString", "")
        elif tag == _VIEW:
            self.members(map(int, attributes.get("members", "").split()))
        elif "begin" in attributes and "end" in attributes and _ID in attributes:
            self._offset(int(attributes[_ID]), attributes["begin"], attributes["end"], attributes.get("sofa", "0"))

    def structure(self, value: Mapping[str, object]) -> None:
        """Take one structure of UIMA JSON."""
        number = value["%ID"]
        if not isinstance(number, int):
            raise ValueError("an identity that is no number")
        if value.get("%TYPE") == "uima.cas.Sofa":
            self._texts[number] = str(value.get("sofaString") or "")
        elif value.get("begin") is not None or value.get("end") is not None:
            self._offset(number, value.get("begin"), value.get("end"), value.get("@sofa"))

    def _offset(self, number: int, begin: object, end: object, sofa: object) -> None:
        start, stop, text = (int(each) if isinstance(each, str) else each for each in (begin, end, sofa))
        if not (isinstance(start, int) and isinstance(stop, int) and isinstance(text, int)):
            raise TypeError("offsets that are no numbers")
        self._offsets[number] = (start, stop, text)

    def members(self, numbers: Iterable[int]) -> None:
        """Take the members of a view; one that is listed twice would be moved twice."""
        listed = list(numbers)
        found = set(listed)
        if len(found) < len(listed) or found & self._members:
            raise Refused(
                f"An annotation is listed twice in its views, so its place is unsure; {_NOTHING}.", where=self._name
            )
        self._members |= found

    def misfits(self) -> Mapping[int, tuple[int, int]]:
        """Give the offsets that fit no character; raises Refused for very many: the text is then another one."""
        maps = {number: OffsetMap(text) for number, text in self._texts.items()}
        found = {
            number: (start, end)
            for number, (start, end, sofa) in self._offsets.items()
            if sofa in maps and not (_fits(maps[sofa], start) and _fits(maps[sofa], end))
        }
        if len(found) > MAXIMUM_MISFITS:
            raise Refused(
                f"More than {MAXIMUM_MISFITS:,} annotations lie outside its text, so it is another one; {_NOTHING}.",
                where=self._name,
            )
        return found


def _fits(offsets: OffsetMap, position: int) -> bool:
    if not 0 <= position <= offsets.utf16_length:
        return False
    return offsets.to_utf16(offsets.to_code_point(Utf16(position))) == position


def _screen_types(data: bytes, name: str) -> None:
    """Refuse a type system with names that are none: of names cassis makes program text."""
    count = 0
    for event, element in each_element(BytesIO(data), name=name):
        if event == "end" and local_name(element) in ("name", "supertypeName", "rangeTypeName", "elementType"):
            count += local_name(element) == "supertypeName"
            _refuse_no_name((element.text or "").strip() or "none", name)
            _refuse_too_many(count, name)


def _refuse_no_name(word: str, name: str) -> None:
    if not all(part.isidentifier() for part in word.removesuffix("[]").split(".")):
        raise Refused(f"The type system has the name {word[:40]!a}, which is none; {_NOTHING}.", where=name)


def _refuse_too_many(count: int, name: str) -> None:
    if count > MAXIMUM_TYPES:
        raise Refused(f"The type system has more than {MAXIMUM_TYPES:,} types; {_NOTHING}.", where=name)


@dataclass(slots=True)
class _Said:
    """How many structures were of a type that the type system does not have."""

    count: int = 0


@contextmanager
def _cassis(name: str) -> Iterator[_Said]:
    """Let cassis, or a look at what is meant for it, fail in one sentence, and count what it warns of."""
    from cassis.typesystem import TypeNotFoundError

    said = _Said()
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            yield said
        said.count = sum(str(each.message).startswith(_UNKNOWN_TYPE) for each in caught)
    except (*_FAILURES, TypeNotFoundError) as error:
        raise Refused(
            f"The file is damaged or no UIMA CAS, so it cannot be read; {_NOTHING}: export it again.",
            where=name,
        ) from error
