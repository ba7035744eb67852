# SPDX-License-Identifier: MIT
"""The settings give a choice; each kind shows its own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.conftest import Driver

from annotator.counting.selection import Selection
from annotator.domain import CoderId
from annotator.operations import Basis, CountKind, Period, Relation
from annotator.operations.passage_offers import RetrievalOffers
from annotator.ui.counts.settings import CountSettings


@pytest.fixture
def settings(driver: Driver, qtbot: QtBot) -> CountSettings:
    made = CountSettings(driver.window._theme)
    qtbot.addWidget(made)
    offers = RetrievalOffers(("main", "two"), (), {"holder": ("both",), "target": ("both",), "tone": ()})
    made.offer(driver.window.session.overview, offers)
    made.show()
    return made


def press(settings: CountSettings, dot: object) -> None:
    QTest.keyClick(dot, Qt.Key.Key_Space)  # type: ignore[call-overload]  # a dot


def test_keys_choose_kind_and_basis_and_each_kind_has_its_own_settings(settings: CountSettings) -> None:
    told: list[bool] = []
    settings.changed.connect(lambda: told.append(True))
    shown = []
    for kind in CountKind:
        press(settings, settings.kinds[kind.value])
        assert settings.kind is kind
        shown.append([name for name, part in settings._own.items() if part.isVisible()])
    assert shown == [[kind] for kind in CountKind]
    press(settings, settings.bases["mean"])
    assert settings.choice(Selection()).basis is Basis.MEAN
    assert len(told) >= 5


def test_the_choice_holds_what_was_chosen(settings: CountSettings) -> None:
    settings.by["article"].click()
    settings.relations["inside"].click()
    settings.periods.show_value("year")
    settings.cross.setCurrentIndex(settings.cross.findText("Attribute: Tone"))
    choice = settings.choice(Selection(words="trust"))
    assert choice.by == ("article",)
    assert choice.relation is Relation.INSIDE
    assert choice.period is Period.YEAR
    assert choice.attribute == "tone"
    assert choice.selection == Selection(words="trust")
    assert choice.actors is not None
    assert (choice.actors.holder, choice.actors.target, choice.actors.speaker) == ("holder", "target", "")


def test_the_consensus_is_asked_for_as_a_layer_without_coders(settings: CountSettings) -> None:
    settings.bases["consensus"].click()
    assert settings.choice(Selection(coders=(CoderId("ana"),))).selection == Selection(consensus=True)
