# SPDX-License-Identifier: MIT
"""``pytest tests/safety --long`` runs the long form of the safety tests; every ordinary run has the short one."""

import pytest

SHORT_BATCHES = 1
LONG_BATCHES = 50


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", default=False, help="1,000 kills instead of 20")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give each batch of kills a number of its own, from which its random moments follow."""
    if "batch" in metafunc.fixturenames:
        long = metafunc.config.getoption("--long", default=False)
        metafunc.parametrize("batch", range(LONG_BATCHES if long else SHORT_BATCHES))
