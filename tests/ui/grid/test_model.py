# SPDX-License-Identifier: MIT
"""Sorting, filtering and editing in the model, without a window."""

from PySide6.QtCore import QPersistentModelIndex, Qt
from ui.grid.people import AGE, NAME, TOWN, People, Person, people

from annotator.ui.grid.model import CHOICES_ROLE, HEAVY_ROLE, QUIET_ROLE, SHAPE_ROLE, GridModel

Role = Qt.ItemDataRole


def made() -> GridModel[Person]:
    model = GridModel(People())
    model.show_rows(people())
    return model


def names(model: GridModel[Person]) -> list[str]:
    return [row.id for row in model.shown]


def test_rows_are_sorted_both_ways_and_what_is_held_follows() -> None:
    model = made()
    held = QPersistentModelIndex(model.index(model.place_of("3"), NAME))
    model.sort(AGE)
    assert names(model) == ["2", "1", "3"]
    model.sort(AGE, Qt.SortOrder.DescendingOrder)
    assert names(model) == ["3", "1", "2"]
    assert held.row() == 0
    model.sort(TOWN)
    assert names(model) == ["1", "2", "3"], "what has no value comes last"


def test_the_filter_wants_every_word() -> None:
    model = made()
    model.set_filter("TURIN ana")
    assert names(model) == ["2"]
    assert model.place_of("1") == -1
    model.set_filter("ana oslo")
    assert model.rowCount() == 0
    model.set_filter("")
    assert model.rowCount() == 3


def test_the_same_rows_with_other_words_stay_in_their_places() -> None:
    model, resets, changes = made(), [], []
    model.modelReset.connect(lambda: resets.append(1))
    model.dataChanged.connect(lambda *_: changes.append(1))
    model.sort(AGE)
    again = people()
    again[0].cells[AGE] = "1"
    model.show_rows(again)
    assert (len(resets), len(changes), names(model)) == (0, 1, ["2", "1", "3"])
    model.change_row(Person("2", ["New", "5", "Oslo"]))
    assert model.index(0, NAME).data() == "New"
    model.show_rows(again[:1])
    assert (len(resets), names(model), len(model.rows)) == (1, ["1"], 1)


def test_cells_say_words_manner_and_all_of_it_aloud() -> None:
    model = made()
    cell = model.index(model.place_of("2"), NAME)
    assert cell.data() == "Ana <b>Roth</b>"
    assert cell.data(Role.ToolTipRole) == "<p>Ana &lt;b&gt;Roth&lt;/b&gt;</p>"
    assert cell.data(Role.AccessibleTextRole).startswith("Ticked. Ana <b>Roth</b>")
    assert model.index(model.place_of("2"), TOWN).data(Role.AccessibleTextRole) == "Town: Turin"
    assert model.index(model.place_of("3"), TOWN).data(Role.AccessibleTextRole) == "Town: not set"
    assert model.index(0, AGE).data(Role.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.index(0, TOWN).data(SHAPE_ROLE) == ("finished", "text")
    assert model.index(0, TOWN).data(CHOICES_ROLE) == ("Oslo", "Turin")
    assert (cell.data(QUIET_ROLE), cell.data(HEAVY_ROLE)) == (False, False)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Age"
    assert model.headerData(1, Qt.Orientation.Vertical) is None


def test_a_value_with_a_fault_is_not_taken() -> None:
    model = made()
    cell = model.index(model.place_of("1"), NAME)
    assert cell.flags() & Qt.ItemFlag.ItemIsEditable
    assert not model.index(0, AGE).flags() & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(cell, "")
    assert model.setData(cell, "Zoë"), "the same value is no change"
    assert model.words.taken == []
    assert model.setData(cell, "Zoe")
    assert model.words.taken == [("1", NAME, "Zoe")]
