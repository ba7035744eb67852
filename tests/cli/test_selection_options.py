# SPDX-License-Identifier: MIT
import click
import pytest

from annotator.cli.selection_options import asked_selection
from annotator.operations import AskedSelection


def test_pairs_are_parted_at_the_first_sign() -> None:
    given = {"attributes": ("speaker=Ada=Bo", "holder="), "fields": (" outlet =Times",), "words": "x"}
    assert asked_selection(given) == AskedSelection(
        attributes=(("speaker", "Ada=Bo"), ("holder", "")), fields=(("outlet", "Times"),), words="x"
    )


def test_a_word_alone_is_no_pair() -> None:
    with pytest.raises(click.UsageError):
        asked_selection({"attributes": ("speaker",), "fields": ()})
