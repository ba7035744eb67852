# SPDX-License-Identifier: MIT
"""The right column shows the codebook or the annotations below the inspector."""

from PySide6.QtCore import Qt
from ui.conftest import Driver

from annotator.ui.docks.right_column import ANNOTATIONS, CODEBOOK


def test_one_of_two(driver: Driver) -> None:
    right = driver.page.right
    assert right.codebook.isVisible()
    driver.click(right.choice._buttons[ANNOTATIONS])
    assert right.annotations.isVisible()
    right.show_panel(CODEBOOK)
    assert right.codebook.isVisible()


def test_a_key_leads_to_the_list(driver: Driver) -> None:
    driver.code("The council", "1")
    driver.key(Qt.Key.Key_F7)
    assert driver.page.right.annotations.isVisible()
    assert driver.page.right.choice.value == ANNOTATIONS
