# SPDX-License-Identifier: MIT
"""Everything the page shows, in one go; its share is told, and it ends where nobody waits for it."""

import pytest
from ui.measured import TRUST, asked, coder

from annotator.agreement.disagreement import passages_behind
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


def test_counts_are_those_of_the_lists() -> None:
    found = measure(asked(3), lambda _: None)
    passages = found.differences.passages
    for (code, pair), number in found.counts.of_pair.items():
        assert number == len(passages_behind(passages, code=code, coders=tuple(pair)))
    for (code, document), number in found.counts.of_article.items():
        assert number == len(passages_behind(passages, code=code, document=document))
    assert sum(found.counts.of_article.values()) == len(passages)
    ends = found.counts.ends[TRUST.id]
    assert (ends.matches, ends.start, ends.end) == (2, 1.0, 0.0)
