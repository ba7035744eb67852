# SPDX-License-Identifier: MIT
"""The surface's public names are there, and none of its files is loaded before one of them is asked for."""

import subprocess
import sys

import pytest

from annotator.ui import text_view


@pytest.mark.parametrize("name", text_view.__all__)
def test_every_name_is_there(name: str) -> None:
    assert getattr(text_view, name) is not None


def test_names_are_the_public_ones() -> None:
    assert sorted(text_view._FILE_BY_NAME) == sorted(text_view.__all__)


def test_another_name_is_not() -> None:
    with pytest.raises(AttributeError, match="ArticleViews"):
        text_view.ArticleViews  # type: ignore[attr-defined]  # noqa: B018  # asked for only to see it refused


def test_import_loads_no_file_of_the_surface() -> None:
    code = (
        "import sys, annotator.ui.text_view; print([n for n in sys.modules if n.startswith('annotator.ui.text_view.')])"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (answer.stdout.strip(), answer.stderr) == ("[]", "")
