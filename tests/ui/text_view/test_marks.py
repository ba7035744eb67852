# SPDX-License-Identifier: MIT
from annotator.domain import Span
from annotator.ui.text_view.marks import Mark, MarkKind


def test_a_region_is_no_annotation() -> None:
    assert Mark("a", Span.of(0, 1), "", MarkKind.REGION).is_region
    assert not Mark("a", Span.of(0, 1), "trust").is_region
