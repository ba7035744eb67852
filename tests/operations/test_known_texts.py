# SPDX-License-Identifier: MIT
import pytest
from operations.replicas import MARA, TEXTS

from annotator import operations
from annotator.operations.known_texts import KnownTexts, documents_by_word


def test_a_text_is_found_by_name_and_by_identity(project, documents):
    texts = KnownTexts(project)
    plain = documents["plain.txt"]
    assert texts["plain.txt"] == texts[f"urn:uuid:{plain.id}"] == texts[plain.text_sha256] == TEXTS["plain.txt"]
    assert set(texts) >= set(TEXTS)
    assert len(texts) == len(list(texts))
    with pytest.raises(KeyError):
        texts["nothing"]


def test_a_name_that_two_articles_bear_names_neither(project, tmp_path):
    (tmp_path / "plain.txt").write_text("another text of the same name")
    operations.import_texts(project, author=MARA.id, paths=[tmp_path / "plain.txt"])
    assert len(documents_by_word(project)["plain.txt"]) == 2
    assert "plain.txt" not in KnownTexts(project)
