# SPDX-License-Identifier: MIT
"""The definition of a code with what counts, what does not, and its examples, as one readable text; and back.

Programs whose codes have one description show it whole; what we wrote is taken apart again.
"""

import re
from dataclasses import dataclass

from annotator.domain import Code

COUNTS, DOES_NOT, EXAMPLE = "Counts", "Does not count", "Example"
_PART = re.compile(rf"(?:\A|\n\n)({COUNTS}|{DOES_NOT}|{EXAMPLE}): ")


@dataclass(frozen=True, slots=True)
class CodeWords:
    """The texts of a code."""

    definition: str = ""
    counts: str = ""
    does_not: str = ""
    examples: tuple[str, ...] = ()


def described(code: Code) -> str:
    """Give the texts of a code as one: the definition, then one paragraph each for what else there is."""
    parts = [code.definition] if code.definition else []
    parts += [f"{COUNTS}: {code.counts}"] if code.counts else []
    parts += [f"{DOES_NOT}: {code.does_not}"] if code.does_not else []
    parts += [f"{EXAMPLE}: {example}" for example in code.examples]
    return "\n\n".join(parts)


def taken_apart(text: str) -> CodeWords:
    """Take a description apart where it is one of ours; any other text is the definition, whole."""
    definition, *rest = _PART.split(text)
    found: dict[str, list[str]] = {COUNTS: [], DOES_NOT: [], EXAMPLE: []}
    for name, words in zip(rest[::2], rest[1::2], strict=True):
        found[name].append(words)
    if len(found[COUNTS]) > 1 or len(found[DOES_NOT]) > 1:
        return CodeWords(definition=text)
    return CodeWords(definition, "".join(found[COUNTS]), "".join(found[DOES_NOT]), tuple(found[EXAMPLE]))
