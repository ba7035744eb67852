# SPDX-License-Identifier: MIT
"""Mapping: a code counts as another, two identities are one person. Nothing that was coded is rewritten.

A mapping holds wherever annotations are read (the window, counts, agreement, adjudication, exports)
until it is taken back; then everything is as it was. Only the lead maps.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from annotator.domain import Alias, AliasOf, Code, CodeId, Coder, CoderId, DocumentId, Refused, UsageError
from annotator.domain.team import alias_id
from annotator.exchange.incoming_tables import read_table
from annotator.operations.outcome import EVERYTHING, Outcome
from annotator.operations.passages import require_lead
from annotator.operations.projects import Project
from annotator.store import queries, team_queries

Found = TypeVar("Found")

_WHAT = "says which codes and which coders are the same"
_LONGEST_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Mapped:
    """A mapping as the lead made it, with the names of both ends and how many annotations it concerns."""

    alias: Alias
    source_name: str
    target_name: str
    annotations: int


@dataclass(frozen=True, slots=True)
class MappingPreview:
    """What a mapping would concern; nothing has been written.

    ``documents`` hold annotations of the source. ``both`` are those in which the target was used too:
    two identities that coded the same articles may well be two people.
    """

    annotations: int
    documents: tuple[DocumentId, ...]
    both: tuple[DocumentId, ...]


@dataclass(frozen=True, slots=True)
class MappedPair:
    """A line of a table of mappings: how many annotations it concerns, and whether the mapping stands already."""

    source: Code
    target: Code
    annotations: int
    stands: bool


def map_code(project: Project, *, author: CoderId, source: CodeId, target: CodeId) -> Outcome[Alias]:
    """Let a code count as another from now on. Raises Refused for unknown codes and for a circle."""
    return _single(map_codes(project, author=author, pairs={source: target}), AliasOf.CODE, source, target)


def map_codes(project: Project, *, author: CoderId, pairs: Mapping[CodeId, CodeId]) -> Outcome[tuple[Alias, ...]]:
    """Let several codes count as others, in one action: all or none. The value are the aliases that are new."""
    require_lead(project, author, what=_WHAT)
    known = {code.id: code.name for code in queries.codebook(project.live).codes}
    return _map(project, author, AliasOf.CODE, pairs, known=known)


def unmap_code(project: Project, *, author: CoderId, source: CodeId) -> Outcome[Alias]:
    """Let a mapped code stand for itself again; raises Refused for one that is not mapped."""
    return _unmap(project, author, AliasOf.CODE, source)


def same_person(project: Project, *, author: CoderId, source: CoderId, target: CoderId) -> Outcome[Alias]:
    """Let one identity count as another: both are one person, known by the target's name.

    Raises Refused for unknown coders, for a circle, and for the identity under which the project is led.
    """
    require_lead(project, author, what=_WHAT)
    _, lead = queries.project_name_and_lead(project.live, project.project_id)
    if source == lead:
        raise Refused("This is the identity under which the project is led; map the other one to it instead.")
    known = {coder.id: coder.name for coder in queries.coders(project.live)}
    made = _map(project, author, AliasOf.CODER, {source: target}, known=known)
    return _single(made, AliasOf.CODER, source, target)


def apart(project: Project, *, author: CoderId, source: CoderId) -> Outcome[Alias]:
    """Let an identity stand for a person of its own again; raises Refused for one that is not mapped."""
    return _unmap(project, author, AliasOf.CODER, source)


def mappings(project: Project) -> tuple[Mapped, ...]:
    """List what is mapped now: codes first, each kind by the name of what is mapped."""
    names: dict[str, str] = {code.id: code.short_name for code in queries.codebook(project.live).codes}
    names |= {coder.id: coder.name for coder in queries.coders(project.live)}
    numbers: dict[str, int] = {}
    for (coder, code, _), number in queries.counts_as_made(project.live).items():
        for each in (coder, code):
            numbers[each] = numbers.get(each, 0) + number
    found = [
        Mapped(
            each, names.get(each.source, each.source), names.get(each.target, each.target), numbers.get(each.source, 0)
        )
        for each in team_queries.aliases(project.live)
    ]
    return tuple(sorted(found, key=lambda each: (each.alias.of, each.source_name, each.alias.source)))


def preview_mapping(project: Project, *, of: AliasOf, source: str, target: str) -> MappingPreview:
    """Say what a mapping would concern, before it is made."""
    place = 1 if of is AliasOf.CODE else 0
    counted = queries.counts_as_made(project.live)
    used: dict[str, set[DocumentId]] = {source: set(), target: set()}
    for key in counted:
        if key[place] in used:
            used[key[place]].add(key[2])
    return MappingPreview(
        annotations=sum(number for key, number in counted.items() if key[place] == source),
        documents=tuple(sorted(used[source])),
        both=tuple(sorted(used[source] & used[target])),
    )


def code_called(project: Project, *, word: str) -> Code:
    """Find a code by id, short name or name, as written before any other case; UsageError unless it is exactly one."""
    codes = queries.codebook(project.live).codes
    found = _matching([(code, (code.id, code.short_name, code.name)) for code in codes], word)
    if len(found) != 1:
        raise _not_one(word, "code", [(code.short_name, code.id) for code in found or codes], is_known=bool(found))
    return found[0]


def coder_called(project: Project, *, word: str) -> Coder:
    """Find a coder's identity by id or name, mapped ones too. Raises UsageError where there is not exactly one."""
    coders = queries.coders(project.live)
    found = _matching([(coder, (coder.id, coder.name)) for coder in coders], word)
    if len(found) != 1:
        raise _not_one(word, "coder", [(coder.name, coder.id) for coder in found or coders], is_known=bool(found))
    return found[0]


def read_code_mapping(project: Project, *, path: Path) -> dict[CodeId, CodeId]:
    """Read which code counts as which from a table with the columns ``from`` and ``to``.

    Its words are those of :func:`code_called`. Raises Refused, with the line, for a code that is
    unknown or mapped twice.
    """
    table = read_table(path, undone="nothing was mapped")
    source_place, target_place = table.places(("from", "to"))
    pairs: dict[CodeId, CodeId] = {}
    for row in table.rows:
        try:
            source, target = (code_called(project, word=row.cells[place]) for place in (source_place, target_place))
        except UsageError as error:
            raise Refused(error.sentence, where=f"{table.name}, line {row.line}") from error
        if pairs.setdefault(source.id, target.id) != target.id:
            raise Refused(
                f"“{source.short_name}” is mapped to two codes; nothing was written.",
                where=f"{table.name}, line {row.line}",
            )
    return pairs


def preview_code_mapping(project: Project, *, path: Path) -> tuple[MappedPair, ...]:
    """Say what a table of mappings would do, in its order. Raises Refused wherever mapping by it would."""
    pairs = read_code_mapping(project, path=path)
    codes = {str(code.id): code for code in queries.codebook(project.live).codes}
    direct = _direct(project, AliasOf.CODE)
    wanted = {str(source): str(target) for source, target in pairs.items()}
    _require_no_circle(wanted, direct | wanted, {each: code.name for each, code in codes.items()})
    numbers: Counter[str] = Counter()
    for (_, code, _), number in queries.counts_as_made(project.live).items():
        numbers[code] += number
    return tuple(
        MappedPair(codes[source], codes[target], numbers[source], stands=direct.get(source) == target)
        for source, target in wanted.items()
    )


def _direct(project: Project, of: AliasOf) -> dict[str, str]:
    return {alias.source: alias.target for alias in team_queries.aliases(project.live) if alias.of is of}


def _map(
    project: Project, author: CoderId, of: AliasOf, pairs: Mapping[CodeId, CodeId] | Mapping[CoderId, CoderId],
    *, known: Mapping[CodeId, str] | Mapping[CoderId, str],
) -> Outcome[tuple[Alias, ...]]:  # fmt: skip
    names: dict[str, str] = {str(each): name for each, name in known.items()}
    direct = _direct(project, of)
    wanted = {str(source): str(target) for source, target in pairs.items()}
    _require_known(of, wanted, names)
    _require_no_circle(wanted, direct | wanted, names)
    made = tuple(Alias(of, source, target) for source, target in wanted.items() if direct.get(source) != target)
    if not made:
        return Outcome(())
    verb = "map code" if of is AliasOf.CODE else "same person"
    with project.action(author=author, verb=verb) as action:
        for each in made:
            fields = {"of": of.value, "source": each.source, "target": each.target}
            action.write("alias", alias_id(of, each.source), fields)
    return Outcome(made, EVERYTHING, verb)


def _unmap(project: Project, author: CoderId, of: AliasOf, source: CodeId | CoderId) -> Outcome[Alias]:
    require_lead(project, author, what=_WHAT)
    present = next(
        (each for each in team_queries.aliases(project.live) if (each.of, each.source) == (of, source)), None
    )
    if present is None:
        raise Refused(f"This {of.value} counts as nothing but itself already.", where=source)
    verb = "unmap code" if of is AliasOf.CODE else "apart"
    with project.action(author=author, verb=verb) as action:
        action.write("alias", alias_id(of, source), {"of": of.value, "source": source, "target": ""})
    return Outcome(present, EVERYTHING, verb)


def _single(made: Outcome[tuple[Alias, ...]], of: AliasOf, source: str, target: str) -> Outcome[Alias]:
    return Outcome(Alias(of, source, target), made.touched, made.verb)


def _require_known(of: AliasOf, wanted: Mapping[str, str], names: Mapping[str, str]) -> None:
    place = "codebook" if of is AliasOf.CODE else "project"
    for each in (*wanted, *wanted.values()):
        if each not in names:
            raise Refused(f"This {of.value} is not in the {place}.", where=each[:_LONGEST_SHOWN])


def _require_no_circle(wanted: Mapping[str, str], direct: Mapping[str, str], names: Mapping[str, str]) -> None:
    """Raise Refused where following the mappings from one of those that are wanted leads back to it."""
    for source, target in wanted.items():
        if source == target:
            raise Refused(f"“{names[source]}” cannot count as itself; nothing was written.")
        following = direct.get(target, "")
        for _ in direct:
            if following == source:
                raise Refused(f"“{names[target]}” counts as “{names[source]}” already; nothing was written.")
            following = direct.get(following, "")


def _matching(named: list[tuple[Found, tuple[str, ...]]], word: str) -> list[Found]:
    """Give what is called exactly so; only where nothing is, what is called so in another case."""
    for fold in (str, str.casefold):
        for place in range(len(named[0][1]) if named else 0):
            found = [thing for thing, words in named if fold(words[place]) == fold(word)]
            if found:
                return found
    return []


def _not_one(word: str, what: str, named: list[tuple[str, str]], *, is_known: bool) -> UsageError:
    shown = word[:_LONGEST_SHOWN].encode(errors="replace").decode()
    if is_known:
        which = ", ".join(f"{name} ({identity})" for name, identity in named)
        return UsageError(f"Several {what}s are called “{shown}”; say which by its identity: {which}.")
    return UsageError(f"No {what} is called “{shown}”. There are: {', '.join(name for name, _ in named)}.")
