# SPDX-License-Identifier: MIT
"""The two pages are made once, with one set of filters."""

from ui.conftest import Driver


def test_they_are_made_once_and_want_the_same(driver: Driver) -> None:
    pages = driver.window.pages
    assert pages is not None
    quotes, counts = (pages._counting.page(name) for name in ("page_quotes", "page_counts"))
    assert quotes.wanted is counts.wanted  # type: ignore[attr-defined]  # both have it
    assert pages._counting.page("page_quotes") is quotes
