# SPDX-License-Identifier: MIT
"""Names of variables that every statistics program takes: SPSS (64 bytes), Stata (32 characters), R, a database.

A name is ASCII in snake_case, begins with a letter, has at most 32 characters and is no word of
theirs; case makes no difference, since SPSS and Stata differ over it.
"""

import re
from collections.abc import Collection, Iterable
from unicodedata import normalize

LONGEST_NAME = 32

# Each program's list as its manual gives it. SPSS refuses these; Stata's writers rename them unasked, the words of
# its matrix language among them; R reads them as values or as syntax.
_SPSS = "all and by eq ge gt le lt ne not or to with"
_STATA = (
    "aggregate array boolean break byte case catch class colvector complex const continue default delegate delete do "
    "double else eltypedef end enum explicit export external float for friend function global goto if in inline int "
    "local long null pragma protected quad rowvector short str strl typedef typename using virtual with"
)
_R = "break else false for function if in inf na nan next null repeat true while na_integer_ na_real_ na_character_"
_RESERVED = frozenset(f"{_SPSS} {_STATA} {_R}".split())
_STRING_TYPE = re.compile(r"str\d+")

_LETTERS = str.maketrans({
    "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŧ": "t",
})  # fmt: skip
"""Letters that have no accent to take off."""


def variable_names(
    wanted: Iterable[str], *, taken: Collection[str] = (), longest: int = LONGEST_NAME, fallback: str = "variable"
) -> tuple[str, ...]:
    """Give a name to each of these words, in their order: those that come out alike are numbered from 2 on.

    ``taken`` are names that stand already. A word without any letter or digit that ASCII has becomes
    ``fallback``, which also goes before a digit and before a word of a program's own. The same words give
    the same names anywhere.
    """
    used = {name.casefold() for name in taken}
    names = []
    for word in wanted:
        name = base = _name(word, longest=longest, fallback=fallback)
        number = 2
        while name in used:
            ending = f"_{number}"
            name = base[: longest - len(ending)].rstrip("_") + ending
            number += 1
        used.add(name)
        names.append(name)
    return tuple(names)


def is_variable_name(name: str) -> bool:
    """Whether every program takes this name as it is."""
    return variable_names([name]) == (name,)


def _name(word: str, *, longest: int, fallback: str) -> str:
    plain = normalize("NFKD", word.casefold().translate(_LETTERS)).casefold().encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    if not name:
        return fallback
    if name[0].isdigit() or name in _RESERVED or _STRING_TYPE.fullmatch(name):
        name = f"{fallback}_{name}"
    return name[:longest].rstrip("_")
