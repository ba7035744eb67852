# SPDX-License-Identifier: MIT
"""What the page says of a file of annotations, before and after it is taken in."""

from collections.abc import Sequence

from annotator.domain import Document, KnownError
from annotator.operations import CorpusImportReport, CorpusKind, CorpusPreview
from annotator.ui import plain, words
from annotator.ui.merging.facts_card import Fact

KINDS = {
    CorpusKind.FLAT: "JSON lines, an annotation a line",
    CorpusKind.JSONL: "JSON lines of this program",
    CorpusKind.LABELLED: "texts with labels, as doccano and spaCy have them",
    CorpusKind.QDPX: "REFI-QDA project",
    CorpusKind.BRAT: "brat",
    CorpusKind.CAS: "UIMA CAS",
    CorpusKind.W3C: "W3C Web Annotations",
    CorpusKind.DNA: "Discourse Network Analyzer",
}
_MOST_NAMES = 3


def in_window(error: KnownError) -> str:
    """Give the sentence of a refusal; what it says of options of the command line is said here by the page itself."""
    return plain.sentence_of(type(error)(without_options(error.sentence), where=error.where))


def without_options(sentence: str) -> str:
    """Leave out the end of a sentence that names an option of the command line."""
    before, mark, _ = sentence.partition("--")
    if not mark:
        return sentence
    kept = before.rpartition(": ")[0] or before.rpartition(", ")[0] or before.strip()
    return f"{kept.rstrip('.:; ')}."


def article_facts(preview: CorpusPreview) -> list[Fact]:
    """Say which articles are here by their text and which would come."""
    new = preview.new_documents
    here = [each.known for each in preview.documents if each.known is not None]
    facts: list[Fact] = []
    if here:
        facts.append(("tick", "Here already", len(here), f"Recognised by their text. {_named(here)}"))
    if new:
        facts.append(("plus", "New", len(new), f"They are added with the annotations. {_named(new)}"))
    return facts


def annotation_facts(preview: CorpusPreview) -> list[Fact]:
    """Say what of the annotations is new, changed, here or deleted here."""
    tally = preview.tally
    lines = (
        ("plus", "New", tally.get("annotation", 0), "They are added."),
        ("plus", "New excluded regions", tally.get("region", 0), "They are added with the state that the file gives."),
        (
            "redo",
            "Changed",
            tally.get("updated", 0),
            "They are here from an earlier import and become as in this file.",
        ),
        ("tick", "Here already", tally.get("already there", 0), "Nothing is done about them."),
        (
            "trash",
            "Deleted here",
            tally.get("left deleted", 0),
            "They were deleted after an earlier import and stay so.",
        ),
    )
    found: list[Fact] = [line for line in lines if line[2]]
    if preview.misplaced:
        number = len(preview.misplaced)
        found.append(("question", "Not where the file says", number, "Where their words belong is asked above."))
    return found or [("info", "None", 0, "There is no annotation in what was chosen.")]


def verb(preview: CorpusPreview | None) -> str:
    """Name what the button does."""
    if preview is None:
        return "Take in"
    number = preview.tally.get("annotation", 0)
    if preview.misplaced or not number:
        return "Take in what is shown"
    return f"Take in {words.counted(number, 'annotation')}"


def nothing_to_do(preview: CorpusPreview) -> bool:
    """Whether everything is here already."""
    brings = sum(preview.tally.get(word, 0) for word in ("annotation", "region", "updated"))
    return not brings and not preview.new_documents and not preview.misplaced


def taken_in(report: CorpusImportReport) -> str:
    """Say what came of it."""
    parts = [
        words.counted(number, noun)
        for number, noun in (
            (report.annotations, "annotation"), (report.regions, "excluded region"), (len(report.documents), "article"),
            (len(report.codes), "code"), (len(report.coders), "coder"),
        )
        if number
    ]  # fmt: skip
    return f"Took in {words.listed(parts)}." if parts else "Nothing new was in the file."


def taken_in_lines(report: CorpusImportReport) -> list[str]:
    """Say what else there is to know."""
    lines = [
        (report.updated, "changed since the last import"),
        (report.already_there, "here already"),
        (report.left_deleted, "deleted here since the last import and left so"),
        (report.moved, "put where their words stand"),
        (len(report.left_out), "left out, as you said"),
    ]
    return [f"{words.counted(number, 'annotation')} {said}." for number, said in lines if number]


def _named(documents: Sequence[Document]) -> str:
    names = [f"“{plain.cut(each.heading, longest=60)}”" for each in documents[:_MOST_NAMES]]
    others = len(documents) - len(names)
    return f"{', '.join(names)} and {words.counted(others, 'other')}." if others else f"{words.listed(names)}."
