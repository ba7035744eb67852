# SPDX-License-Identifier: MIT
"""Everything the page shows, in one go; its share is told, and it ends where nobody waits for it."""

import pytest
from ui.measured import TRUST, asked, coder

from annotator.ui.models.agreement_measured import measure


def test_names_and_parts() -> None:
    found = measure(asked(3), lambda _: None)
    assert found.coders == tuple(coder(place).id for place in range(3))
    assert found.name_of(coder(1).id) == "Okafor"
    assert found.name_of("x") == "unknown coder"
    assert found.code(TRUST.id) == TRUST
    assert found.code("x") is None
    assert "Krippendorff" in found.methods
    assert found.differences.passages
    assert found.confusion.codes


def test_the_share_grows_to_the_end() -> None:
    shares: list[float] = []
    measure(asked(2), shares.append)
    assert shares == sorted(shares)
    assert shares[0] > 0
    assert shares[-1] <= 1


def test_what_the_report_raises_ends_it() -> None:
    class Enough(Exception):
        pass

    def stop(_share: float) -> None:
        raise Enough

    with pytest.raises(Enough):
        measure(asked(2), stop)
