# SPDX-License-Identifier: MIT
"""Reads UIMA CAS (XMI with its type system, or UIMA JSON): one file, a folder, a ZIP, a project of INCEpTION.

Which type and which feature hold the code is the caller's choice; :func:`cas_types` lists what there is.
dkpro-cassis has turned UTF-16 units into code points; here only line ends are taken off. Whose a file
is follows from a feature, from our own note in it, or from its name; INCEpTION's curated version is a
coder of its own.
"""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from annotator.domain.errors import Refused, UsageError
from annotator.domain.identifiers import CodeId, CoderId, DocumentId
from annotator.domain.model import Certainty, Document
from annotator.exchange.codings.cas_loading import CasFiles, LoadedCas, annotation_types, string_features
from annotator.exchange.codings.cas_names import (
    ATTRIBUTE_PREFIX,
    CODING,
    CODING_FEATURES,
    CURATION_USER,
    DOCUMENT_ANNOTATION,
    INITIAL_STATE,
    META_DATA,
    SENTENCE,
    SOURCE,
    TOKEN,
)
from annotator.exchange.codings.corpus_header import SIDECAR, Sidecar, read_sidecar
from annotator.exchange.codings.foreign_positions import Counting, ForeignText, OffsetUnit, foreign_text
from annotator.exchange.codings.gathering import NAMELESS_CODE, Claim, Gathering
from annotator.exchange.corpus import CorpusRead
from annotator.exchange.findings import FindingKind
from annotator.exchange.incoming_files import shown_name
from annotator.exchange.incoming_members import IncomingMembers, opened_members, without_common_folder
from annotator.text import as_article_text, digest
from annotator.text.decode import How

if TYPE_CHECKING:
    from cassis import Cas

MOST_EXAMPLES = 5
MOST_FILES_TO_LOOK_AT = 20
_IN_CODE_POINTS = Counting(OffsetUnit.CODE_POINT, cr_lf_is_two=True, counts_mark=True)
_IN_UTF_16 = Counting(OffsetUnit.UTF_16, cr_lf_is_two=True, counts_mark=True)
_NEVER_CODES = frozenset({SENTENCE, TOKEN, META_DATA, DOCUMENT_ANNOTATION})
_INCEPTION = ("annotation", "curation")
_CODER_BY_FILE = "The file names no coder; its own name was taken as that of a coder."
_UNKNOWN_TYPE = "A structure is of a type that the type system does not have; it is not read."
_OTHER_TYPE = "An annotation is of a type that was not chosen; it is not read."


@dataclass(frozen=True, slots=True)
class CasType:
    """What may hold codes: a type and one of its features, or the type alone (``feature`` is "": its name is the code).

    ``count`` is how many annotations have it, in the first 20 files; ``examples`` are the commonest values.
    """

    type_name: str
    feature: str
    count: int
    examples: tuple[str, ...]


def cas_types(path: Path) -> tuple[CasType, ...]:
    """List what may hold codes, the commonest types first; raises Refused for what is no CAS."""
    values: dict[tuple[str, str], Counter[str]] = {}
    with opened_members(path) as members:
        files = _found(members, path)
        for name in files.names[:MOST_FILES_TO_LOOK_AT]:
            for view in _views(files.load(name).cas):
                _count_values(view, values)
    found = (
        CasType(type_name, feature, counted.total(), tuple(value for value, _ in _commonest(counted)))
        for (type_name, feature), counted in values.items()
    )
    return tuple(sorted(found, key=lambda each: (-each.count, each.type_name, each.feature)))


def read_cas(
    path: Path, *, type_name: str = "", feature: str = "", coder_feature: str = "", coder: str = ""
) -> CorpusRead:
    """Read all CAS files of a path.

    ``type_name`` and ``feature`` hold the code (feature "": the type itself is the code); without a type
    our own is read. ``coder_feature`` names the coder of each annotation, ``coder`` the one of files
    that name nobody. Raises UsageError where the type is not there, Refused for what is no CAS.
    """
    gathering = Gathering(path.stem)
    with opened_members(path) as members:
        files = _found(members, path)
        common = without_common_folder(members.members)
        folder = common if f"{common}{SIDECAR}" in members.members else ""
        sidecar = read_sidecar(members.members, members.read, folder=folder, gathering=gathering)
        chosen = _Chosen(type_name or CODING, feature or ("" if type_name else "code"), coder_feature, coder)
        reader = _Reader(gathering, sidecar, chosen)
        for name in sorted(files.names, key=lambda each: (sidecar.position(PurePosixPath(each).stem), each)):
            reader.file(files.load(name))
    if not reader.has_type:
        raise UsageError(
            f"No annotation of the type {chosen.type_name[:80]!a} with such a feature is in it; nothing was taken from "
            f"it: choose one of {', '.join(dict.fromkeys(each.type_name for each in cas_types(path))) or 'none'}."
        )
    return gathering.read()


@dataclass(frozen=True, slots=True)
class _Chosen:
    type_name: str
    feature: str
    coder_feature: str
    coder: str


class _Reader:
    def __init__(self, gathering: Gathering, sidecar: Sidecar, chosen: _Chosen) -> None:
        self.has_type = False
        self._gathering = gathering
        self._sidecar = sidecar
        self._chosen = chosen
        self._attributes = {feature: name for name, feature in sidecar.more("attribute_names").items()}

    def file(self, loaded: LoadedCas) -> None:
        """Take one CAS: its text, its coder and what is chosen of its annotations."""
        if loaded.unknown:
            self._gathering.findings.add(FindingKind.NOTED, _UNKNOWN_TYPE, place=loaded.name, count=loaded.unknown)
        types = loaded.cas.typesystem
        if types.contains_type(self._chosen.type_name, True):
            features = string_features(loaded.cas, self._chosen.type_name)
            self.has_type |= not self._chosen.feature or self._chosen.feature in features
        for view in _views(loaded.cas):
            self._view(loaded, view)

    def _view(self, loaded: LoadedCas, view: "Cas") -> None:
        source = _first(view, SOURCE)
        known = self._sidecar.document(PurePosixPath(loaded.name).stem) if source else None
        foreign = foreign_text(str(view.sofa_string), text_sha256=_value(source, "text_sha256"))
        try:
            as_article_text(foreign.body, data=b"", encoding="utf-8", how=How.STRICT)
        except Refused as refusal:
            self._gathering.findings.add(FindingKind.DROPPED, refusal.sentence, place=loaded.name)
            return
        document = self._document(loaded.name, view, foreign, known)
        whose = self._coder_of(loaded.name, source)
        if whose == INITIAL_STATE:
            return
        coder = self._gathering.coder(whose, identity=_value(source, "coder_id"))
        others = 0
        for each in view.select_all_annotations():
            if each.type.name == self._chosen.type_name:
                self._annotation(loaded, each, foreign, document, coder)
            else:
                others += each.type.name not in _NEVER_CODES
        if others:
            self._gathering.findings.add(FindingKind.DROPPED, _OTHER_TYPE, place=loaded.name, count=others)

    def _document(self, name: str, view: "Cas", foreign: ForeignText, known: Document | None) -> DocumentId:
        described = _first(view, META_DATA)
        called = _in_inception(name)[0] or _value(described, "documentTitle") or _value(described, "documentId")
        source = _first(view, SOURCE)
        stated = _value(source, "text_sha256")
        if stated and stated != digest(foreign.body):
            self._gathering.findings.add(
                FindingKind.MISMATCH,
                "The text is not the one that its SHA-256 names; it was changed after it was written.",
                place=name,
            )
        called = _value(source, "document") or called or PurePosixPath(name).stem
        return self._gathering.document(foreign.body, name=called, known=known)

    def _coder_of(self, name: str, source: Any) -> str:
        whose = _value(source, "coder") or _in_inception(name)[1] or self._chosen.coder
        if whose:
            return whose
        if not self._chosen.coder_feature:
            self._gathering.findings.add(FindingKind.GUESSED, _CODER_BY_FILE, place=name)
        return PurePosixPath(name).stem

    def _annotation(
        self, loaded: LoadedCas, found: Any, foreign: ForeignText, document: DocumentId, coder: CoderId
    ) -> None:
        where = f"{loaded.name}, {found.xmiID}"
        word = _value(found, self._chosen.feature) if self._chosen.feature else found.type.short_name
        if not word.strip():
            self._gathering.findings.add(FindingKind.DROPPED, NAMELESS_CODE, place=where)
            return
        if found.xmiID in loaded.misfits:
            start, end = foreign.span(*loaded.misfits[found.xmiID], _IN_UTF_16)
        else:
            start, end = foreign.span(found.begin, found.end, _IN_CODE_POINTS)
        named = _value(found, self._chosen.coder_feature) if self._chosen.coder_feature else ""
        claim = Claim(
            document=document,
            coder=self._gathering.coder(named) if named else coder,
            code=self._code(found, word),
            start=start,
            end=end,
            where=where,
            **(self._ours(found) if found.type.name == CODING else {"attributes": self._others(found)}),
        )
        self._gathering.annotation(claim)

    def _code(self, found: Any, word: str) -> CodeId:
        if found.type.name != CODING:
            return self._gathering.code(word)
        return self._gathering.code(word, identity=_value(found, "code_id"), label=_value(found, "code_name"))

    def _ours(self, found: Any) -> dict[str, Any]:
        certainty = _value(found, "certainty")
        return {
            "identity": _value(found, "annotation_id"),
            "quote": _value(found, "quote") or None,
            "memo": _value(found, "memo"),
            "certainty": Certainty(certainty) if certainty in tuple(Certainty) else Certainty.NOT_SET,
            "ask_lead": _value(found, "ask_lead") == "yes",
            "round": _value(found, "round"),
            "codebook_revision": _value(found, "codebook_revision"),
            "created": _value(found, "created"),
            "attributes": {
                str(self._attributes.get(name, name.removeprefix(ATTRIBUTE_PREFIX))): _value(found, name)
                for name in (each.name for each in found.type.all_features)
                if name.startswith(ATTRIBUTE_PREFIX) and name not in CODING_FEATURES
            },
        }

    def _others(self, found: Any) -> dict[str, str]:
        """Give the other words that a foreign annotation has, as attributes of it."""
        chosen = (self._chosen.feature, self._chosen.coder_feature)
        names = (each.name for each in found.type.all_features if each.name not in (*chosen, "begin", "end", "sofa"))
        words = {name: found.get(name) for name in names}
        return {name: str(word) for name, word in words.items() if isinstance(word, (str, int)) and word != ""}


def _found(members: IncomingMembers, path: Path) -> CasFiles:
    files = CasFiles(members)
    if not files.names:
        raise Refused("There is no .xmi and no .json of UIMA in it; nothing was taken from it.", where=shown_name(path))
    return files


def _views(cas: "Cas") -> "list[Cas]":
    return [cas.get_view(sofa.sofaID) for sofa in cas.sofas if sofa.sofaString]


def _first(view: "Cas", type_name: str) -> Any:
    if not view.typesystem.contains_type(type_name, True):
        return None
    return next(iter(view.select(type_name)), None)


def _value(found: Any, feature: str) -> str:
    """Give a feature as a word, "" where it is not set or there is no such thing."""
    if found is None or not any(each.name == feature for each in found.type.all_features):
        return ""
    value = found.get(feature)
    return "" if value is None else str(value)


def _in_inception(name: str) -> tuple[str, str]:
    """Give the article and the coder that the place in a project of INCEpTION names; both "" elsewhere."""
    parts = PurePosixPath(name).parts
    for place, part in enumerate(parts[:-2]):
        if part.removesuffix("_ser") in _INCEPTION:
            coder = CURATION_USER if part.startswith("curation") else PurePosixPath(parts[place + 2]).stem
            return parts[place + 1], coder
    return "", ""


def _count_values(view: "Cas", values: dict[tuple[str, str], Counter[str]]) -> None:
    for type_name in annotation_types(view):
        if type_name in _NEVER_CODES:
            continue
        found = [each for each in view.select(type_name) if each.type.name == type_name]
        for feature in (*string_features(view, type_name), ""):
            words = [_value(each, feature) if feature else each.type.short_name for each in found]
            counted = Counter(word for word in words if word)
            if counted:
                values.setdefault((type_name, feature), Counter()).update(counted)


def _commonest(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda each: (-each[1], each[0]))[:MOST_EXAMPLES]
