# SPDX-License-Identifier: MIT
"""Matrix or table, one at a time, and the sentence where there is neither."""

import pytest
from pytestqt.qtbot import QtBot
from ui.counts.made import OF_TRUST, counts

from annotator.ui.counts.models import CountCell
from annotator.ui.counts.result import MATRIX, TABLE, CountResult
from annotator.ui.theme.current import Theme


@pytest.fixture
def result(theme: Theme, qtbot: QtBot) -> CountResult:
    made = CountResult(theme)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def test_the_matrix_comes_first_and_the_table_by_choice(result: CountResult) -> None:
    told: list[CountCell | None] = []
    result.chosen.connect(told.append)
    result.show_counts(counts(), {})
    assert (result.matrix.isVisible(), result.table.isVisible(), result.view.value) == (True, False, MATRIX)
    assert result.in_words.text() == "Ana: (not set), Trust: 1,204 passages"
    assert told[-1] is not None
    assert told[-1].selection == OF_TRUST
    assert "Every annotation counts." in result.caption.text()
    result.view._buttons[TABLE].click()
    assert (result.matrix.isVisible(), result.table.isVisible()) == (False, True)
    assert result.copied().startswith("Coder\t")
    assert not result.of.isVisible(), "one matrix is no choice"


def test_without_a_matrix_only_the_table_is_offered(result: CountResult) -> None:
    result.show_counts(counts(with_matrix=False), {})
    assert result.grid is result.table
    result.show_counts(counts(), {})
    result.show_nothing("There is nothing.", go="Go to coding")
    assert result.counts is None
    assert (result.nothing.isVisible(), result.go.isVisible(), result.grid.isVisible()) == (True, True, False)
