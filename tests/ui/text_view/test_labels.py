# SPDX-License-Identifier: MIT
from itertools import pairwise

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from annotator.domain import Span
from annotator.ui.text_view.brackets import LabelRow
from annotator.ui.text_view.labels import Columns, Label, LabelKind, labels_for
from annotator.ui.text_view.marks import Mark


@pytest.fixture
def measures(qtbot: QtBot) -> QFontMetrics:
    font = QFont()
    font.setPixelSize(12)
    return QFontMetrics(font)


def laid(
    measures: QFontMetrics, count: int, *, width: int = 130, names: bool = True, asks: bool = False, hidden: int = 0
) -> list[Label]:
    marks = tuple(Mark(f"m{number}", Span.of(number, number + 5), "c", asks_lead=asks) for number in range(count))
    columns = Columns(24, width, measures, names=names)
    return labels_for(LabelRow(50, marks, hidden), name_of=lambda mark: "Trust", columns=columns)


def test_the_first_keeps_its_name_the_rest_are_dots(measures: QFontMetrics) -> None:
    labels = laid(measures, 3)
    assert [label.kind for label in labels] == [LabelKind.NAME, LabelKind.DOT, LabelKind.DOT]
    assert [label.mark_id for label in labels] == ["m0", "m1", "m2"]


def test_what_finds_no_room_is_counted_and_nothing_is_dropped(measures: QFontMetrics) -> None:
    for width in (70, 100, 130, 200):
        for count in range(1, 12):
            labels = laid(measures, count, width=width, hidden=count % 3)
            shown = sum(label.kind in (LabelKind.NAME, LabelKind.DOT) for label in labels)
            counted = sum(int(label.words) for label in labels if label.kind is LabelKind.COUNT)
            assert shown + counted == count + count % 3


def test_labels_do_not_overlap_and_stay_within_the_margin(measures: QFontMetrics) -> None:
    labels = laid(measures, 8, asks=True)
    for left, right in pairwise(labels):
        assert left.box.right() < right.box.left()
    assert labels[-1].box.right() <= 130


def test_the_lead_s_question_stands_beside_its_label(measures: QFontMetrics) -> None:
    name, question = laid(measures, 1, asks=True)
    assert (name.kind, question.kind, question.mark_id) == (LabelKind.NAME, LabelKind.QUESTION, "m0")


def test_where_names_have_no_room_all_are_dots(measures: QFontMetrics) -> None:
    assert [label.kind for label in laid(measures, 2, names=False)] == [LabelKind.DOT, LabelKind.DOT]


def test_hidden_ones_alone_are_a_number(measures: QFontMetrics) -> None:
    (label,) = laid(measures, 0, hidden=4)
    assert (label.words, label.mark_id) == ("+4", "")


def test_boxes_are_centred_on_their_line(measures: QFontMetrics) -> None:
    assert all(abs(label.box.center().y() - 50) <= 1 for label in laid(measures, 3, asks=True))
