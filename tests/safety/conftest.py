# SPDX-License-Identifier: MIT
"""``pytest tests/safety --long`` runs the long form of the safety tests; every ordinary run has the short one."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", default=False, help="the long form: 1,000 kills instead of 20")


@pytest.fixture
def kills(request: pytest.FixtureRequest) -> int:
    """How often the coding process is killed."""
    return 1000 if request.config.getoption("--long", default=False) else 20
