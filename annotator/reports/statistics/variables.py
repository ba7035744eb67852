# SPDX-License-Identifier: MIT
"""Variables that several tables share, so that a name means the same in each of them, and short ways to make one."""

from collections.abc import Iterable, Mapping

from annotator.domain import Certainty, Codebook, Coder, CompletionState, Document
from annotator.domain.tables import NO_LABELS, Cell, Measure, Variable, VariableKind

CODED: Mapping[int | str, str] = {0: "not coded", 1: "coded"}


def text(name: str, label: str, description: str) -> Variable:
    """Make a variable of words."""
    return Variable(name, label, VariableKind.TEXT, description)


def date(name: str, label: str, description: str) -> Variable:
    """Make a variable of dates of ISO 8601, possibly partial."""
    return Variable(name, label, VariableKind.DATE, description)


def count(name: str, label: str, description: str) -> Variable:
    """Make a variable of whole numbers that measure."""
    return Variable(name, label, VariableKind.INTEGER, description, NO_LABELS, Measure.SCALE)


def number(name: str, label: str, description: str) -> Variable:
    """Make a variable of any numbers."""
    return Variable(name, label, VariableKind.NUMBER, description, NO_LABELS, Measure.SCALE)


def yes_no(name: str, label: str, description: str) -> Variable:
    """Make a variable that is true or false."""
    return Variable(name, label, VariableKind.YES_NO, description)


def coded(name: str, label: str, description: str) -> Variable:
    """Make a variable that is 1 where something was coded, 0 where it was not, empty where nobody can say."""
    return Variable(name, label, VariableKind.INTEGER, description, CODED)


def choice(
    name: str, label: str, description: str, *, words: Mapping[str, str], measure: Measure = Measure.NOMINAL
) -> Variable:
    """Make a variable with a closed list of words, each with its label, in their order."""
    labels: dict[int | str, str] = {word: words[word] for word in words}
    return Variable(name, label, VariableKind.CHOICE, description, labels, measure)


ANNOTATION_ID = text(
    "annotation_id", "Annotation", "identity of the annotation (UUID), the same in every copy of the project"
)
DOCUMENT_ID = text(
    "document_id", "Article (identity)",
    "identity of the article (UUID), derived from its text: the same in every project that holds it",
)  # fmt: skip
TEXT_SHA256 = text(
    "text_sha256", "SHA-256 of the text", "SHA-256 of the UTF-8 of the exact text that the positions count in"
)
CODER_ID = text("coder_id", "Coder (identity)", "identity of the coder (UUID)")
CODER = text("coder", "Coder", "name of the coder")
ROUND = text("round", "Round", "coding round, main unless stated otherwise")
CODE_ID = text("code_id", "Code (identity)", "identity of the code (UUID)")
START = count("start_char", "Start", "first character of the passage, counted from 0")
END = count("end_char", "End", "position after the last character of the passage")
UNIT_OF_OFFSETS = text(
    "offset_unit",
    "Unit of positions",
    "what start_char and end_char count: Unicode code points (not bytes, not UTF-16)",
)
CODEBOOK_REVISION = text(
    "codebook_revision", "Revision of the codebook", "SHA-256 that names the codebook that was in force"
)
CERTAINTY = choice(
    "certainty", "Certainty", "how sure the coder is; empty where the coder did not say",
    words={each.value: each.value for each in (Certainty.LOW, Certainty.MEDIUM, Certainty.HIGH)},
    measure=Measure.ORDINAL,
)  # fmt: skip
STATE_WORDS: Mapping[str, str] = {
    CompletionState.NOT_ASSIGNED: "not assigned",
    CompletionState.NOT_STARTED: "not started",
    CompletionState.IN_PROGRESS: "in progress",
    CompletionState.FINISHED: "finished",
}
DOCUMENT = text("document", "Article (file)", "name of the file that the article came in")
OF_DOCUMENT = (
    DOCUMENT_ID,
    DOCUMENT,
    text("title", "Title", "title as the article gives it; empty where none is known"),
    text("outlet", "Outlet", "outlet (source) as the article gives it; empty where none is known"),
    text("author", "Author", "author of the article; empty where none is known"),
    date("date", "Date", "date of the article (ISO 8601, possibly only year or month); empty where none is known"),
    TEXT_SHA256,
)
"""What tables say of an article: :func:`document_cells` gives the cells."""


def state(name: str, description: str) -> Variable:
    """Make the variable of how far a coder is with an article."""
    words = {str(word): label for word, label in STATE_WORDS.items()}
    return choice(name, "State of completion", description, words=words, measure=Measure.ORDINAL)


def code(codebook: Codebook, name: str = "code", label: str = "Code") -> Variable:
    """Make the variable that holds short names of codes, labelled with their names."""
    words = {each.short_name: each.name for each in codebook.codes}
    return choice(name, label, "short name of the code, the word used in files", words=words)


def document_cells(document: Document) -> tuple[Cell, ...]:
    """Give the cells of OF_DOCUMENT; what is not given is missing."""
    return (
        document.id, document.name or None, document.title or None, document.outlet or None, document.author or None,
        document.date or None, document.text_sha256,
    )  # fmt: skip


def coder_names(coders: Iterable[Coder]) -> dict[str, str]:
    """Give what each coder is called, by identity."""
    return {coder.id: coder.name for coder in coders}
