# SPDX-License-Identifier: MIT
"""The units that agreement is measured in: what each is called, and what it does to the number."""

from dataclasses import dataclass

from annotator.agreement.question import CHARACTER, DOCUMENT, PARAGRAPH, SENTENCE, TOKEN


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its name in the figures, what it is called, one and many of it, and what it does to the number."""

    name: str
    title: str
    one: str
    explanation: str


UNITS = (
    Unit(CHARACTER, "Character", "character",
         "Each character counts once, so long passages weigh most, and every shift of an end costs a little."),
    Unit(TOKEN, "Word", "word",
         "Each word counts once. Ends that differ inside a word no longer count; long passages still weigh most."),
    Unit(SENTENCE, "Sentence", "sentence",
         "Each sentence counts once. Ends that differ inside a sentence no longer count, so the figure mostly rises."),
    Unit(PARAGRAPH, "Paragraph", "paragraph",
         "Each paragraph counts once: did both find the code there? Where and how often in it no longer counts."),
    Unit(DOCUMENT, "Article", "article",
         "Each article counts once: does it hold the code at all? So few units leave wide intervals."),
)  # fmt: skip
UNIT_BY_NAME = {unit.name: unit for unit in UNITS}
