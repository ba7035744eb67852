# SPDX-License-Identifier: MIT
"""The made files: one of each kind that is read, each told by its bytes."""

from pathlib import Path

from annotator.exchange.articles.article_kinds import HEAD_BYTES, ArticleKind, kind_of
from annotator.operations.self_test_articles import write_articles


def test_there_is_a_file_of_every_kind(tmp_path: Path) -> None:
    paths = write_articles(tmp_path)
    kinds = [kind_of(path.name, path.read_bytes()[:HEAD_BYTES]) for path in paths]
    assert set(kinds) == set(ArticleKind)
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in paths}
