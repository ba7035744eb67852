# SPDX-License-Identifier: MIT
"""The stored texts cut into stretches on which nothing changes: where to look for what a number counts.

Measures run on an axis from which excluded regions are cut out. What is to be shown must be found in
the text as it is stored: here positions are code points of the texts laid end to end, excluded
regions stay where they are and weigh nothing. The texts are cut wherever a span of any code, an
excluded region or a document begins or ends.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.axis import Axis, Gaps, Integers
from annotator.agreement.continua import distinct, gives_table
from annotator.agreement.data import DocumentCodings
from annotator.agreement.layers import common_cuts, coverage
from annotator.agreement.question import CHARACTER
from annotator.agreement.sweep import Placed, gather
from annotator.agreement.swept import refuse_repeated

Truths = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Stretches:
    """Stretch ``s`` reaches from ``starts[s]`` to ``ends[s]``, in document ``homes[s]``.

    ``weights`` are the characters of each stretch, 0 where it is excluded. ``offsets[d]`` is where
    document ``d`` begins. ``gives[code]`` has a line per document and a column per coder.
    ``spans[code]`` are the distinct spans of those who give a value there, sorted by coder, start and
    end, those wholly inside excluded regions gone; ``covered[code]`` has a row per coder and says of
    each stretch whether the coder's spans cover it. ``gaps`` closes positions over the regions.
    """

    documents: tuple[str, ...]
    coders: tuple[str, ...]
    starts: Integers
    ends: Integers
    homes: Integers
    weights: Integers
    offsets: Integers
    gaps: Gaps
    gives: Mapping[str, Truths]
    spans: Mapping[str, Placed]
    covered: Mapping[str, Truths]

    @classmethod
    def of(cls, documents: Sequence[DocumentCodings], *, coders: Sequence[str], codes: Sequence[str]) -> "Stretches":
        """Cut the texts.

        Raises ValueError for positions outside their document and for a repeated document, coder or code.
        """
        refuse_repeated([document.document for document in documents], what="document")
        refuse_repeated(coders, what="coder")
        refuse_repeated(codes, what="code")
        gaps = Axis.of(documents, unit=CHARACTER).gaps
        whole = Axis.of([replace(document, excluded=()) for document in documents], unit=CHARACTER)
        gathered = gather(documents, axis=whole, coders=coders, codes=codes)
        spans = {code: distinct(_remaining(placed, gaps=gaps)) for code, placed in gathered.items()}
        cuts = common_cuts(spans.values(), bounds=np.concatenate((whole.bounds, gaps.starts, gaps.ends)))
        starts, ends = cuts[:-1], cuts[1:]
        return cls(
            documents=tuple(document.document for document in documents),
            coders=tuple(coders),
            starts=starts,
            ends=ends,
            homes=np.searchsorted(whole.offsets, starts, side="right") - 1,
            weights=gaps.close(ends) - gaps.close(starts),
            offsets=whole.offsets,
            gaps=gaps,
            gives={code: gives_table(documents, coders=coders, code=code) for code in codes},
            spans=spans,
            covered={code: coverage(placed, coders=len(coders), cuts=cuts) for code, placed in spans.items()},
        )

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes, in the order in which they were asked for."""
        return tuple(self.spans)

    def pairs(self) -> list[tuple[int, int]]:
        """Give all pairs of coders by index."""
        return list(combinations(range(len(self.coders)), 2))

    def in_document(self, positions: Integers, *, homes: Integers) -> Integers:
        """Turn positions of the joined text into code points of their documents."""
        return positions - self.offsets[homes]


def _remaining(placed: Placed, *, gaps: Gaps) -> Placed:
    """Drop the spans of which nothing is left once excluded regions are cut out."""
    closed = gaps.close(placed.spans)
    left = closed[:, 0] < closed[:, 1]
    return Placed(spans=placed.spans[left], coders=placed.coders[left])
