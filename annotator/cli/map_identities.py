# SPDX-License-Identifier: MIT
"""``annotator map``."""

from pathlib import Path

import click

from annotator import operations
from annotator.cli.options import ANY_PATH, acting, acting_option, json_option, opened, project_argument
from annotator.cli.output import counted, say, say_json
from annotator.domain import AliasOf, CodeId, CoderId, UsageError
from annotator.operations import Mapped

_Pair = tuple[str, str]


@click.command(name="map")
@project_argument
@click.option("--code", "code", nargs=2, metavar="FROM TO", help="Let the code FROM count as the code TO.")
@click.option("--coder", "coder", nargs=2, metavar="FROM TO", help="Declare two identities one person, known as TO.")
@click.option("--from", "table", type=ANY_PATH, metavar="FILE.csv", help="Map all codes of a table: columns from, to.")
@click.option("--undo", "undone", metavar="NAME", help="Let a mapped code or coder stand for itself again.")
@click.option("--dry-run", is_flag=True, help="Only say what it concerns; nothing is written.")
@json_option
@acting_option
def map_identities(
    project: Path, table: Path | None, undone: str | None, *, dry_run: bool, as_json: bool, acting_name: str | None,
    **pairs: _Pair | None,
) -> None:  # fmt: skip
    """Say which codes of PROJECT count as another, and which coders are one person.

    It holds in every count, in agreement and in exports, and can be taken back: nothing that was coded
    is rewritten. Codes go by short name, name or identity, coders by name or identity. Without an
    option: list what is mapped.
    """
    if sum(each is not None for each in (table, undone, *pairs.values())) > 1:
        raise UsageError("Map one thing at a time: --code, --coder, --from or --undo.")
    with opened(project) as handle:
        if table is not None:
            _map_codes(handle, operations.read_code_mapping(handle, path=table), acting_name, dry_run=dry_run)
        elif pairs["code"]:
            source, target = (operations.code_called(handle, word=word).id for word in pairs["code"])
            _map_codes(handle, {source: target}, acting_name, dry_run=dry_run)
        elif pairs["coder"]:
            _map_coder(handle, pairs["coder"], acting_name, dry_run=dry_run)
        elif undone is not None:
            _undo(handle, undone, acting_name, dry_run=dry_run)
        listed = operations.mappings(handle)
    if as_json:
        say_json([_as_json(each) for each in listed])
    elif not listed:
        say("Nothing is mapped.")
    for each in () if as_json else listed:
        numbers = counted(each.annotations, "annotation")
        say(f"{each.alias.of.value}: “{each.source_name}” counts as “{each.target_name}” ({numbers})")


def _map_codes(
    handle: operations.Project, pairs: dict[CodeId, CodeId], acting_name: str | None, *, dry_run: bool
) -> None:
    if not dry_run:
        operations.map_codes(handle, author=acting(acting_name, handle).id, pairs=pairs)
        return
    names = {code.id: code.short_name for code in operations.overview(handle).codebook.codes}
    for source, target in pairs.items():
        _preview(handle, AliasOf.CODE, (source, names[source]), (target, names[target]))


def _map_coder(handle: operations.Project, words: _Pair, acting_name: str | None, *, dry_run: bool) -> None:
    source, target = (operations.coder_called(handle, word=word) for word in words)
    if dry_run:
        _preview(handle, AliasOf.CODER, (source.id, source.name), (target.id, target.name))
    else:
        author = acting(acting_name, handle).id
        operations.same_person(handle, author=author, source=source.id, target=target.id)


def _undo(handle: operations.Project, word: str, acting_name: str | None, *, dry_run: bool) -> None:
    listed = operations.mappings(handle)
    found = [each for each in listed if word in (each.source_name, each.alias.source)]
    if len(found) != 1:
        known = ", ".join(each.source_name for each in listed) or "nothing"
        raise UsageError(f"“{word[:80]}” names {len(found)} mappings; mapped is: {known}.")
    alias = found[0].alias
    if dry_run:
        say(f"“{found[0].source_name}” would stand for itself again: {counted(found[0].annotations, 'annotation')}")
    elif alias.of is AliasOf.CODE:
        operations.unmap_code(handle, author=acting(acting_name, handle).id, source=CodeId(alias.source))
    else:
        operations.apart(handle, author=acting(acting_name, handle).id, source=CoderId(alias.source))


def _preview(handle: operations.Project, of: AliasOf, source: _Pair, target: _Pair) -> None:
    found = operations.preview_mapping(handle, of=of, source=source[0], target=target[0])
    where = f"{counted(found.annotations, 'annotation')} in {counted(len(found.documents), 'article')}"
    say(f"“{source[1]}” would count as “{target[1]}”: {where}")
    if of is AliasOf.CODER and found.both:
        say(f"Look at this: both coded {counted(len(found.both), 'article')}; are they one person?")


def _as_json(mapped: Mapped) -> dict[str, object]:
    return {
        "of": mapped.alias.of.value,
        "from": mapped.source_name,
        "from_id": mapped.alias.source,
        "to": mapped.target_name,
        "to_id": mapped.alias.target,
        "annotations": mapped.annotations,
    }
