# SPDX-License-Identifier: MIT
"""The left column: how far it is, which code, what is looked at in which order, and the list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from annotator.domain import Round
from annotator.merging.adjudication_order import QueueOrder
from annotator.merging.adjudication_queue import Queue
from annotator.merging.clusters import ClusterKind
from annotator.merging.decision_matching import ClusterState
from annotator.ui import plain, words
from annotator.ui.judging import kinds
from annotator.ui.judging.queue_list import QueueList
from annotator.ui.judging.wish import OPEN, Answer, Wish
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.expander import Expander
from annotator.ui.widgets.lane import lane_icon
from annotator.ui.widgets.surfaces import Surface, column, row, rule

_ORDERS = (
    (QueueOrder.WORST, "Worst article first"),
    (QueueOrder.TEXT, "As in the project"),
    (QueueOrder.KIND, "By kind"),
    (QueueOrder.CODE, "By code"),
    (QueueOrder.PAIR, "By pair of coders"),
)
_MOST_PAIRED = 10


class QueuePanel(Surface):
    """``wished`` when something else is to be listed. ``judging`` adds what only matters while one decides."""

    wished = Signal()

    def __init__(self, theme: Theme, *, title: str, judging: bool) -> None:
        super().__init__("panel")
        self._theme = theme
        self._judging = judging
        self.count = plain.label(ink="secondary")
        self.bar = QProgressBar()
        self.code = Choice(theme, name="Code")
        self.kind, self.coder = Choice(theme, name="Kind"), Choice(theme, name="Coders")
        self.document, self.state = Choice(theme, name="Article"), Choice(theme, name="State")
        self.order = Choice(theme, name="Order")
        self.round = Choice(theme, name="Round")
        self.list = QueueList(theme, name=title, judging=judging)
        self.empty = plain.label(ink="secondary", wrap=True)
        self._filters = QWidget()
        self.more = Expander(theme, "Filter and order", self._filters)
        self._lay_out(title)
        self._fill_fixed()
        for choice in self._choices:
            choice.activated.connect(lambda _: self._wish_changed())

    @property
    def _choices(self) -> tuple[Choice, ...]:
        return (self.code, self.kind, self.coder, self.document, self.state, self.order)

    def _lay_out(self, title: str) -> None:
        theme = self._theme
        px = theme.px
        head = plain.label(title)
        head.setFont(theme.font(Type.HEAD))
        self.count.setFont(theme.font(Type.META))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Decided")
        first = row(margins=(px(16), 0, px(16), 0))
        first.addWidget(head)
        first.addStretch(1)
        first.addWidget(self.count)
        head.setFixedHeight(px(40))
        upper = column(margins=(px(16), 0, px(16), px(8)), gap=px(8))
        upper.addWidget(self.bar)
        upper.addWidget(self.round)
        upper.addWidget(self.code)
        upper.addWidget(self.more)
        lines = column(self._filters, gap=px(6))
        for choice in (self.kind, self.coder, self.document, self.state, self.order):
            lines.addWidget(choice)
        for part in (self.round, *(() if self._judging else (self.state, self.bar))):
            part.hide()
        self.empty.setContentsMargins(px(16), px(16), px(16), px(16))
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.empty.hide()
        whole = column(self)
        whole.addLayout(first)
        whole.addLayout(upper)
        whole.addWidget(rule())
        whole.addWidget(self.empty, 1)
        whole.addWidget(self.list, 1)
        self.setMinimumWidth(px(240))

    def _fill_fixed(self) -> None:
        self.kind.addItem("All kinds", "")
        for kind, said in kinds.KIND_WORDS.items():
            if self._judging or kind not in (ClusterKind.NONE, kinds.ALONE):
                self.kind.addItem(said, str(kind))
        self.state.addItem("All states", "")
        self.state.addItem("Not decided yet", OPEN)
        for state in ClusterState:
            self.state.addItem(kinds.STATE_WORDS[state], state.value)
        for order, said in _ORDERS:
            self.order.addItem(said, order.value)

    def know_rounds(self, rounds: Sequence[Round], *, shown: str) -> None:
        """Offer the rounds, where there is more than one."""
        self.round.clear()
        for each in rounds:
            self.round.addItem(plain.cut(f"Round: {each.name}", longest=80), each.name)
        if shown:
            self.round.show_value(shown)
        self.round.setVisible(len(rounds) > 1)

    def know(self, queue: Queue) -> None:
        """Offer what there is to choose from; what is chosen stays if it is still there."""
        codes = [(code.id, words.sentence(code.name)) for code in queue.codes if not code.counts_as]
        self._offer(self.code, "All codes", [(str(code), said) for code, said in codes])
        for place, code in enumerate(code for code in queue.codes if not code.counts_as):
            icon = lane_icon(self._theme, pattern=code.pattern, colour=self._theme.code_colour(code))
            self.code.setItemIcon(place + 1, icon)
        self._offer(self.document, "All articles", [(str(e.document.id), e.document.heading) for e in queue.articles])
        self._offer(self.coder, "All coders", _people(queue))
        self.coder.setVisible(not queue.is_blind)
        self._tell_more()

    def _offer(self, choice: Choice, every: str, offered: Sequence[tuple[str, str]]) -> None:
        chosen = choice.value
        choice.blockSignals(True)
        choice.clear()
        choice.addItem(every, "")
        for value, said in offered:
            choice.addItem(plain.cut(said, longest=80), value)
        choice.setCurrentIndex(max(0, choice.findData(chosen)))
        choice.blockSignals(False)

    @property
    def wish(self) -> Wish:
        """What is asked for."""
        return Wish(
            code=self.code.value, kind=self.kind.value, coders=tuple(self.coder.value.split()),
            document=self.document.value, states=self.state.value,
            order=QueueOrder(self.order.value or QueueOrder.WORST), differing=not self._judging,
        )  # fmt: skip

    def ask(self, wish: Wish) -> None:
        """Set what is asked for, without telling anyone; what is not offered restricts nothing."""
        wanted = (
            (self.code, wish.code), (self.kind, wish.kind), (self.coder, " ".join(sorted(wish.coders))),
            (self.document, wish.document), (self.state, wish.states), (self.order, wish.order.value),
        )  # fmt: skip
        for choice, value in wanted:
            choice.blockSignals(True)
            choice.setCurrentIndex(max(0, choice.findData(value)))
            choice.blockSignals(False)
        self._tell_more()

    def show_answer(self, answer: Answer, *, nothing: str) -> None:
        """List the differences, and say how far it is; ``nothing`` is said where there are none."""
        progress, entries = answer.progress, answer.queue.entries
        if self._judging:
            self.count.setText(f"{progress.decided:,} of {progress.total:,} decided")
            self.bar.setRange(0, max(1, progress.total))
            self.bar.setValue(progress.decided)
        else:
            self.count.setText(words.counted(len(entries), "passage"))
        self.list.show_queue(answer.queue)
        self.list.setVisible(bool(entries))
        self.empty.setVisible(not entries)
        if not entries:
            self.empty.setText(nothing if self.is_wide else "Nothing here fits the filter. Choose another above.")

    @property
    def is_wide(self) -> bool:
        """Whether nothing restricts what is listed."""
        wish = self.wish
        return not (wish.code or wish.kind or wish.coders or wish.document or wish.states)

    def _wish_changed(self) -> None:
        self._tell_more()
        self.wished.emit()

    def _tell_more(self) -> None:
        """Say beside the heading what is set below it, where that is closed."""
        choices = (self.kind, self.coder, self.document, self.state)
        said = [choice.currentText() for choice in choices if choice.value]
        self.more.tell(", ".join(said) if said else self.order.currentText())


def _people(queue: Queue) -> list[tuple[str, str]]:
    """Give single coders and pairs of them; nobody where names are hidden."""
    if queue.is_blind:
        return []
    coders = sorted(queue.coders, key=lambda coder: coder.name)
    found = [(str(coder.id), words.coder_name(coder)) for coder in coders]
    if len(coders) <= _MOST_PAIRED:
        found += [
            (" ".join(sorted((one.id, two.id))), f"{words.coder_name(one)} and {words.coder_name(two)}")
            for place, one in enumerate(coders)
            for two in coders[place + 1 :]
        ]
    return found
