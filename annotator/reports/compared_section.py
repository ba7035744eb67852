# SPDX-License-Identifier: MIT
"""The first section: what was compared, by whom, counted how, in which state."""

from annotator.reports.number_words import count, listed
from annotator.reports.report_blocks import Block, Facts, Section, Tone, Words
from annotator.reports.report_source import ReportSource

_TOUCH = "A {unit} counts as coded as soon as a passage touches it."
_HALF = "A {unit} counts as coded where passages cover at least half of its remaining characters."
_WHY = {
    "character": (
        "The unit is the character (a Unicode code point): every character is one decision, coded or not, so "
        "long passages weigh more than short ones and an edge that is off by a few words costs little."
    ),
    "word": "The unit is the word: it tells edges apart almost as finely as characters do, and long words weigh as "
    "short.",
    "sentence": (
        "The unit is the sentence: what is asked is whether a code is present in it, not where its edges are, so "
        "figures are often higher than by character."
    ),
    "paragraph": (
        "The unit is the paragraph: what is asked is whether a code is present in it. Edges do not count, and a "
        "code that is missed once in a paragraph may be met elsewhere in it."
    ),
    "article": "The unit is the article: what is asked is only whether a code occurs in it at all.",
}  # fmt: skip
_REGIONS = {
    "none": "None was cut out, whatever was proposed.",
    "accepted": "Regions that the lead accepted as excluded are cut out, and the text closes up over them: {gone}.",
    "any": "Every region that was proposed or accepted is cut out, and the text closes up over it: {gone}.",
}


def compared_section(source: ReportSource) -> Section:
    """Tell what the figures are about."""
    rows = (
        ("Articles", articles(source)),
        ("Coders", listed([source.coder_name(coder) for coder in source.taking_part])),
        ("Unit", unit_in_words(source)),
        ("Excluded text", excluded_in_words(source)),
        ("Missing", missing_in_words(source)),
        ("Near-identical", groups_in_words(source)),
        ("Round", f"“{source.round}”. Other rounds do not enter."),
        ("State", state_in_words(source)),
    )
    blocks: list[Block] = [Facts(rows)]
    if not source.shared:
        blocks.append(Words("No article was finished by two of the coders yet, so there is no figure.", Tone.CAUTION))
    return Section("compared", "What is compared", tuple(blocks))


def articles(source: ReportSource) -> str:
    """Count the articles compared among all."""
    number, everything = len(source.shared), len(source.shared) + len(source.left_out)
    by = "both coders" if len(source.taking_part) == 2 else "at least two of the coders"
    return f"{number:,} of {count(everything, 'article')}, finished by {by}."


def unit_in_words(source: ReportSource) -> str:
    """Say what is counted, when it counts as coded, and why the choice changes the number."""
    words = [_WHY[source.unit]]
    if source.unit in ("word", "sentence", "paragraph"):
        rule = _HALF if source.figures.question.rule.value == "half" else _TOUCH
        words.append(rule.format(unit=source.unit))
        words.append(f"Edges of units by segmenter version {source.segmenter}.")
    words.append("Another unit gives another number: compare figures of the same unit only.")
    return " ".join(words)


def excluded_in_words(source: ReportSource) -> str:
    """Say which regions left the count, and how much text they hold."""
    gone = f"{count(source.excluded_characters, 'character')} of the articles compared"
    return _REGIONS[source.excluded].format(gone=gone)


def missing_in_words(source: ReportSource) -> str:
    """Say which articles are left out, and who did not finish how many."""
    words = []
    if source.left_out:
        names = listed([f"“{document.heading}”" for document in source.left_out])
        words.append(f"Left out, not finished by two of the coders: {names}.")
    behind = [f"{source.coder_name(coder)} {number:,}" for coder, number in source.missing.items() if number]
    if behind:
        words.append(f"Not finished, of all articles: {listed(behind)}.")
    if not words:
        return "Nothing: every article was finished by every coder."
    words.append(
        "An article that a coder did not finish gives no value; a finished one without a passage says “not here”."
    )
    return " ".join(words)


def groups_in_words(source: ReportSource) -> str:
    """Say which articles are drawn together."""
    shared = {document.id for document in source.shared}
    inside = [[each for each in group if each in shared] for group in source.groups]
    named = [listed([f"“{source.heading(each)}”" for each in group]) for group in inside if len(group) > 1]
    if not named:
        return "No two of the articles are versions of one text, so each is drawn by itself."
    return f"Versions of one text are drawn together, so that they count as one: {'; '.join(named)}."


def state_in_words(source: ReportSource) -> str:
    """Name the frozen state: how many changes, until when, and their hash."""
    found = source.snapshot
    until = f", the latest of {moment(found.latest)}" if found.latest else ""
    return f"{count(found.position, 'change')} in the project's journal{until}; SHA-256 {found.digest}."


def moment(iso: str) -> str:
    """Write a moment as date and minute in UTC: ``2026-03-14 09:26 UTC``."""
    return f"{iso[:10]} {iso[11:16]} UTC"
