# SPDX-License-Identifier: MIT
"""What is computed only when somebody asks for it: an article's units, coefficients that take long, second passes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.agreement.catalogue import Family
from annotator.domain import KnownError
from annotator.operations import Wanted, compute_retest, gather_retest, measure_by_name
from annotator.ui.models.agreement import ALPHA
from annotator.ui.models.agreement_measured import Measured
from annotator.ui.models.agreement_selection import Selection
from annotator.ui.models.agreement_units import diagnosed
from annotator.ui.pages.agreement_cards.advanced import ON_DEMAND, AdvancedCard, names_of
from annotator.ui.pages.agreement_cards.retest import RetestCard
from annotator.ui.pages.agreement_cards.units import UnitsCard
from annotator.ui.pages.agreement_measuring import Measuring

if TYPE_CHECKING:
    from annotator.agreement.diagnosis import UnitDiagnosis
    from annotator.agreement.result import Result
    from annotator.operations import RetestInput
    from annotator.ui.session import Session

_WITHOUT_INTERVALS = (Family.GAMMA, Family.SEMEVAL)
Progress = Callable[[float], None]


class OnDemand(QObject):
    """``refused(error)`` passes on what could not be computed."""

    refused = Signal(object)

    def __init__(
        self, session: "Session", measuring: Measuring, *, units: UnitsCard, advanced: AdvancedCard, retest: RetestCard
    ) -> None:
        super().__init__(measuring)
        self._session = session
        self._measuring = measuring
        self._units = units
        self._advanced = advanced
        self._retest = retest
        self._asked = 0
        self._waiting: list[Family] = []
        self._measured: Measured | None = None
        self._selection = Selection()
        units.wanted.connect(self._diagnose)
        advanced.wanted.connect(self._ask)
        retest.wanted.connect(self._compare_passes)
        measuring.called_off.connect(self._forget)

    def follow(self, measured: Measured, selection: Selection) -> None:
        """Take what is shown and selected now; what was asked of other figures is not computed any more."""
        if measured is not self._measured:
            self._forget()
        self._measured, self._selection = measured, selection

    def _forget(self) -> None:
        self._waiting = []

    def _diagnose(self) -> None:
        measured, code = self._measured, self._selection.code
        if measured is None or not self._units.is_open:
            return
        self._asked += 1
        asked, document = self._asked, self._units.article.value
        everything = self._units.everything.isChecked()

        def show(found: "list[UnitDiagnosis]") -> None:
            if asked == self._asked:
                self._units.show_units(found, measured=measured)

        self._session.jobs.compute(
            lambda: diagnosed(measured, document=document, code=code, everything=everything),
            done=show,
            failed=self.refused.emit,
        )

    def _compare_passes(self, second: str) -> None:
        """Compare what each coder did in the round that is shown with another one."""
        measured = self._measured
        if measured is None:
            return
        wanted = Wanted(measures=(ALPHA,))

        def gathered(found: "RetestInput") -> None:
            if measured is self._measured:
                # One computation at a time: what waits behind another would never have its turn.
                self._forget()
                self._measuring.compute(
                    lambda report: compute_retest(found, wanted=wanted, progress=report),
                    words="Comparing each coder with herself",
                    done=lambda passes: self._retest.take(passes, second=second, measured=measured),
                    failed=self.refused.emit,
                )

        self._session.read(
            lambda project: gather_retest(project, choice=measured.asked.choice, second=second),
            done=gathered,
            failed=self.refused.emit,
        )

    def _ask(self, family: Family) -> None:
        """Compute one family after the other, in the order in which they were asked for."""
        if family not in self._waiting:
            self._waiting.append(family)
            if len(self._waiting) == 1:
                self._compute(family)

    def _took(self, family: Family, found: "tuple[Result, ...]", measured: Measured) -> None:
        self._advanced.take(family, found, measured=measured)
        self._go_on()

    def _refused(self, error: KnownError) -> None:
        self.refused.emit(error)
        self._go_on()

    def _go_on(self) -> None:
        self._waiting = self._waiting[1:]
        if self._waiting:
            self._compute(self._waiting[0])

    def _compute(self, family: Family) -> None:
        measured = self._measured
        if measured is None:
            return
        intervals = "none" if family in _WITHOUT_INTERVALS else "documents"
        wanted = Wanted(measures=names_of(family), intervals=intervals)

        def work(report: Progress) -> "tuple[Result, ...]":
            return measure_by_name(measured.asked, wanted=wanted, progress=report)

        self._measuring.compute(
            work,
            words=f"Computing {dict(ON_DEMAND)[family].partition(';')[0].lower()}",
            done=lambda found: self._took(family, found, measured),
            failed=self._refused,
        )
