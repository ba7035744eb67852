# SPDX-License-Identifier: MIT
"""What the pages beside coding share."""

from ui.conftest import Driver

from annotator.ui.pages.project_page import ProjectPage


def test_a_bar_on_top(driver: Driver) -> None:
    page = ProjectPage(driver.window._theme, driver.window.session, here="page_export")
    driver.bot.addWidget(page)
    page.begin()
    assert page.bar.tabs["page_export"].isChecked()
