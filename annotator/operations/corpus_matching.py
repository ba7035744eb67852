# SPDX-License-Identifier: MIT
"""Which code and which coder of the project a foreign one is: by identity, then by name, else a new one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from annotator.domain import Code, Codebook, CodeId, Coder, CoderId, Refused, UsageError
from annotator.domain.codebook import AttributeDefinition
from annotator.domain.identifiers import derived_uuid
from annotator.domain.short_names import is_short_name, proposed_short_name_of, proposed_word
from annotator.operations.code_rules import code_faults
from annotator.operations.settings import LONGEST_NAME, checked_name, cleaned_name

_CODE_DEFAULTS = Code(CodeId(""), "", "")
_LEFT_TO_CHANCE = ("shortcut", "colour", "colour_dark")
"""What a new code may lose without a word: it is given a new one where the file's cannot be kept."""


AS_NEW = ""
"""Chosen for a code: that it is a new one, although the project has one of the same name."""


class Match(StrEnum):
    """How a foreign code or coder was found in the project."""

    CHOSEN = "chosen"
    IDENTITY = "identity"
    SHORT_NAME = "short name"
    NAME = "name"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class CodeMatch:
    """A foreign code and the project's; ``attributes`` are names of attributes that had to be changed."""

    foreign: Code
    code: Code
    how: Match
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CoderMatch:
    """A foreign coder and the project's."""

    foreign: Coder
    coder: Coder
    how: Match


def match_codes(
    foreign: Codebook, *, codebook: Codebook, chosen: Mapping[str, str], taken: Iterable[str]
) -> tuple[CodeMatch, ...]:
    """Match every code of a file; ``chosen`` gives the project's code by a word of the file's, or AS_NEW.

    ``taken`` are identities that mean something else in the project.

    Raises UsageError for a choice that names no code, Refused for a new code that cannot be kept.
    """
    require_words(chosen, known=(word for code in foreign.codes for word in _words(code)), what="code")
    found: list[CodeMatch] = []
    grown, occupied = codebook, frozenset(taken)
    for each in foreign.codes:
        match = _known_code(each, codebook, chosen) or _new_code(each, grown, occupied)
        if match.how is Match.NEW:
            grown = Codebook((*grown.codes, match.code))
        found.append(match)
    return tuple(found)


def match_coders(
    foreign: Iterable[Coder], *, coders: Iterable[Coder], chosen: Mapping[str, str], taken: Iterable[str]
) -> tuple[CoderMatch, ...]:
    """Match every coder of a file; nobody is ever matched to the one who imports unless the name says so.

    Raises UsageError for a choice that names nobody of the file, Refused for a name that several bear.
    """
    several = tuple(foreign)
    require_words(chosen, known=(word for each in several for word in (each.id, each.name)), what="coder")
    known = {each.id: each for each in coders}
    occupied = set(taken)
    made: dict[str, Coder] = {}
    found = []
    for each in several:
        match = _match_coder(each, known, chosen, taken=occupied, made=made)
        if match.how in (Match.NEW, Match.CHOSEN):
            made.setdefault(cleaned_name(match.coder.name).casefold(), match.coder)
        found.append(match)
    return tuple(found)


def require_words(chosen: Mapping[str, str], *, known: Iterable[str], what: str) -> None:
    """Raise UsageError for a choice about a word that is not in the file: it would do nothing, unseen."""
    words = frozenset(known)
    for each in chosen:
        if each not in words:
            raise UsageError(f"The file has no {what} “{each[:80]}”; nothing was done.")


def _words(code: Code) -> tuple[str, str, str]:
    return code.id, code.short_name, code.name


def _known_code(foreign: Code, codebook: Codebook, chosen: Mapping[str, str]) -> CodeMatch | None:
    for word in _words(foreign):
        if word in chosen:
            if chosen[word] == AS_NEW and codebook.by_id(foreign.id) is None:
                return None
            named = codebook.find(chosen[word])
            if named is None:
                known = ", ".join(code.short_name for code in codebook.active)
                raise UsageError(f"The codebook has no code “{chosen[word][:80]}” ({known}); nothing was done.")
            return CodeMatch(foreign, _as_counted(named, codebook), Match.CHOSEN)
    by_id = codebook.by_id(foreign.id)
    if by_id is not None:
        return CodeMatch(foreign, _as_counted(by_id, codebook), Match.IDENTITY)
    for how, word in ((Match.SHORT_NAME, foreign.short_name), (Match.NAME, foreign.name)):
        named = codebook.find(word) if word else None
        if named is not None:
            return CodeMatch(foreign, _as_counted(named, codebook), how)
    return None


def _as_counted(code: Code, codebook: Codebook) -> Code:
    return (codebook.by_id(code.counts_as) if code.counts_as else None) or code


def _new_code(foreign: Code, codebook: Codebook, taken: frozenset[str]) -> CodeMatch:
    """Make a code of the file sound beside the others, changing no more of it than must be."""
    identity = foreign.id if foreign.id not in taken else CodeId(derived_uuid("imported code", foreign.id))
    name = _free_name(" ".join(foreign.name.split()) or foreign.short_name, codebook)
    attributes = dict(_attribute_names(foreign.attributes))
    position = 1 + max((each.position for each in codebook.codes), default=-1)
    code = replace(
        foreign, id=identity, name=name, position=position, counts_as=CodeId(""),
        attributes=tuple(replace(each, name=attributes[each.name]) for each in foreign.attributes),
    )  # fmt: skip
    taken_words = {each.short_name.casefold() for each in codebook.codes}
    for wrong in code_faults(codebook, code=code):
        if wrong.field == "short_name":
            word = foreign.short_name or name
            code = replace(code, short_name=proposed_short_name_of(word, taken=taken_words))
        elif wrong.field in _LEFT_TO_CHANCE:
            code = replace(code, **{wrong.field: getattr(_CODE_DEFAULTS, wrong.field)})
    remaining = code_faults(codebook, code=code)
    if remaining:
        sentence = remaining[0].sentence.rstrip(".")
        raise Refused(f"{sentence}; nothing was written.", where=f"code “{foreign.name[:80]}”")
    changed = {old: new for old, new in attributes.items() if old != new}
    return CodeMatch(foreign, code, Match.NEW, changed)


def _free_name(name: str, codebook: Codebook) -> str:
    """Give the name, with a number where another code bears it: two categories may each have a “Positive”."""
    taken = {each.name.casefold() for each in codebook.codes}
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        free = f"{name} ({number})"
    return free


def _attribute_names(definitions: Iterable[AttributeDefinition]) -> Iterator[tuple[str, str]]:
    """Give each name beside the word that can stand in a codebook: itself where it is one."""
    taken: set[str] = set()
    for each in definitions:
        is_word = is_short_name(each.name) and each.name.casefold() not in taken
        word = (
            each.name if is_word else proposed_word(each.name, taken=taken) or proposed_word("attribute", taken=taken)
        )
        taken.add(word.casefold())
        yield each.name, word


def _match_coder(
    foreign: Coder,
    known: Mapping[CoderId, Coder],
    chosen: Mapping[str, str],
    taken: set[str],
    made: Mapping[str, Coder],
) -> CoderMatch:
    for word in (foreign.id, foreign.name):
        if word in chosen:
            return _chosen_coder(foreign, chosen[word], known, made)
    if foreign.id in known:
        return CoderMatch(foreign, _person(known[foreign.id], known), Match.IDENTITY)
    named = _named(foreign.name, known)
    if named is not None:
        return CoderMatch(foreign, named, Match.NAME)
    identity = CoderId(derived_uuid("imported coder", foreign.id)) if foreign.id in taken else foreign.id
    name = _storable_name(foreign.name)
    return CoderMatch(foreign, replace(foreign, id=identity, name=name, counts_as=CoderId("")), Match.NEW)


def _chosen_coder(foreign: Coder, word: str, known: Mapping[CoderId, Coder], made: Mapping[str, Coder]) -> CoderMatch:
    if word in known:
        return CoderMatch(foreign, _person(known[CoderId(word)], known), Match.CHOSEN)
    name = checked_name(word)
    named = _named(name, known) or made.get(name.casefold())
    if named is not None:
        return CoderMatch(foreign, named, Match.CHOSEN)
    identity = CoderId(derived_uuid("imported coder", foreign.id, name))
    return CoderMatch(foreign, Coder(identity, name, foreign.machine_made), Match.NEW)


def _person(coder: Coder, known: Mapping[CoderId, Coder]) -> Coder:
    return known.get(coder.counts_as, coder) if coder.counts_as else coder


def _named(name: str, known: Mapping[CoderId, Coder]) -> Coder | None:
    cleaned = cleaned_name(name).casefold()
    found = {_person(each, known).id: _person(each, known) for each in known.values()
             if cleaned_name(each.name).casefold() == cleaned}  # fmt: skip
    if len(found) > 1:
        raise Refused(f"The project has {len(found)} coders named {name[:80]}; say by identity which one is meant.")
    return next(iter(found.values()), None)


def _storable_name(name: str) -> str:
    """Give a name that can be kept, whatever the file has; a program's user is often called something odd."""
    shown = "".join(each if each.isprintable() else " " for each in name)
    cleaned = cleaned_name(shown)[:LONGEST_NAME].strip()
    return checked_name(cleaned) if cleaned.casefold() not in ("", "default") else f"Coder {cleaned}".strip()
