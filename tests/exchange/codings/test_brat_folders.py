# SPDX-License-Identifier: MIT
import pytest

from annotator.exchange.codings.brat_folders import BratFolders
from annotator.exchange.codings.corpus_header import Sidecar


@pytest.mark.parametrize(
    ("members", "as_coders", "coders"),
    [
        (("a.ann", "a.txt"), None, ["whole"]),
        (("anna/a.ann", "anna/a.txt"), None, ["anna"]),
        (("anna/a.ann", "li/a.ann"), None, ["anna", "li"]),
        (("train/a.ann", "test/b.ann"), None, ["whole", "whole"]),
        (("train/a.ann", "test/b.ann"), True, ["train", "test"]),
        (("anna/a.ann", "li/a.ann"), False, ["whole", "whole"]),
        (("x/annotation.conf", "x/a.ann"), None, ["whole"]),
        (("x/anna/a.ann", "x/li/a.ann"), None, ["anna", "li"]),
        (("r1/anna/a.ann", "r2/anna/a.ann"), True, ["anna", "anna"]),
    ],
)
def test_which_folders_are_coders(members: tuple[str, ...], as_coders: bool | None, coders: list[str]) -> None:
    folders = BratFolders(members, name="whole", as_coders=as_coders)
    assert [folders.coder_of(name) for name in folders.annotated] == coders
    assert bool(folders.guess) is (as_coders is None)


def test_the_text_lies_beside_or_above() -> None:
    folders = BratFolders(("anna/a.ann", "li/a.ann", "li/a.txt", "a.txt", "b.ann"), name="x", as_coders=None)
    assert [folders.text_of(name) for name in ("anna/a.ann", "li/a.ann", "b.ann")] == ["a.txt", "li/a.txt", None]


def test_the_order_is_that_of_the_corpus_or_natural() -> None:
    names = ("a10.ann", "a9.ann", "z.ann")
    folders = BratFolders(names, name="x", as_coders=None)
    assert folders.in_order(Sidecar({})) == ["a9.ann", "a10.ann", "z.ann"]
    first = Sidecar({"documents": [{"file": "z", "name": "z"}]})
    assert folders.in_order(first) == ["z.ann", "a9.ann", "a10.ann"]
    BratFolders((f"a{'9' * 5000}.ann",), name="x", as_coders=None).in_order(Sidecar({}))
