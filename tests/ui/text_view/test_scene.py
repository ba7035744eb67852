# SPDX-License-Identifier: MIT
from collections.abc import Callable, Sequence

from annotator.domain import Span
from annotator.ui.text_view import ArticleView, CodeStyle, Mark, MarkKind
from annotator.ui.text_view.scene import SLAB_LINES
from annotator.ui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT

Show = Callable[[str, Sequence[Mark]], ArticleView]


def test_shapes_are_made_once_and_kept(show: Show, mark: Callable[..., Mark], prose: str) -> None:
    view = show(f"{prose}\n\n{prose}", [mark("a", 0, 30)])
    made = view.scene.made
    view.viewport().grab()
    assert view.scene.made == made


def test_a_change_makes_only_its_own_paragraph_anew(show: Show, mark: Callable[..., Mark]) -> None:
    view = show("one two three\n" * 8, [mark(f"m{n}", n * 14, n * 14 + 5) for n in range(8)])
    made = view.scene.made
    view.change_marks(added=[mark("new", 30, 36)])
    view.viewport().grab()
    assert view.scene.made == made + 1


def test_another_width_makes_all_anew(show: Show, mark: Callable[..., Mark], prose: str) -> None:
    view = show(prose, [mark("a", 0, 30)])
    made = view.scene.made
    view.parentWidget().resize(520, 600)
    view.viewport().grab()
    assert view.scene.made > made


def test_a_region_is_grey_and_called_excluded(show: Show, mark: Callable[..., Mark]) -> None:
    view = show("one two", [mark("out", 0, 3, "", kind=MarkKind.REGION)])
    region = view.scene.model.mark("out")
    assert region is not None
    style = view.scene.style(region)
    assert (style.name, style.colour) == ("Excluded", LIGHT.secondary)


def test_a_mark_of_an_unknown_code_is_drawn_and_says_so(show: Show, mark: Callable[..., Mark]) -> None:
    view = show("one two", [mark("odd", 0, 3, "gone")])
    odd = view.scene.model.mark("odd")
    assert odd is not None
    assert view.scene.style(odd).name == "Unknown code"
    assert view._painter.painted.bars == 1


def test_high_contrast_is_known_by_its_tokens(show: Show, styles: list[CodeStyle]) -> None:
    view = show("one two", [])
    assert not view.scene.is_high_contrast
    view.set_styles(styles, HIGH_CONTRAST)
    assert view.scene.is_high_contrast
    assert view.scene.metrics.thickness == 4
    view.set_styles(styles, DARK)
    assert view.scene.metrics.thickness == 3


def test_a_huge_paragraph_is_made_some_lines_at_a_time(show: Show, mark: Callable[..., Mark], prose: str) -> None:
    text = f"{prose} " * 60
    before = show("", []).scene.made
    view = show(text, [mark(f"m{n}", n * 90, n * 90 + 60) for n in range(len(text) // 90)])
    lines = view.document().begin().layout().lineCount()
    assert lines > 3 * SLAB_LINES
    assert view.scene.made == before + 1
    view.centre(Span.of(len(text) // 2, len(text) // 2 + 1))
    view.viewport().grab()
    assert view.scene.made <= before + 3
    assert view._painter.painted.bars > 10


def test_pieces_outside_the_block_are_none(show: Show, mark: Callable[..., Mark]) -> None:
    view = show("one\ntwo", [])
    assert view.scene.pieces(view.visible[0], Span.of(4, 7), top=0, bottom=999) == []
    assert len(view.scene.pieces(view.visible[1], Span.of(4, 7), top=0, bottom=999)) == 1
