# SPDX-License-Identifier: MIT
"""Random continua like the given ones: what disorder chance alone would show.

The "statistical" sampler, per coder, each document by itself. Each coder gets abs(int(Normal)) units,
the first coder at least one; then one after the other a gap from the end of the last unit ~ Normal, a
length ~ |Normal|, and a code by its relative frequency. Means and standard deviations (population) are
those of the document's coders together: of their numbers of units, of the lengths, and of the gaps, a
list of one 0, each coder's first position if it is above 0, and the distances from each unit's end to
the next one's start (negative where units overlap).
"""

from dataclasses import dataclass

import numpy as np

from annotator.agreement.gamma.continuum import Continuum, Integers, Numbers
from annotator.agreement.gamma.dissimilarity import places_in_runs


@dataclass(frozen=True, slots=True)
class Spread:
    """Mean and population standard deviation, one of each per document."""

    mean: Numbers
    deviation: Numbers

    @classmethod
    def of(cls, values: Numbers, *, homes: Integers, documents: int) -> "Spread":
        """Describe the values of each document; each has at least one."""
        counts = np.bincount(homes, minlength=documents)
        mean = np.bincount(homes, weights=values, minlength=documents) / counts
        squares = np.bincount(homes, weights=(values - mean[homes]) ** 2, minlength=documents) / counts
        return cls(mean, np.sqrt(squares))

    def drawn(self, homes: Integers, *, generator: np.random.Generator) -> Numbers:
        """Draw one normal number for each entry, by its document."""
        return generator.normal(self.mean[homes], self.deviation[homes])


@dataclass(frozen=True, slots=True)
class Sampler:
    """What random continua are drawn from; every document has at least one unit."""

    units: Continuum
    numbers: Spread
    gaps: Spread
    lengths: Spread

    @classmethod
    def of(cls, units: Continuum) -> "Sampler":
        """Read off the means and deviations; ValueError where a document has no unit."""
        counts = units.counts
        if not counts.sum(axis=1).all():
            raise ValueError("a document without units has nothing to be drawn from")
        documents = units.documents
        cells = np.repeat(np.arange(documents), units.team)
        gaps, homes = gaps_of(units)
        return cls(
            units=units,
            numbers=Spread.of(counts.ravel().astype(np.float64), homes=cells, documents=documents),
            gaps=Spread.of(gaps, homes=homes, documents=documents),
            lengths=Spread.of(units.lengths, homes=units.homes, documents=documents),
        )

    def sample(self, index: int, *, seed: int) -> Continuum:
        """Draw the random continuum of this index: the same one whatever else was drawn before."""
        generator = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(index,)))
        documents, team = self.units.documents, self.units.team
        cells = np.repeat(np.arange(documents), team)
        counts = np.abs(np.trunc(self.numbers.drawn(cells, generator=generator))).astype(np.int64)
        counts[::team] = np.maximum(counts[::team], 1)
        homes = np.repeat(cells, counts)
        gaps = self.gaps.drawn(homes, generator=generator)
        lengths = np.maximum(np.abs(self.lengths.drawn(homes, generator=generator)), np.finfo(np.float64).tiny)
        starts = laid_out(gaps, lengths=lengths, counts=counts)
        return Continuum(
            homes=homes,
            coders=np.repeat(np.tile(np.arange(team), documents), counts),
            starts=starts,
            ends=starts + lengths,
            kinds=self.kinds(homes, generator=generator),
            documents=documents,
            team=team,
        )

    def kinds(self, homes: Integers, *, generator: np.random.Generator) -> Integers:
        """Draw codes by their relative frequency: the code of any one of the document's units."""
        sizes = np.bincount(self.units.homes, minlength=self.units.documents)
        chosen = np.floor(generator.random(len(homes)) * sizes[homes]).astype(np.int64)
        return np.asarray(self.units.kinds[(np.cumsum(sizes) - sizes)[homes] + chosen])


def gaps_of(units: Continuum) -> tuple[Numbers, Integers]:
    """List the gaps of all documents and the document of each."""
    opens = np.diff(units.homes * units.team + units.coders, prepend=-1) != 0
    before = np.where(opens, 0, np.roll(units.ends, 1))
    gaps = units.starts - before
    counted = ~opens | (gaps > 0)
    gaps = np.append(gaps[counted], np.zeros(units.documents))
    return gaps, np.append(units.homes[counted], np.arange(units.documents))


def laid_out(gaps: Numbers, *, lengths: Numbers, counts: Integers) -> Numbers:
    """Give the starts of units laid one after the other, from 0 anew for each run of ``counts``."""
    reached = np.concatenate(([0.0], np.cumsum(gaps + lengths)))
    places = np.arange(len(gaps))
    return np.asarray(reached[places] - reached[places - places_in_runs(counts)] + gaps)
