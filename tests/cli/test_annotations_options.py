# SPDX-License-Identifier: MIT
from annotator.cli.annotations_options import FORMATS
from annotator.exchange.codings.corpus_kinds import CorpusKind
from annotator.exchange.codings.foreign_positions import OffsetUnit


def test_every_form_can_be_named() -> None:
    assert ("auto", *(each.value for each in CorpusKind)) == FORMATS


def test_units_are_called_what_readers_call_them() -> None:
    assert {each.value for each in OffsetUnit} == {"unicode-codepoint", "utf-16-code-unit"}
