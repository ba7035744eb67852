# SPDX-License-Identifier: MIT
"""Which attributes name the actors of a statement, which codes speak for or against: chosen, or proposed by name."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from annotator.domain import Annotation, Codebook, CodeId
from annotator.domain.codebook import is_number

_NOTHING: Mapping[CodeId, int] = MappingProxyType({})
_USUAL = MappingProxyType({
    "speaker": ("speaker", "person", "actor", "source", "claimant", "organization", "organisation"),
    "holder": ("holder", "truster", "subject", "from"),
    "target": ("target", "trustee", "addressee", "object", "about", "to"),
})  # fmt: skip
_AGAINST = ("mis", "dis", "non", "anti", "no_", "not_")
_SEPARATOR = re.compile(r"\s*;\s*")


@dataclass(frozen=True, slots=True)
class Actors:
    """The names of the attributes that say who speaks, who holds what is said, and about whom; "" for none.

    ``sign`` is an attribute of yes and no or a number; where it is "", ``signs`` gives the sign of a code.
    """

    speaker: str = ""
    holder: str = ""
    target: str = ""
    sign: str = ""
    signs: Mapping[CodeId, int] = field(default_factory=lambda: _NOTHING)

    @property
    def names(self) -> tuple[str, ...]:
        """The attributes that are used."""
        return tuple(each for each in (self.speaker, self.holder, self.target, self.sign) if each)

    def sources(self, annotation: Annotation) -> tuple[str, ...]:
        """Give those from whom a tie goes out: who holds what is said, else who says it."""
        return said(annotation, self.holder) or said(annotation, self.speaker)

    def targets(self, annotation: Annotation) -> tuple[str, ...]:
        """Give those whom it is about."""
        return said(annotation, self.target)

    def sign_of(self, annotation: Annotation) -> int | float | None:
        """Give 1, -1 or the number that was said; None where nothing says."""
        if not self.sign:
            return self.signs.get(annotation.code)
        value = annotation.attributes.get(self.sign, "")
        if value in ("yes", "no"):
            return 1 if value == "yes" else -1
        number = float(value) if is_number(value) else math.inf
        return number if math.isfinite(number) else None


def said(annotation: Annotation, name: str) -> tuple[str, ...]:
    """Give the actors that an attribute names: several are parted by semicolons, each is taken once."""
    words = _SEPARATOR.split(annotation.attributes.get(name, "").strip()) if name else ()
    return tuple(dict.fromkeys(word for word in words if word))


def proposed_actors(codebook: Codebook) -> Actors:
    """Propose by name: ``speaker``, ``holder``, ``target`` and their like; a code against another by its prefix.

    ``mistrust`` beside ``trust`` is -1 and ``trust`` 1; a code without such a fellow has no sign.
    """
    names = tuple(dict.fromkeys(attribute.name for code in codebook.codes for attribute in code.attributes))
    by_role = {role: _first(names, words) for role, words in _USUAL.items()}
    return Actors(**by_role, signs=dict(_signs(codebook)))


def _first(names: Iterable[str], words: tuple[str, ...]) -> str:
    folded = {name.casefold(): name for name in names}
    return next((folded[word] for word in words if word in folded), "")


def _signs(codebook: Codebook) -> Iterator[tuple[CodeId, int]]:
    by_word = {code.short_name.casefold(): code.id for code in codebook.codes}
    for word, code in by_word.items():
        for prefix in _AGAINST:
            fellow = by_word.get(word.removeprefix(prefix)) if word.startswith(prefix) else None
            if fellow is not None:
                yield fellow, 1
                yield code, -1
