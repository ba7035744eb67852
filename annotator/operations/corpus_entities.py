# SPDX-License-Identifier: MIT
"""Foreign annotations as entities of the project: under its codes and coders, and under identities that are free."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from annotator.domain import MAIN_ROUND, Annotation, Code, Codebook, Document, Json, KnownError, Refused, Region
from annotator.domain.fields import ATTRIBUTE_PREFIX
from annotator.domain.identifiers import AnnotationId, CodeId, CoderId, derived_uuid, is_hash
from annotator.exchange.findings import FindingKind, Findings
from annotator.merging import resolve
from annotator.operations.coding import require_attribute
from annotator.operations.consensus_as_coder import consensus_coder
from annotator.operations.corpus_equals import Equals
from annotator.operations.corpus_import_choice import CorpusImportChoice
from annotator.operations.corpus_matching import CodeMatch, CoderMatch, Match
from annotator.operations.incoming_entities import IncomingEntity
from annotator.operations.passages import checked_memo, checked_round, passage
from annotator.operations.projects import Project
from annotator.store import identities, journal, queries

OWN_CONSENSUS = "The consensus of this very project is not taken in as if a coder had made it."
BLANK = "The passage holds nothing but white space; it is not taken."
ATTRIBUTE = "An attribute that the code of the project cannot hold is left out."
RETIRED = "The annotation bears a code that is retired here; it is taken all the same."
BEYOND = "An excluded passage does not stand where the file says; it is not taken."


@dataclass(frozen=True, slots=True)
class Matches:
    """The codes and coders of a file beside those of the project."""

    codes: Mapping[CodeId, CodeMatch]
    coders: Mapping[CoderId, CoderMatch]

    @classmethod
    def of(cls, codes: Iterable[CodeMatch], coders: Iterable[CoderMatch]) -> "Matches":
        """Make them findable by the foreign identity."""
        return cls({each.foreign.id: each for each in codes}, {each.foreign.id: each for each in coders})


class Entities:
    """Makes the entities of one file, document by document. ``findings`` gathers what is not taken as it is.

    ``unsaid`` names what the file says nothing of; of annotations that are here already it stays as it is.
    ``nameless`` are those without an identity in the file; they meet what says the same here.
    """

    def __init__(
        self, project: Project, matches: Matches, choice: CorpusImportChoice, *, unsaid: Collection[str] = (),
        nameless: Collection[AnnotationId] = (),
    ) -> None:  # fmt: skip
        self.findings = Findings()
        self._project = project
        self._matches = matches
        self._choice = choice
        self._unsaid = {*unsaid} - ({"round"} if choice.round_name else set())
        self._nameless = nameless
        self._consensus = consensus_coder(project).id
        self._identities = identities.load(project.live)
        self._revision = _grown(project, matches).revision

    def annotations(self, document: Document, text: str, several: Collection[Annotation]) -> Iterator[IncomingEntity]:
        """Give what is to be written of the annotations of a document.

        Raises Refused, with the place, for what the project cannot hold.
        """
        shown = {each.id: each for each in queries.annotations(self._project.live, document.id)}
        equals = Equals(shown.values(), named={each.id for each in several}, by_round="round" not in self._unsaid)
        for each in several:
            where = f"{document.name}, characters {each.span.start} to {each.span.end}"
            if each.coder == self._consensus:
                self.findings.add(FindingKind.NOTED, OWN_CONSENSUS, place=where)
            elif not text[each.span.start : each.span.end].strip():
                self.findings.add(FindingKind.DROPPED, BLANK, place=where)
            else:
                known = shown.get(each.id) or self._met(each, equals)
                identified = replace(each, id=known.id) if known else each
                yield self._annotation(identified, text, known=known, where=where)

    def regions(self, document: Document, text: str, several: Iterable[Region]) -> Iterator[IncomingEntity]:
        """Give what is to be written of the excluded regions of a document."""
        for each in several:
            where = f"{document.name}, characters {each.span.start} to {each.span.end}"
            if text[each.span.start : each.span.end] != each.quote or not each.quote.strip():
                self.findings.add(FindingKind.DROPPED, BEYOND, place=where)
                continue
            coder = self._matches.coders[each.coder].coder.id
            fields: dict[str, Json] = {
                "document": document.id, "coder": coder, "span": passage(text, each.span),
                "memo": _checked(each.memo, where), "certainty": each.certainty.value, "state": each.state.value,
            }  # fmt: skip
            entity = self._free("region", each.id, fields)
            written = _values(self._project, entity, kind="region")
            unsaid = (name for name in ("memo", "certainty") if f"region {name}" in self._unsaid)
            fields |= {name: written[name] for name in unsaid if name in written}
            yield IncomingEntity("region", entity, document.id, fields)

    def _met(self, each: Annotation, equals: Equals) -> Annotation | None:
        """Find what one without an identity is here."""
        if each.id not in self._nameless:
            return None
        coder, code = self._matches.coders[each.coder].coder.id, self._matches.codes[each.code].code.id
        return equals.meet(coder, code, each.span, round_name=self._round_of(each))

    def _round_of(self, each: Annotation) -> str:
        return self._choice.round_name or each.round or MAIN_ROUND

    def _annotation(self, each: Annotation, text: str, *, known: Annotation | None, where: str) -> IncomingEntity:
        match, coder = self._matches.codes[each.code], self._matches.coders[each.coder].coder
        if match.code.retired and known is None:
            self.findings.add(FindingKind.NOTED, RETIRED, place=where)
        try:
            round_name = checked_round(self._round_of(each))
        except Refused as error:
            raise Refused(f"{error.sentence.rstrip('.')}; nothing was written.", where=where) from error
        fields: dict[str, Json] = {
            "document": each.document, "coder": coder.id, "code": match.code.id, "span": passage(text, each.span),
            "memo": _checked(each.memo, where), "certainty": each.certainty.value, "round": round_name,
            "ask_lead": each.ask_lead, **self._attributes(each, match, where),
            "codebook_revision": each.codebook_revision if is_hash(each.codebook_revision) else self._revision,
        }  # fmt: skip
        if known is not None and known.coder == coder.id:
            self._as_written(fields, known)
            return IncomingEntity("annotation", each.id, each.document, fields)
        return IncomingEntity("annotation", self._free("annotation", each.id, fields), each.document, fields)

    def _as_written(self, fields: dict[str, Json], known: Annotation) -> None:
        """Leave what only counts as something else, or is only shown elsewhere, as it was written."""
        fields["coder"] = known.coder_as_made
        if fields["code"] == known.code:
            fields["code"] = known.code_as_made
        written = _values(self._project, known.id)
        if written.get("document") != known.document:
            fields["document"] = written["document"]
            fields["span"] = written["span"]
        as_it_is: dict[str, Json] = {
            "round": known.round, "certainty": known.certainty.value, "ask_lead": known.ask_lead, "memo": known.memo,
        }  # fmt: skip
        fields.update({name: value for name, value in as_it_is.items() if name in self._unsaid})
        if "attributes" in self._unsaid and fields["code"] == written["code"]:
            fields.update({name: value for name, value in written.items() if name.startswith(ATTRIBUTE_PREFIX)})

    def _attributes(self, each: Annotation, match: CodeMatch, where: str) -> dict[str, Json]:
        found: dict[str, Json] = {}
        for name, value in each.attributes.items():
            word = match.attributes.get(name, name)
            try:
                _require(match.code, word, value)
            except Refused as error:
                if not self._choice.drop_attributes:
                    raise Refused(
                        f"{error.sentence.rstrip('.')}; nothing was written: correct the file, or leave such "
                        "attributes out with --drop-attributes.",
                        where=where,
                    ) from error
                self.findings.add(FindingKind.DROPPED, ATTRIBUTE, place=f"{where}: {name} = {value}"[:200])
            else:
                found[ATTRIBUTE_PREFIX + word] = value
        return found

    def _free(self, kind: str, foreign: str, fields: Mapping[str, Json]) -> str:
        """Give the foreign identity, or one derived from it where it means something else here."""
        written = _values(self._project, foreign, kind=kind)
        if not written:
            return foreign
        counted = self._identities.coder(CoderId(str(written.get("coder", ""))))
        if written.get("document") == fields["document"] and counted == fields["coder"]:
            return foreign
        return derived_uuid("imported", kind, foreign, str(fields["document"]), str(fields["coder"]))


def _grown(project: Project, matches: Matches) -> Codebook:
    """Give the codebook as it is with the codes that the file brings."""
    new = (each.code for each in matches.codes.values() if each.how is Match.NEW)
    return Codebook((*queries.codebook(project.live).codes, *new))


def _require(code: Code, name: str, value: str) -> None:
    if value:
        require_attribute(code, name, value)


def _checked(memo: str, where: str) -> str:
    try:
        return checked_memo(memo)
    except KnownError as error:
        raise Refused(f"{error.sentence.rstrip('.')}; nothing was written.", where=where) from error


def _values(project: Project, entity: str, *, kind: str = "annotation") -> Mapping[str, Json]:
    """Give what is written of an entity; of another kind, something that equals nothing."""
    history = journal.changes_of(project.live, entity)
    if not history:
        return {}
    resolved = resolve(history)
    return resolved.values if resolved.kind == kind else {"document": "", "coder": ""}
