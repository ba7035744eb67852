# SPDX-License-Identifier: MIT
"""What is chosen for an export: as the verbs take it and as it is remembered."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from annotator import operations
from annotator.domain import Json, UsageError
from annotator.operations import CorpusChoice, ExportChoice, ExportReport, Overview, Project
from annotator.ui.exporting.formats import CODEBOOK, FORMATS, STATISTICS, ExportFormat

CODEBOOK_FORMS = (".qdc", ".csv", ".md")
Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportWanted:
    """Everything that can be chosen; what a format does not take stays as it is and does nothing.

    ``codes``, ``coders`` and ``documents`` are identities; nothing chosen means all.
    """

    format: str = "stats"
    codes: tuple[str, ...] = ()
    coders: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    layer: str = "coders"
    unit: str = "sentence"
    rule: str = "touched"
    duplicates: str = "all"
    texts: bool = False
    for_spreadsheets: bool = False
    compressed: bool = False
    per_coder: bool = False
    crlf: bool = False
    cas_json: bool = False
    speaker: str = ""
    holder: str = ""
    target: str = ""
    sign: str = ""
    codebook_form: str = CODEBOOK_FORMS[0]
    memos: bool = True
    pseudonyms: bool = False

    @property
    def chosen_format(self) -> ExportFormat:
        """The format, with what it takes."""
        return FORMATS[self.format]

    @property
    def written_format(self) -> str:
        """The word of the format on the command line."""
        if self.format == "cas" and self.cas_json:
            return "cas_json"
        return "zsav" if self.format == "sav" and self.compressed else self.format

    @property
    def choice(self) -> ExportChoice | CorpusChoice:
        """Give what the verb of this format takes; worded, it says in README and tables what people call things."""
        if self.format in STATISTICS:
            return ExportChoice(
                tables=self.tables, codes=self.codes, coders=self.coders, rounds=self.rounds, states=self.states,
                layer=self.layer, unit=self.unit, rule=self.rule, duplicates=self.duplicates,
                attributes=self.attributes if self.duplicates != "all" else (), memos=self.memos,
                pseudonyms=self.pseudonyms, texts=self.texts,
            )  # fmt: skip
        return CorpusChoice(
            codes=self.codes, coders=self.coders, rounds=self.rounds, states=self.states,
            layer=operations.Layer(self.layer), memos=self.memos, pseudonyms=self.pseudonyms,
            documents=self.documents,
        )  # fmt: skip

    def write(self, project: Project, *, directory: Path, progress: Progress) -> ExportReport:
        """Write it; on the thread of the project."""
        choice = self.choice
        if self.format == CODEBOOK:
            return _write_codebook(project, directory / f"codebook{self.codebook_form}")
        if isinstance(choice, ExportChoice):
            return operations.export_statistics(
                project, directory=directory, choice=choice, formats=(self.written_format,),
                for_spreadsheets=self.for_spreadsheets, progress=progress,
            )  # fmt: skip
        actors = (self.speaker, self.holder, self.target, self.sign)
        return operations.export_corpus(
            project, directory=directory, formats=(self.written_format,), choice=choice,
            actors=operations.Actors(*actors) if any(actors) else None,
            refi=operations.RefiChoice(self.per_coder, self.crlf), progress=progress,
        )  # fmt: skip

    def worded(self, overview: Overview) -> "ExportWanted":
        """Give it with the words of the project in the place of identities, where a word names one thing only."""
        codes = {str(code.id): code.short_name for code in overview.codebook.codes}
        coders = {str(coder.id): coder.name for coder in overview.coders}
        documents = {str(each.document.id): each.document.name for each in overview.documents}
        return replace(
            self,
            codes=_worded(self.codes, codes),
            coders=_worded(self.coders, coders),
            documents=_worded(self.documents, documents),
        )

    def as_json(self) -> Json:
        """Give it as it is remembered."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}

    def known_in(self, overview: Overview, *, rounds: tuple[str, ...]) -> "ExportWanted":
        """Let go of codes, coders, rounds and articles that the project does not have any more."""
        codes = {code.id for code in overview.codebook.codes}
        coders = {coder.id for coder in overview.coders}
        documents = {each.document.id for each in overview.documents}
        return replace(
            self,
            codes=tuple(each for each in self.codes if each in codes),
            coders=tuple(each for each in self.coders if each in coders),
            documents=tuple(each for each in self.documents if each in documents),
            rounds=tuple(each for each in self.rounds if each in rounds),
        )


def wanted_from(kept: "Json | None") -> ExportWanted:
    """Read what was remembered; what is missing, damaged or unknown is as usual."""
    usual = ExportWanted()
    if not isinstance(kept, dict):
        return usual
    values: dict[str, object] = {}
    for each in fields(ExportWanted):
        value, known = kept.get(each.name), getattr(usual, each.name)
        if isinstance(known, tuple) and isinstance(value, list) and all(isinstance(word, str) for word in value):
            values[each.name] = tuple(value)
        elif type(value) is type(known):
            values[each.name] = value
    made = replace(usual, **values)  # type: ignore[arg-type]  # each has the type of its field
    return made if _is_sound(made) else usual


def _is_sound(wanted: ExportWanted) -> bool:
    """Whether every word is one that the verbs know: what was kept may come from another version."""
    try:
        known = replace(wanted, format="stats").choice is not None
    except UsageError:
        return False
    return known and wanted.format in FORMATS and wanted.codebook_form in CODEBOOK_FORMS


def _write_codebook(project: Project, path: Path) -> ExportReport:
    path.parent.mkdir(parents=True, exist_ok=True)
    findings = operations.export_codebook(project, path=path)
    return ExportReport((operations.ExportedFile(path, 0),), findings)


def _worded(identities: tuple[str, ...], words: Mapping[str, str]) -> tuple[str, ...]:
    """Give the word of each identity; where several bear it, it would name none."""
    counts = Counter(words.values())
    return tuple(words[each] if counts[words.get(each, "")] == 1 else each for each in identities)
