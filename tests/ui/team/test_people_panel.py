# SPDX-License-Identifier: MIT
"""People are added, renamed and united by keys; each change is in the file."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.conftest import Driver
from ui.teams import Team, settled, team_page

from annotator import operations


def test_add_rename_unite(open_window: object, team: Team) -> None:
    driver: Driver = open_window(team.path)
    page = team_page(driver)
    people = page.people
    QTest.keyClicks(people.name.field, "Berg")
    QTest.keyClick(people.name.field, Qt.Key.Key_Return)
    settled(driver)
    assert [line.title for line in people.list.rows.lines] == ["Berg", "Haddad", "Mara Lindqvist", "Novak"]
    assert people.list.rows.lines[2].aside == "Lead"
    people.list.choose(team.haddad.id)
    people.list.setFocus()
    driver.key(Qt.Key.Key_F2, at=people.list)
    assert (people.name.field.text(), people.name.button.text()) == ("Haddad", "Rename")
    QTest.keyClicks(people.name.field, "Dr. Haddad")
    QTest.keyClick(people.name.field, Qt.Key.Key_Return)
    settled(driver)
    assert "Dr. Haddad" in [line.title for line in people.list.rows.lines]
    assert people.name.button.text() == "Add"
    people.list.take_focus()
    people._choose(people.list.key)
    driver.click(people.same)
    people.other.show_value(team.novak.id)
    people.other.activated.emit(people.other.currentIndex())
    settled(driver)
    assert people.effect.text() == "0 annotations of Dr. Haddad will count as Novak’s. It can be taken back."
    driver.click(people.unite)
    settled(driver)
    assert [line.title for line in people.list.rows.lines] == ["Berg", "Mara Lindqvist", "Novak"]
    project = operations.open_project(driver.close())
    assert [each.source_name for each in operations.mappings(project)] == ["Dr. Haddad"]
    operations.close_project(project)


def test_esc_gives_a_renaming_up(open_window: object, team: Team) -> None:
    driver: Driver = open_window(team.path)
    people = team_page(driver).people
    people.list.choose(team.novak.id)
    driver.key(Qt.Key.Key_Return, at=people.list)
    assert people.name.button.text() == "Rename"
    driver.key(Qt.Key.Key_Escape, at=people.name.field)
    assert (people.name.button.text(), people.name.field.text()) == ("Add", "")
    assert people.list.hasFocus()


def test_a_name_that_is_there_is_refused_in_words(open_window: object, team: Team) -> None:
    driver: Driver = open_window(team.path)
    people = team_page(driver).people
    QTest.keyClicks(people.name.field, "novak")
    driver.click(people.name.button)
    settled(driver)
    assert "There is already a coder called “novak”" in driver.window.banner.sentence
    assert not people.same.isEnabled() or people.list.key
