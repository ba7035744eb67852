# SPDX-License-Identifier: MIT
import pytest

from annotator.exchange.codings.foreign_positions import OffsetUnit
from annotator.exchange.codings.labelled_shapes import Label, labelled_text
from annotator.exchange.json_objects import Fault

TASK = {
    "data": {"text": "One two"},
    "annotations": [
        {"completed_by": {"email": "anna@x"}, "result": [
            {"type": "labels", "value": {"start": 0, "end": 3, "text": "One", "labels": ["A", "B"]}},
            {"type": "choices", "value": {"choices": ["x"]}},
        ]},
        {"completed_by": 7, "result": [{"value": {"start": 4, "end": 7, "hypertextlabels": ["A"]}}]},
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    "labels",
    [
        {"label": [[0, 3, "A"]]},
        {"labels": [[0, 3, "A"]]},
        {"entities": [{"id": 1, "start_offset": 0, "end_offset": 3, "label": "A"}], "relations": []},
        {"spans": [{"start": 0, "end": 3, "label": "A", "token_start": 0}]},
        {"ents": [{"start": 0, "end": 3, "label": "A"}]},
    ],
)
def test_shapes_of_labels(labels: dict[str, object]) -> None:
    assert labelled_text({"text": "One", **labels}, name="n", where="w").labels == [Label(0, 3, "A")]


def test_a_task_of_label_studio() -> None:
    found = labelled_text(TASK, name="n", where="w")
    assert (found.text, found.other) == ("One two", 1)
    assert list(found.labels) == [
        Label(0, 3, "A", "One", "anna@x"),
        Label(0, 3, "B", "One", "anna@x"),
        Label(4, 7, "A", coder="7"),
    ]


def test_what_is_beside_the_labels() -> None:
    found = labelled_text(
        {"text": "One", "label": ["sport"], "relations": [{}], "meta": {"document": "a.txt", "coder": "Li",
         "offset_unit": "utf-16-code-unit", "text_sha256": "0"}}, name="n", where="w",
    )  # fmt: skip
    assert (found.name, found.coder, found.other, found.unit, found.text_sha256) == (
        "a.txt",
        "Li",
        2,
        OffsetUnit.UTF_16,
        "0",
    )
    assert labelled_text({"text": "One", "title": "T"}, name="n", where="w").name == "T"


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"text": 3},
        {"data": {}},
        {"text": "x", "label": 3},
        {"text": "x", "label": [3]},
        {"text": "x", "label": [[0, 1]]},
        {"text": "x", "label": [[0, "1", "A"]]},
        {"text": "x", "label": [[0, 2**60, "A"]]},
        {"text": "x", "label": [[0, 1, " "]]},
        {"text": "x", "spans": [{"start": 0, "end": 1}]},
        {"data": {"text": "x"}, "annotations": [3]},
    ],
)
def test_what_is_no_shape_is_a_fault(value: dict[str, object]) -> None:
    with pytest.raises(Fault):
        labelled_text(value, name="n", where="w")
