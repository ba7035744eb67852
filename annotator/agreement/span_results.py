# SPDX-License-Identifier: MIT
"""What results about spans have in common: who and what is compared, and the words for what is not there.

Offsets are in characters, so the unit of such a result is the character and ``n`` counts the
characters compared, whatever unit the question names for other measures.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.continua import Continua
from annotator.agreement.data import DocumentCodings
from annotator.agreement.participants import shared_documents, taking_part
from annotator.agreement.question import CHARACTER, Question
from annotator.agreement.reasons import Base, reason_for, shared_articles
from annotator.agreement.result import Result, Status
from annotator.agreement.swept import refuse_repeated


@dataclass(frozen=True, slots=True)
class SpanGroup:
    """The documents that two or more of the chosen coders finished, laid on one axis.

    ``continua.coders`` are the chosen who take part in at least one of them, all chosen where there
    is none; ``offered`` counts the documents handed over.
    """

    documents: tuple[DocumentCodings, ...]
    offered: int
    continua: Continua

    @classmethod
    def of(cls, documents: Sequence[DocumentCodings], question: Question) -> "SpanGroup":
        """Lay out what the question asks about.

        Raises ValueError for positions outside their document and for a repeated document, coder or code.
        """
        refuse_repeated([document.document for document in documents], what="document")
        refuse_repeated(question.coders, what="coder")
        refuse_repeated(question.codes, what="code")
        shared = shared_documents(documents, coders=question.coders)
        coders = taking_part(shared, coders=question.coders)
        continua = Continua.of(shared, coders=coders, codes=question.codes)
        return cls(documents=shared, offered=len(documents), continua=continua)

    def counting(self, code: str | None) -> NDArray[np.bool_]:
        """Say which documents count for the code; for None, which count for any code."""
        gives = self.continua.gives
        tables = gives.values() if code is None else [gives[code]]
        counts = np.zeros(len(self.documents), dtype=bool)
        for table in tables:
            counts |= table.sum(axis=1) >= 2
        return counts

    def defined(
        self, measure: str, *, code: str | None, value: float, remark: str, settings: Mapping[str, object]
    ) -> Result:
        """Give a value."""
        return self._result(measure, code=code, value=value, status=Status.OK, reason=remark, settings=settings)

    def undefined(self, measure: str, *, code: str | None, settings: Mapping[str, object]) -> Result:
        """Say that there is no value since nobody used the code where it counts, or it counts nowhere."""
        status, reason = self._lacking(code)
        return self._result(measure, code=code, value=None, status=status, reason=reason, settings=settings)

    def without(
        self, measure: str, *, code: str | None, status: Status, what: str, settings: Mapping[str, object]
    ) -> Result:
        """Say in the caller's words why there is no value."""
        reason = f"undefined ({what})"
        return self._result(measure, code=code, value=None, status=status, reason=reason, settings=settings)

    def _lacking(self, code: str | None) -> tuple[Status, str]:
        counting = int(self.counting(code).sum())
        if not self.documents:
            status = Status.NO_SHARED_DOCUMENTS
        elif not counting:
            status = Status.CODE_NOT_IN_REVISION
        else:
            status = Status.NO_VARIATION
        if code is not None or status is Status.NO_SHARED_DOCUMENTS:
            return status, reason_for(status, base=self._base(counting))
        if status is Status.NO_VARIATION:
            return status, f"undefined (no variation: nobody used any of the codes in {shared_articles(counting)})"
        where = shared_articles(len(self.documents))
        return status, f"undefined (code not in revision: no code stood in the codebook of two coders of {where})"

    def _base(self, counting: int) -> Base:
        return Base(
            unit=CHARACTER,
            coders=len(self.continua.coders),
            offered=self.offered,
            shared=len(self.documents),
            counting=counting,
            units=0,
            values=0,
            coded=0,
        )

    def _result(
        self,
        measure: str,
        *,
        code: str | None,
        value: float | None,
        status: Status,
        reason: str,
        settings: Mapping[str, object],
    ) -> Result:
        counts = self.counting(code)
        return Result(
            measure=measure,
            code=code,
            unit=CHARACTER,
            coders=self.continua.coders,
            documents=tuple(document.document for document in compress(self.documents, counts.tolist())),
            n=int(self.continua.lengths[counts].sum()),
            value=value,
            status=status,
            reason=reason,
            settings=settings,
        )
