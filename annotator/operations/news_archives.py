# SPDX-License-Identifier: MIT
"""The rules for downloads of news archives: those that come along, and the user's own, which go before them.

A user's rule is a file ``NAME.json`` in the folder ``news_archives`` of the program's data; one with the file name of
a rule that comes along stands in its place. A rule with a fault is listed with the fault and not used.
"""

from dataclasses import dataclass
from pathlib import Path

from annotator.domain import KnownError, UsageError
from annotator.exchange.articles.news_archive_rules import (
    MAXIMUM_BYTES,
    ArchiveRule,
    parsed_archive_rule,
    read_archive_rule,
)
from annotator.exchange.file_names import safe_file_name
from annotator.exchange.incoming_files import opened
from annotator.exchange.outgoing_files import replacing
from annotator.operations.folders import data_folder
from annotator.resources import resource


@dataclass(frozen=True, slots=True)
class ArchiveRuleFile:
    """One rule: the name of its file without ending, what it says or why it is not used; whether it is the user's."""

    key: str
    path: Path
    rule: ArchiveRule | None
    error: KnownError | None = None
    is_own: bool = False


def archive_rules() -> tuple[ArchiveRuleFile, ...]:
    """Give all rules, the user's own first, each group by name."""
    own = {path.stem: path for path in sorted(own_rules_folder().glob("*.json"))}
    shipped = {path.stem: path for path in sorted(resource("news_archives").glob("*.json"))}
    found = [_read(key, path, is_own=True) for key, path in own.items()]
    return (*found, *(_read(key, path, is_own=False) for key, path in shipped.items() if key not in own))


def archive_rule(key: str) -> ArchiveRule:
    """Give the rule of this file name or name; raises UsageError where there is none, Refused where it has a fault."""
    for each in archive_rules():
        if key.casefold() in (each.key.casefold(), each.rule.name.casefold() if each.rule else ""):
            if each.rule is None:
                raise each.error or UsageError("The rule cannot be used.")
            return each.rule
    known = ", ".join(each.key for each in archive_rules())
    raise UsageError(f"There is no rule for news archives called {key[:60]!a}; there are: {known}.")


def rules_to_try(chosen: str) -> tuple[ArchiveRule, ...]:
    """Give the rule that is chosen, or all that can be used where none is; raises as :func:`archive_rule` does."""
    if chosen:
        return (archive_rule(chosen),)
    return tuple(each.rule for each in archive_rules() if each.rule is not None)


def archive_rule_text(*, key: str) -> str:
    """Give the text of a rule's file, to be edited; raises UsageError where there is none."""
    for each in archive_rules():
        if each.key == key:
            return each.path.read_text("utf-8", "replace")
    raise UsageError(f"There is no rule for news archives called {key[:60]!a}.")


def save_archive_rule(*, key: str, text: str) -> Path:
    """Keep a rule of the user's own under this name; raises Refused where it has a fault: nothing is then written."""
    name = safe_file_name(key)
    data = text.encode("utf-8", "replace")
    parsed_archive_rule(data, name=f"{name}.json")
    path = own_rules_folder() / f"{name}.json"
    with replacing(path) as file:
        file.write(data)
    return path


def forget_archive_rule(*, key: str) -> None:
    """Take away a rule of the user's own; one that came along under this name is used again."""
    (own_rules_folder() / f"{safe_file_name(key)}.json").unlink(missing_ok=True)


def own_rules_folder() -> Path:
    """Give the folder of the user's own rules, made if need be."""
    folder = data_folder() / "news_archives"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _read(key: str, path: Path, *, is_own: bool) -> ArchiveRuleFile:
    try:
        return ArchiveRuleFile(key, path, read_archive_rule(path), is_own=is_own)
    except KnownError as error:
        return ArchiveRuleFile(key, path, None, error, is_own)


def add_archive_rule(*, path: Path) -> str:
    """Keep a file as a rule of the user's own under its name, and give that; raises Refused where it has a fault."""
    with opened(path, maximum_bytes=MAXIMUM_BYTES) as file:
        text = file.read(MAXIMUM_BYTES + 1).decode("utf-8", "replace")
    return save_archive_rule(key=path.stem, text=text).stem
