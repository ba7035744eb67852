# SPDX-License-Identifier: MIT
"""The form writes field by field, at once; another coder's annotation is words only."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from ui.docks.panels import Desk, Verbs
from ui.models.values import MISTRUST, OTHER, QUOTE, SPECULATION, annotation

from annotator.domain import Certainty
from annotator.ui.docks.annotation_form import AnnotationForm
from annotator.ui.theme.current import Theme

MINE = annotation(0, 9, attributes={"holder": "china"}, memo="why", certainty=Certainty.LOW)
THEIRS = annotation(4, 20, coder=OTHER, code=QUOTE, attributes={"speaker": "<b>Ana</b>"}, memo="m", ask_lead=True)


def make(theme: Theme, qtbot: QtBot) -> tuple[AnnotationForm, Verbs]:
    desk, verbs = Desk([MINE, THEIRS]), Verbs()
    form = AnnotationForm(theme, desk, verbs)
    qtbot.addWidget(form)
    form.setProperty("desk", desk)
    form.show_entry(MINE)
    form.show()
    return form, verbs


def test_everything_stored_is_shown(theme: Theme, qtbot: QtBot) -> None:
    form, verbs = make(theme, qtbot)
    assert form.code.value == MINE.code
    assert list(form.fields) == ["holder", "target"]
    assert form.fields["holder"].control.value == "china"
    assert (form.certainty.value, form.memo.text, form.ask_lead.isChecked()) == ("low", "why", False)
    assert verbs.asked == []


def test_each_control_writes(theme: Theme, qtbot: QtBot) -> None:
    form, verbs = make(theme, qtbot)
    QTest.keyClick(form.code, Qt.Key.Key_Down)
    QTest.keyClick(form.fields["target"].control, Qt.Key.Key_Down)
    QTest.mouseClick(form.certainty._buttons["high"], Qt.MouseButton.LeftButton)
    QTest.keyClicks(form.memo, "!")
    form.commit()
    form.ask_lead.click()
    form.remove.click()
    assert verbs.asked == [
        ("recode", MISTRUST.id),
        ("describe", MINE.id, {"attributes": {"target": "china"}}),
        ("describe", MINE.id, {"certainty": Certainty.HIGH}),
        ("describe", MINE.id, {"memo": "!why"}),
        ("describe", MINE.id, {"ask_lead": True}),
        ("delete",),
    ]


def test_another_code_has_other_fields(theme: Theme, qtbot: QtBot) -> None:
    form, _ = make(theme, qtbot)
    form.show_entry(annotation(0, 9, code=SPECULATION))
    assert form.fields == {}
    form.show_entry(annotation(0, 9, code=QUOTE))
    assert list(form.fields) == ["speaker", "affiliation", "mode"]


def test_what_is_typed_goes_to_the_annotation_it_was_typed_for(theme: Theme, qtbot: QtBot) -> None:
    form, verbs = make(theme, qtbot)
    QTest.keyClicks(form.memo, "x")
    form.show_entry(None)
    assert verbs.asked == [("describe", MINE.id, {"memo": "xwhy"})]


def test_another_coders_is_read_only_and_plain(theme: Theme, qtbot: QtBot) -> None:
    form, _ = make(theme, qtbot)
    form.show_entry(THEIRS)
    assert not form.take_focus()
    words = [label.text() for label in form._read.findChildren(QLabel)]
    assert "Trial coder 1 (machine-made)" in words
    assert "<b>Ana</b>" in words
    assert "asks the lead" in words
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in form.findChildren(QLabel))


def test_another_coders_attributes_stand_in_the_codebooks_order(theme: Theme, qtbot: QtBot) -> None:
    form, _ = make(theme, qtbot)
    values = {"affiliation": "a", "gone": "b", "mode": "direct", "speaker": "c"}
    form.show_entry(annotation(4, 20, coder=OTHER, code=QUOTE, attributes=values))
    labels = [label.text() for label in form._read.findChildren(QLabel)]
    places = [labels.index(value) for value in ("c", "a", "direct", "b")]
    assert places == sorted(places)
