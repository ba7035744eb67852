# SPDX-License-Identifier: MIT
"""What a user chooses before statistics are written, and the sentences in which an export says what was chosen."""

from dataclasses import dataclass

from annotator.agreement.question import SENTENCE, UNITS, Rule
from annotator.counting.duplicates import Duplicates, duplicates_in_words
from annotator.domain import CompletionState, UsageError
from annotator.operations.corpus_choice import Layer

TABLES = (
    "annotations_long", "units_wide", "article_code", "articles", "coders", "completion", "codebook", "attributes",
    "attribute_values", "excluded_regions", "agreement", "consensus", "decisions", "accuracy",
)  # fmt: skip
"""The names of all tables, in the order in which they are written; ``units_wide`` stands for one per code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportChoice:
    """Which tables of what, and what is left out of them; the defaults leave out nothing that counts.

    ``tables`` are names of TABLES; ``codes``, ``coders`` and ``rounds`` names or identities; ``states`` of
    completion: annotations of a coder in an article leave only where it is in one of them. None of each
    means all. ``unit`` and ``rule`` cut and fill the tables of units. ``attributes`` are the names
    of those that must agree too, for two annotations to be ``duplicates``. ``pseudonyms`` leaves out
    every name, note, time and identity of a person. Raises UsageError for what does not exist.
    """

    tables: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    coders: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    layer: str = Layer.CODERS.value
    unit: str = SENTENCE
    rule: str = Rule.TOUCHED.value
    duplicates: str = Duplicates.ALL.value
    attributes: tuple[str, ...] = ()
    memos: bool = True
    pseudonyms: bool = False
    texts: bool = False

    def __post_init__(self) -> None:
        for word in self.tables:
            if word not in TABLES:
                raise UsageError(f"There is no table “{word[:80]}”. The tables are: {', '.join(TABLES)}.")
        _require(self.states, tuple(CompletionState), "A state of completion")
        _require((self.layer,), tuple(Layer), "A layer")
        _require((self.unit,), UNITS, "A unit")
        _require((self.rule,), tuple(Rule), "A rule")
        _require((self.duplicates,), tuple(Duplicates), "Duplicates: a passage counts once in a scope, which")

    def wants(self, table: str) -> bool:
        """Whether a table is among those chosen."""
        return not self.tables or table in self.tables


def policies(choice: ExportChoice, *, left_out: int, segmenter: str) -> dict[str, str]:
    """Say what was chosen, each choice under a short name, in the order in which a reader asks.

    ``left_out`` is how many annotations the policy on duplicates does not count.
    """
    said = {
        "codes": _listed(choice.codes, "all codes"),
        "coders": "named by pseudonyms" if choice.pseudonyms else _listed(choice.coders, "all coders"),
        "rounds": _listed(choice.rounds, "all rounds"),
        "states": _listed(choice.states, "whatever the state of completion"),
        "layer": _LAYERS[Layer(choice.layer)],
        "units": f"Tables of units count by {choice.unit} (segmenter {segmenter}), coded where {_RULES[choice.rule]}.",
        "excluded": "What lies wholly in an accepted excluded region is left out; what lies partly there counts.",
        "duplicates": duplicates_in_words(Duplicates(choice.duplicates), attributes=choice.attributes),
        "missing": "An empty cell is missing. 0 is only what a coder finished and could have marked and did not.",
    }
    if left_out:
        said["duplicates"] += f" Left out: {left_out:,}."
    if not choice.memos or choice.pseudonyms:
        said["memos"] = "Memos, notes and reasons are left out."
    if choice.pseudonyms:
        said["pseudonyms"] = (
            "Coders stand under pseudonyms. Names, notes, times, free words and identities that would tell who "
            "coded are left out; the key stays with the lead."
        )
    return said


_LAYERS = {
    Layer.CODERS: "The annotations of coders.",
    Layer.CONSENSUS: "What was settled between the coders, as if one coder had made it.",
    Layer.BOTH: "The annotations of coders and, apart from them by its layer, what was settled between them.",
}
_RULES = {Rule.TOUCHED.value: "touched", Rule.HALF.value: "at least half is covered"}


def _listed(words: tuple[str, ...], everything: str) -> str:
    return f"only {', '.join(words)}" if words else everything


def _require(words: tuple[str, ...], known: tuple[str, ...], what: str) -> None:
    for word in words:
        if word not in known:
            raise UsageError(f"{what} is one of {', '.join(known)}, not “{word[:80]}”.")
