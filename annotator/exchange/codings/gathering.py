# SPDX-License-Identifier: MIT
"""Gathers what a foreign file says into a corpus: identities, proofs by quote, one order. The same for every reader.

A foreign identity that is a UUID is kept. Else it is derived from what the file says, so that the
same file read twice gives the same: a coder and a code from the name, an annotation from document,
coder, code, span and its number among equals.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from annotator.domain import NO_ATTRIBUTES, Annotation, Certainty, Code, Codebook, Coder, Document, Span
from annotator.domain.codebook import AttributeDefinition, AttributeKind
from annotator.domain.identifiers import AnnotationId, CodeId, CoderId, DocumentId, derived_uuid, document_id, is_uuid
from annotator.domain.metadata import MetadataField
from annotator.domain.model import MAIN_ROUND, Completion, Region
from annotator.domain.team import Round
from annotator.exchange.corpus import Corpus, CorpusRead, Unplaced
from annotator.exchange.findings import FindingKind, Findings
from annotator.text import context, digest, stands

MISMATCH = "The quote does not stand where the file says; the annotation is not placed."
BEYOND = "The annotation lies beyond the end of its text; it is not placed."
NO_SPAN = (
    "The annotation has no stretch of text (its end is not after its start, or lies before the text); it is dropped."
)
UNPROVEN = "The file gives no quote for this annotation; that it stands at the right place is unproven."
NAMELESS_CODE = "The annotation names no code; it is dropped."
NO_POSITION = "The file gives a quote but no stretch of text for this annotation; it is not placed."
NO_TEXT = "The text of this annotation is not in the file; it is not placed."
TWICE = "Two annotations bear the same identity; the second was given another one."

_NO_CODER, _NO_CODE = CoderId(""), CodeId("")


@dataclass(frozen=True, slots=True)
class Claim:
    """What a file says of one annotation. ``start`` and ``end`` count code points of the text as we keep it.

    ``quote`` is None where the file gives none; ``where`` is the place in the file. Without a position, start and
    end say no more than the length of the quote. ``round`` is empty where the file says nothing of rounds.
    """

    document: DocumentId
    coder: CoderId
    code: CodeId
    start: int
    end: int
    quote: str | None = None
    where: str = ""
    identity: str = ""
    before: str = ""
    after: str = ""
    attributes: Mapping[str, str] = field(default_factory=lambda: NO_ATTRIBUTES)
    memo: str = ""
    certainty: Certainty = Certainty.NOT_SET
    ask_lead: bool = False
    round: str = ""
    codebook_revision: str = ""
    created: str = ""
    original_coder: CoderId = _NO_CODER
    original_code: CodeId = _NO_CODE
    has_position: bool = True


class Gathering:
    """One file, or folder of files, while it is read. Documents, coders and codes come before their annotations."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.findings = Findings()
        self.fields: list[MetadataField] = []
        self.rounds: list[Round] = []
        self.regions: list[Region] = []
        self.completions: list[Completion] = []
        self.modified = ""
        self.digest = ""
        self.unsaid: frozenset[str] = frozenset()
        self._texts: dict[DocumentId, str] = {}
        self._documents: dict[DocumentId, Document] = {}
        self._coders: dict[CoderId, Coder] = {}
        self._codes: dict[CodeId, Code] = {}
        self._complete: set[CodeId] = set()
        self._used: dict[CodeId, dict[str, None]] = {}
        self._annotations: dict[DocumentId, list[Annotation]] = {}
        self._created: dict[AnnotationId, str] = {}
        self._unplaced: list[Unplaced] = []
        self._equals: Counter[tuple[str, ...]] = Counter()
        self._identities: set[str] = set()
        self._nameless: set[AnnotationId] = set()
        self._says_rounds = False

    def document(self, text: str, *, name: str, known: Document | None = None) -> DocumentId:
        """Take a text (line ends are LF already); the same text twice is one document with two names.

        ``known`` is the document as one of our own files describes it: all but its identity and length.
        """
        sha256 = digest(text)
        identity = document_id(sha256)
        present = self._documents.get(identity)
        if present is None:
            self._texts[identity] = text
            described = known or Document(identity, name, sha256, len(text))
            self._documents[identity] = replace(
                described, id=identity, text_sha256=sha256, length=len(text), position=len(self._documents)
            )
        elif name != present.name and name not in present.other_names and known is None:
            self._documents[identity] = replace(present, other_names=(*present.other_names, name))
        return identity

    def text(self, document: DocumentId) -> str | None:
        """Give the text of a document that was taken, or None."""
        return self._texts.get(document)

    def coder(self, name: str, *, identity: str = "") -> CoderId:
        """Take a coder by name; a second one of that name is the first."""
        name = name.strip() or "?"
        coder = CoderId(_uuid(identity) or derived_uuid("foreign coder", name))
        self._coders.setdefault(coder, Coder(coder, name))
        return coder

    def known_coder(self, coder: Coder) -> None:
        """Take a coder as one of our own files describes them."""
        self._coders[coder.id] = coder

    def code(self, name: str, *, identity: str = "", label: str = "") -> CodeId:
        """Take a code by the word for it, or find the one that has it as short name or name already.

        ``label`` is how it is called on screen, where that is not the word itself.
        """
        if not _uuid(identity):
            for known in self._codes.values():
                if name in (known.short_name, known.name):
                    return known.id
        code = CodeId(_uuid(identity) or derived_uuid("foreign code", name))
        if code not in self._codes:
            self._codes[code] = Code(code, label or name, name, position=len(self._codes))
        return code

    def known_code(self, code: Code) -> None:
        """Take a code as one of our own files describes it; nothing is added to it."""
        self._codes[code.id] = code
        self._complete.add(code.id)

    def annotation(self, claim: Claim) -> None:
        """Take an annotation: placed where its quote stands, else unplaced or, without stretch and quote, dropped."""
        if not 0 <= claim.start < claim.end and claim.quote:
            claim = replace(claim, start=0, end=len(claim.quote), has_position=False)
        if not 0 <= claim.start < claim.end:
            self.findings.add(FindingKind.DROPPED, NO_SPAN, place=claim.where)
            return
        text = self._texts.get(claim.document, "")
        span = Span.of(claim.start, claim.end)
        beyond = span.end > len(text)
        quote = claim.quote if claim.quote is not None else "" if beyond else text[span.start : span.end]
        annotation = _said(claim, self._identity(claim), span, quote)
        self._says_rounds = self._says_rounds or bool(claim.round)
        self._used.setdefault(claim.code, {}).update(dict.fromkeys(annotation.attributes))
        if claim.created:
            self._created[annotation.id] = claim.created
        fault = self._fault(claim, span, quote)
        if fault:
            self.findings.add(FindingKind.MISMATCH, fault, place=claim.where)
            self._unplaced.append(Unplaced(annotation, claim.where))
            return
        if claim.quote is None:
            self.findings.add(FindingKind.GUESSED, UNPROVEN, place=claim.where)
        before, after = context(text, span)
        self._annotations.setdefault(claim.document, []).append(replace(annotation, before=before, after=after))

    def read(self) -> CorpusRead:
        """Give all that was taken, annotations sorted by start, end, code order, coder and id."""
        codes = tuple(self._with_attributes(code) for code in self._codes.values())
        order = {code.id: place for place, code in enumerate(codes)}
        annotations = {
            document: tuple(sorted(found, key=lambda each: (each.span, order[each.code], each.coder, each.id)))
            for document, found in self._annotations.items()
        }
        corpus = Corpus(
            name=self.name,
            documents=tuple(self._documents.values()),
            texts=self._texts,
            codebook=Codebook(codes),
            coders=tuple(self._coders.values()),
            annotations=annotations,
            regions=tuple(self.regions),
            completions=tuple(self.completions),
            fields=tuple(self.fields),
            rounds=tuple(self.rounds),
            created=self._created,
            modified=self.modified,
            digest=self.digest,
        )
        unsaid = self.unsaid if self._says_rounds else self.unsaid | {"round"}
        return CorpusRead(corpus, tuple(self._unplaced), tuple(self.findings), unsaid, frozenset(self._nameless))

    def _fault(self, claim: Claim, span: Span, quote: str) -> str:
        """Say why an annotation cannot be placed; the empty string where its quote stands."""
        text = self._texts.get(claim.document)
        if text is None:
            return NO_TEXT
        if not claim.has_position:
            return NO_POSITION
        if span.end > len(text):
            return BEYOND
        return "" if stands(text, span, quote) else MISMATCH

    def _identity(self, claim: Claim) -> AnnotationId:
        identity = _uuid(claim.identity)
        if identity and identity in self._identities:
            self.findings.add(FindingKind.GUESSED, TWICE, place=claim.where)
            identity = ""
        if not identity:
            said = (claim.document, claim.coder, claim.code, str(claim.start), str(claim.end))
            while not identity or identity in self._identities:
                identity = derived_uuid("foreign annotation", *said, str(self._equals[said]))
                self._equals[said] += 1
            self._nameless.add(AnnotationId(identity))
        self._identities.add(identity)
        return AnnotationId(identity)

    def _with_attributes(self, code: Code) -> Code:
        """Give a foreign code the attributes that its annotations bear, as free text."""
        if code.id in self._complete:
            return code
        used = (AttributeDefinition(name, name, AttributeKind.TEXT) for name in self._used.get(code.id, ()))
        return replace(code, attributes=tuple(used))


def _said(claim: Claim, identity: AnnotationId, span: Span, quote: str) -> Annotation:
    """Give the annotation as the file has it, context and all."""
    return Annotation(
        id=identity,
        document=claim.document,
        coder=claim.coder,
        code=claim.code,
        span=span,
        quote=quote,
        before=claim.before,
        after=claim.after,
        attributes={name: claim.attributes[name] for name in sorted(claim.attributes) if claim.attributes[name]},
        memo=claim.memo,
        certainty=claim.certainty,
        ask_lead=claim.ask_lead,
        round=claim.round or MAIN_ROUND,
        codebook_revision=claim.codebook_revision,
        original_coder=claim.original_coder,
        original_code=claim.original_code,
    )


def _uuid(identity: str) -> str:
    """Give a foreign identity as we write UUIDs, the empty string where it is none."""
    plain = identity.strip().casefold().removeprefix("urn:uuid:").strip("{}")
    return plain if is_uuid(plain) else ""
