# SPDX-License-Identifier: MIT
from annotator.domain import Span
from annotator.ui.text_view.marks import Mark, MarkKind
from annotator.ui.text_view.model import ArticleModel

TEXT = "The minister trusts her.\n\nShe said so.\nNobody asked."


def mark(mark_id: str, start: int, end: int, code: str = "a", **fields: object) -> Mark:
    return Mark(mark_id, Span.of(start, end), code, **fields)


def test_the_smallest_mark_at_a_position_comes_first_and_ties_go_by_lane() -> None:
    model = ArticleModel(
        TEXT, [mark("big", 0, 20), mark("one", 4, 12), mark("two", 4, 12, "b")], ranks={"b": 0, "a": 1}
    )
    assert [found.id for found in model.at(5)] == ["two", "one", "big"]
    assert model.at(12) == (model.mark("big"),)
    assert model.at(22) == ()


def test_marks_in_the_next_paragraph_are_found_there() -> None:
    model = ArticleModel(TEXT, [mark("across", 20, 30)])
    assert [found.id for found in model.at(28)] == ["across"]


def test_regions_are_found_but_have_no_lane() -> None:
    model = ArticleModel(TEXT, [mark("out", 0, 10, "", kind=MarkKind.REGION), mark("in", 0, 10)])
    assert [found.id for found in model.at(3)] == ["in", "out"]
    assert model.lanes.of(0) == {"in": 0}
    assert [found.id for found in model.regions_in(0)] == ["out"]
    assert [found.id for found in model.codes_in(0)] == ["in"]


def test_a_mark_whose_id_is_known_replaces_it() -> None:
    model = ArticleModel(TEXT, [mark("one", 0, 3)])
    model.change(added=[mark("one", 40, 45)])
    assert len(model) == 1
    assert model.at(1) == ()
    assert [found.id for found in model.at(41)] == ["one"]
    assert [found.id for found in model.in_order()] == ["one"]


def test_removing_what_is_not_there_is_nothing() -> None:
    model = ArticleModel(TEXT, [mark("one", 0, 3)])
    assert model.change(removed=["other"]).ranges == ()


def test_a_mark_may_become_a_region() -> None:
    model = ArticleModel(TEXT, [mark("one", 0, 3)])
    model.change(removed=["one"], added=[mark("one", 0, 3, "", kind=MarkKind.REGION)])
    assert model.lanes.of(0) == {}
    assert [found.id for found in model.regions_in(0)] == ["one"]


def test_neighbours_go_in_order_and_stop_at_the_ends() -> None:
    model = ArticleModel(TEXT, [mark("c", 30, 33), mark("a", 0, 20), mark("b", 0, 5)])

    def after(current: str, caret: int = 0, direction: int = 1) -> str:
        found = model.neighbour(current, caret=caret, direction=direction)
        return found.id if found else ""

    assert [after("a"), after("b"), after("c")] == ["b", "c", ""]
    assert [after("c", direction=-1), after("a", direction=-1)] == ["b", ""]
    assert after("", caret=0) == "a"
    assert after("", caret=6) == "c"
    assert after("", caret=31, direction=-1) == "c"
    assert after("", caret=0, direction=-1) == ""
    assert after("", caret=40) == ""


def test_another_order_of_codes_gives_other_lanes() -> None:
    model = ArticleModel(TEXT, [mark("one", 0, 5, "a"), mark("two", 0, 5, "b")], ranks={"a": 0, "b": 1})
    assert model.lanes.of(0) == {"one": 0, "two": 1}
    assert model.rank({"b": 0, "a": 1})
    assert model.lanes.of(0) == {"two": 0, "one": 1}
    assert not model.rank({"b": 0, "a": 1})


def test_a_twin_is_an_own_mark_of_the_same_code_on_the_same_words() -> None:
    one = mark("one", 0, 5)
    model = ArticleModel(TEXT, [one, mark("same", 4, 9), mark("else", 4, 9, "b"), mark("theirs", 5, 9, own=False)])
    assert model.twin(one, Span.of(4, 9)) == model.mark("same")
    assert model.twin(one, Span.of(5, 9)) is None
    assert model.twin(one, one.span) is None


def test_only_coding_of_others_makes_the_own_stand_out() -> None:
    region = Mark("region", Span.of(0, 3), "", kind=MarkKind.REGION, own=False)
    model = ArticleModel("Some words.", [mark("mine", 0, 4, "trust"), region])
    assert not model.has_others
    other = Mark("other", Span.of(5, 10), "trust", own=False)
    model.change(added=[other])
    assert model.has_others
    model.change(removed=["other"])
    assert not model.has_others
