# SPDX-License-Identifier: MIT
"""What a user action did, in words: pure functions from the states of what it wrote, before and after.

A sentence begins with the verb, so that a name can stand before it. It goes by what was written and
not by the action's name, so that what a later version of the tool writes is still told.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.domain import CompletionState, Json, RegionState, Verdict
from annotator.domain.fields import ALIAS_PREFIX, ATTRIBUTE_PREFIX, METADATA_PREFIX

LONGEST_QUOTE = 80
_NOWHERE = "an article"
Values = Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Names:
    """How things are called now, by identity."""

    coders: Mapping[str, str]
    codes: Mapping[str, str]
    documents: Mapping[str, str]

    def coder(self, identity: object) -> str:
        """Name a coder."""
        return self.coders.get(str(identity), "an unknown coder")

    def code(self, identity: object) -> str:
        """Name a code by its short name."""
        return self.codes.get(str(identity), "an unknown code")

    def document(self, identity: object) -> str:
        """Name an article in quotation marks."""
        return f"“{self.documents[str(identity)]}”" if str(identity) in self.documents else _NOWHERE


@dataclass(frozen=True, slots=True)
class Deed:
    """What one action did to the first thing it wrote, and how much else it wrote.

    ``before`` and ``after`` are that thing's fields; ``before`` is empty for a new one. ``written`` are
    the fields of this change. ``numbers`` count the action's changes by kind. ``about`` are the fields
    of the annotation that a message or a carried-over place is about. ``others`` are what the further
    changes of that kind wrote, as far as they were read.
    """

    kind: str
    before: Values
    after: Values
    written: Values
    numbers: Mapping[str, int]
    about: Values = field(default_factory=dict)
    others: Sequence[Values] = ()

    @property
    def number(self) -> int:
        """How many things of this kind the action wrote to."""
        return self.numbers.get(self.kind, 1)

    @property
    def is_deleted(self) -> bool:
        """Whether it deleted."""
        return self.written.get("deleted") is True

    @property
    def is_new(self) -> bool:
        """Whether the thing began with it."""
        return not self.before


def sentence(deed: Deed, names: Names) -> str:
    """Tell what was done."""
    tell = _TELLERS.get(deed.kind)
    if tell is None:
        return f"changed {counted(deed.number, deed.kind)}"
    return tell(deed, names)


def quoted(text: str) -> str:
    """Give words in quotation marks, on one line and cut where they are long."""
    words = " ".join(text.split())
    return f"“{words if len(words) <= LONGEST_QUOTE else words[: LONGEST_QUOTE - 1] + '…'}”"


def counted(number: int, one: str) -> str:
    """Give a number with its noun."""
    return f"{number:,} {one}" if number == 1 else f"{number:,} {one}s"


def quote_of(values: Values) -> str:
    """Give the words of a passage; empty where there is none."""
    span = values.get("span")
    return str(span["quote"]) if isinstance(span, dict) and "quote" in span else ""


def _of_annotation(deed: Deed, names: Names) -> str:
    where = names.document(deed.after.get("document"))
    what, code = quoted(quote_of(deed.after)), names.code(deed.after.get("code"))
    if deed.number > 1:
        how = "deleted" if deed.is_deleted else "took in" if deed.is_new else "changed"
        whose = names.coder(deed.after.get("coder"))
        return f"{how} {counted(deed.number, 'annotation')} of {whose}, first {what} ({code}) in {where}"
    if deed.is_deleted:
        return f"deleted {what} ({code}) in {where}"
    if deed.is_new:
        return f"coded {what} as {code} in {where}"
    if "code" in deed.written:
        return f"recoded {what} from {names.code(deed.before.get('code'))} to {code} in {where}"
    return _of_same_code(deed, f"{what} ({code}) in {where}")


def _of_same_code(deed: Deed, passage: str) -> str:
    if "span" in deed.written:
        return f"moved the ends of {quoted(quote_of(deed.before))} to {passage}"
    if deed.written.get("ask_lead") is True:
        return f"asked the lead about {passage}"
    if deed.written.get("deleted") is False:
        return f"brought back {passage}"
    return f"described {passage}: {_fields(deed.written)}"


def _fields(written: Values) -> str:
    return ", ".join(map(_field, written))


def _field(name: str) -> str:
    if name.startswith(METADATA_PREFIX):
        return name.removeprefix(METADATA_PREFIX)
    words = {"ask_lead": "question to the lead", "codebook_revision": "codebook", "url": "address"}
    return words.get(name, name.removeprefix(ATTRIBUTE_PREFIX).replace("_", " "))


def _of_region(deed: Deed, names: Names) -> str:
    where, what = names.document(deed.after.get("document")), quoted(quote_of(deed.after))
    states = {
        RegionState.ACCEPTED: "accepted to exclude", RegionState.DECLINED: "declined to exclude",
        RegionState.PROPOSED: "proposed to exclude" if deed.is_new else "opened again whether to exclude",
    }  # fmt: skip
    more = f" and {counted(deed.number - 1, 'other passage')}" if deed.number > 1 else ""
    if deed.is_deleted:
        return f"deleted the excluded passage {what} in {where}{more}"
    if "state" in deed.written:
        return f"{states.get(RegionState(str(deed.written['state'])), 'changed')} {what} in {where}{more}"
    return f"changed the excluded passage {what} in {where}{more}"


def _of_completion(deed: Deed, names: Names) -> str:
    where = names.document(deed.after.get("document"))
    more = f" and {counted(deed.number - 1, 'other article')}" if deed.number > 1 else ""
    state = str(deed.after.get("state", ""))
    if deed.is_deleted:
        return f"took back having begun {where}{more}"
    if state == CompletionState.FINISHED:
        return f"finished {where}{more}"
    if deed.written.get("reopened_at"):
        return f"reopened {where}{more}"
    if deed.written.get("reason"):
        return f"skipped {where}{more}: {quoted(str(deed.written['reason']))}"
    return f"began {where}{more}"


def _of_document(deed: Deed, _names: Names) -> str:
    name = f"“{deed.after.get('title') or deed.after.get('name') or ''}”"
    more = f" and {counted(deed.number - 1, 'other article')}" if deed.number > 1 else ""
    if deed.is_deleted or deed.is_new:
        return f"{'took out' if deed.is_deleted else 'took in'} {name}{more}"
    if "duplicate_group" in deed.written:
        if not deed.written["duplicate_group"]:
            return f"said that {name}{more} {'is no copy' if deed.number == 1 else 'are no copies'} of another article"
        return f"said that {name}{more} {'is a copy' if deed.number == 1 else 'are copies'} of one article"
    if any(name.startswith(ALIAS_PREFIX) for name in deed.written):
        return f"changed what is known of {name}{more}"
    return f"changed what is known of {name}{more}: {_fields(deed.written)}"


def _of_metadata_field(deed: Deed, _names: Names) -> str:
    name = f"“{deed.after.get('label') or deed.after.get('name', '')}”"
    more = f" and {counted(deed.number - 1, 'other field')}" if deed.number > 1 else ""
    if deed.is_deleted:
        return f"took the field {name}{more} away from the articles; the values stay"
    if deed.is_new:
        return f"gave the articles the field {name}{more}"
    if deed.written.get("deleted") is False:
        return f"gave the articles the field {name}{more} again"
    if set(deed.written) == {"position"}:
        return "put the fields of the articles in another order"
    return f"changed the field {name}{more} of the articles: {_fields(deed.written)}"


def _of_code(deed: Deed, _names: Names) -> str:
    name = f"“{deed.after.get('name', '')}”"
    if deed.is_deleted:
        return f"took the code {name} out of the codebook"
    if deed.is_new:
        more = f" and {counted(deed.number - 1, 'other code')}" if deed.number > 1 else ""
        return f"added the code {name}{more}"
    if "retired" in deed.written and len(deed.written) == 1:
        return f"retired the code {name}" if deed.written["retired"] is True else f"offered the code {name} again"
    return f"changed the code {name}: {_fields(deed.written)}"


def _of_coder(deed: Deed, _names: Names) -> str:
    name = f"“{deed.after.get('name', '')}”"
    if deed.is_deleted:
        return f"took {name} out of the project"
    if deed.is_new:
        return f"added the coder {name}"
    return f"renamed “{deed.before.get('name', '')}” to {name}" if "name" in deed.written else f"changed {name}"


def _of_project(deed: Deed, _names: Names) -> str:
    return f"{'began' if deed.is_new else 'changed'} the project “{deed.after.get('name', '')}”"


def _of_round(deed: Deed, _names: Names) -> str:
    how = "took back the round" if deed.is_deleted else "added the round" if deed.is_new else "changed the round"
    what = "" if deed.is_new or deed.is_deleted else f": {_fields(deed.written)}"
    return f"{how} “{deed.after.get('name', '')}”{what}"


def _of_assignment(deed: Deed, names: Names) -> str:
    several = [deed.after, *deed.others]
    people = sorted({names.coder(each.get("coder")) for each in several})
    who = ", ".join(people) + (" and others" if deed.number > len(several) else "")
    if deed.written.get("assigned") is True and not deed.is_deleted:
        return f"assigned {counted(deed.number, 'article')} to {who}"
    return f"took {counted(deed.number, 'article')} from {who}"


def _of_alias(deed: Deed, names: Names) -> str:
    name = names.code if deed.after.get("of") == "code" else names.coder
    source, target = name(deed.after.get("source")), name(deed.after.get("target") or deed.before.get("target"))
    more = f" and {deed.number - 1:,} more" if deed.number > 1 else ""
    if deed.is_deleted or not deed.after.get("target"):
        return f"took back that “{source}” counts as “{target}”{more}"
    return f"said that “{source}” counts as “{target}”{more}"


def _of_carried_over(deed: Deed, names: Names) -> str:
    what = quoted(quote_of(deed.after))
    more = f" and {counted(deed.number - 1, 'other annotation')}" if deed.number > 1 else ""
    how = "took back carrying" if deed.is_deleted else "carried"
    return f"{how} {what}{more} over to {names.document(deed.after.get('document'))}"


def _of_decision(deed: Deed, names: Names) -> str:
    where, code = names.document(deed.after.get("document")), names.code(deed.after.get("code"))
    more = f" and {counted(deed.number - 1, 'other cluster')}" if deed.number > 1 else ""
    if deed.is_deleted:
        return f"withdrew the decision on {code} in {where}{more}"
    verdict = str(deed.after.get("verdict", "")).replace("_", " ")
    if verdict == Verdict.TAKEN.value and deed.after.get("taken"):
        verdict = f"taken from {names.coder(deed.after['taken'])}"
    reason = str(deed.after.get("reason", "")).replace("_", " ")
    passages = deed.after.get("spans")
    words = (
        [str(each.get("quote", "")) for each in passages if isinstance(each, dict)]
        if isinstance(passages, list)
        else []
    )
    what = f" on {quoted(words[0])}" if words else ""
    return f"decided{what} ({code}) in {where}{more}: {', '.join(filter(None, (verdict, reason)))}"


def _of_grouping(deed: Deed, names: Names) -> str:
    code, where = names.code(deed.after.get("code")), names.document(deed.after.get("document"))
    return f"sorted competing annotations of {code} anew in {where}"


def _of_message(deed: Deed, names: Names) -> str:
    what = f"{quoted(quote_of(deed.about))} in {names.document(deed.after.get('document'))}"
    words = quoted(str(deed.after.get("text", "")))
    if deed.is_deleted:
        return f"deleted a message about {what}"
    if not deed.is_new:
        return f"changed a message about {what}: {words}"
    how = "answered the question about" if deed.after.get("kind") == "answer" else "wrote about"
    return f"{how} {what}: {words}"


_TELLERS: Mapping[str, Callable[[Deed, Names], str]] = {
    "annotation": _of_annotation,
    "region": _of_region,
    "completion": _of_completion,
    "document": _of_document,
    "metadata_field": _of_metadata_field,
    "code": _of_code,
    "coder": _of_coder,
    "project": _of_project,
    "round": _of_round,
    "assignment": _of_assignment,
    "alias": _of_alias,
    "carried_over": _of_carried_over,
    "decision": _of_decision,
    "grouping": _of_grouping,
    "message": _of_message,
}


def event_sentence(kind: str, note: Mapping[str, Json]) -> str:
    """Tell what happened in this copy alone: a merge, figures that were kept, files that came or went, a hand-out."""
    files = note.get("files")
    names = ", ".join(map(str, files)) if isinstance(files, list) else ""
    several = counted(len(files), "file") if isinstance(files, list) else ""
    told = {
        "merge": f"merged {several}: {names}",
        "withdrawn merge": f"took back merge {note.get('merge', '')}",
        "figures": f"kept agreement figures as “{note.get('name', '')}”",
        "import annotations": f"took in {note.get('file', '')}: {note.get('annotations', 0)} new, "
        f"{note.get('updated', 0)} changed",
        "export": f"exported {several}: {names}",
        "hand out": f"wrote a coder file: {note.get('file', '')}",
    }
    return told.get(kind, kind)
