# SPDX-License-Identifier: MIT
"""What is said of the check, apart from a window; the window's part is in test_file_check.py."""

from ui.conftest import Driver

from annotator.ui.check_report import COPY_DAMAGED, COPY_WAITS, CheckReport


def test_a_copy_is_refused_until_the_file_is_sound_and_for_good_once_it_is_damaged(driver: Driver) -> None:
    window, check = driver.window, driver.window.session.check
    report = CheckReport(
        window.session, window.status, window.banner, opener=window.open_elsewhere, ask_open=lambda: None
    )
    assert report.refusal_of_a_copy() is None
    check._is_sound = False
    refusal = report.refusal_of_a_copy()
    assert refusal is not None
    assert refusal.sentence == COPY_WAITS
    check._fault = "Text 12 is not the one that was stored."
    refusal = report.refusal_of_a_copy()
    assert refusal is not None
    assert refusal.sentence == COPY_DAMAGED
