# SPDX-License-Identifier: MIT
"""What is compared: choices, and what is said of them."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.measured import asked, by_machine, coder, document, measured

from annotator.domain import MAIN_ROUND, Round
from annotator.ui.pages.agreement_settings import AgreementSettings
from annotator.ui.theme.current import Theme


@pytest.fixture
def settings(theme: Theme, qtbot: QtBot) -> AgreementSettings:
    made = AgreementSettings(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def overview(number: int) -> SimpleNamespace:
    people = tuple(coder(place) for place in range(number))
    documents = (SimpleNamespace(finished_by=tuple(person.id for person in people[:2])),)
    return SimpleNamespace(coders=people, documents=documents, round=MAIN_ROUND)


def test_defaults_are_those_of_the_report(settings: AgreementSettings) -> None:
    choice = settings.choice
    assert (choice.unit, choice.rule, choice.exclude, choice.coders) == ("character", "touched", "accepted", ())
    assert (choice.round, choice.resamples, choice.level, choice.seed, choice.clusters) == (
        MAIN_ROUND, 10_000, 0.95, 1, True,
    )  # fmt: skip


def test_the_chosen_unit_is_explained_and_has_its_rule(settings: AgreementSettings, qtbot: QtBot) -> None:
    before = settings.units.explanation
    assert not settings.units.rules["half"].isVisible()
    with qtbot.waitSignal(settings.changed):
        QTest.keyClick(settings.units.dots["sentence"], Qt.Key.Key_Space)
    assert settings.choice.unit == "sentence"
    assert settings.units.explanation != before
    assert settings.units.rules["half"].isVisible()
    with qtbot.waitSignal(settings.changed):
        QTest.mouseClick(settings.units.rules["half"], Qt.MouseButton.LeftButton)
    assert settings.choice.rule == "half"
    QTest.keyClick(settings.units.dots["document"], Qt.Key.Key_Space)
    assert not settings.units.rules["half"].isVisible()


def test_coders_who_finished_something_are_ticked_at_first(settings: AgreementSettings, qtbot: QtBot) -> None:
    settings.show_coders(overview(3))
    assert settings.coders == (coder(0).id, coder(1).id)
    assert settings.boxes[coder(2).id].accessibleName() == "Haddad, 0 articles finished"
    with qtbot.waitSignal(settings.changed):
        QTest.mouseClick(settings.boxes[coder(2).id], Qt.MouseButton.LeftButton)
    settings.show_coders(overview(3))
    assert len(settings.coders) == 3, "a choice outlives a fresh list"


def test_articles_finished_are_those_of_the_round_that_is_asked_for(settings: AgreementSettings) -> None:
    settings.show_rounds((Round(MAIN_ROUND), Round("second")))
    settings.show_coders(overview(3))
    one, two, three = (coder(place).id for place in range(3))
    settings.know_finished({MAIN_ROUND: {one: 1, two: 1}, "second": {two: 4, three: 2}})
    settings.round.show_value("second")
    settings.round.activated.emit(1)
    names = [settings.boxes[each].accessibleName() for each in (one, two, three)]
    assert [name.rsplit(", ", 1)[1] for name in names] == [
        "0 articles finished", "4 articles finished", "2 articles finished",
    ]  # fmt: skip
    assert settings.finishers == {two, three}
    assert settings.coders == (one, two), "who is compared stays as it was"


def test_while_another_round_is_coded_those_of_the_asked_one_are_ticked(
    settings: AgreementSettings, qtbot: QtBot
) -> None:
    shown = overview(3)
    shown.round = "second"
    settings.show_coders(shown)
    one, _, three = (coder(place).id for place in range(3))
    assert settings.coders == ()
    with qtbot.waitSignal(settings.changed):
        settings.know_finished({MAIN_ROUND: {one: 1, three: 1}})
    assert settings.coders == (one, three)
    QTest.mouseClick(settings.boxes[one], Qt.MouseButton.LeftButton)
    settings.know_finished({MAIN_ROUND: {one: 1, three: 1}})
    assert settings.coders == (three,), "a choice of the reader's stays"


def test_one_round_is_no_choice(settings: AgreementSettings) -> None:
    assert not settings.round.isVisible()
    settings.show_rounds((Round(MAIN_ROUND), Round("second")))
    assert settings.round.isVisible()
    settings.round.show_value("second")
    settings.show_rounds((Round(MAIN_ROUND), Round("second")))
    assert settings.choice.round == "second"


def test_bootstrap_opens_and_says_what_is_set(settings: AgreementSettings, qtbot: QtBot) -> None:
    assert settings.draws.head.accessibleName() == "Bootstrap, 10,000 samples"
    assert not settings.bootstrap.isVisible()
    QTest.keyClick(settings.draws.head, Qt.Key.Key_Space)
    assert settings.bootstrap.isVisible()
    with qtbot.waitSignal(settings.changed):
        QTest.keyClick(settings.bootstrap.samples, Qt.Key.Key_Up)
    assert settings.choice.resamples == 1_000
    assert settings.draws.head.accessibleName() == "Bootstrap, 1,000 samples"


def test_the_seed_takes_whole_numbers_only(settings: AgreementSettings, qtbot: QtBot) -> None:
    QTest.keyClick(settings.draws.head, Qt.Key.Key_Space)
    seed = settings.bootstrap.seed
    seed.setFocus()
    seed.selectAll()
    QTest.keyClicks(seed, "x2y4")
    with qtbot.waitSignal(settings.changed):
        QTest.keyClick(seed, Qt.Key.Key_Return)
    assert settings.choice.seed == 24
    seed.selectAll()
    QTest.keyClick(seed, Qt.Key.Key_Delete)
    settings.bootstrap._take_seed()
    assert seed.text() == "24"


def test_numbers_and_what_is_left_out_are_said(settings: AgreementSettings) -> None:
    settings.show_answer(measured().answer)
    assert settings.units._counts["character"].text() == "600"
    assert settings.units._counts["document"].text() == "3"
    settings.units.forget_counts()
    assert settings.units._counts["character"].text() == ""


def test_near_identical_articles_are_named(settings: AgreementSettings) -> None:
    settings.bootstrap.show_groups([[document(0).heading, document(1).heading]])
    assert "Drawn as one: Article 0 and Article 1." in settings.bootstrap._groups.text()
    settings.bootstrap.show_groups([])
    assert "No near-identical" in settings.bootstrap._groups.text()
    assert by_machine(asked()).coders[0].machine_made
