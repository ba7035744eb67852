# SPDX-License-Identifier: MIT
import pytest
from exchange.annotated_sample import sample

from annotator.exchange.documents.annotated_files import ENDINGS, write_annotated


@pytest.mark.parametrize("form", list(ENDINGS))
def test_each_article_is_a_file_of_its_own_the_same_each_time(tmp_path, form):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (path,) = write_annotated(sample(), tmp_path / name, form=form)
        assert path.name == f"001_one _two_{ENDINGS[form][0]}"
    assert (tmp_path / "a" / path.name).read_bytes() == (tmp_path / "b" / path.name).read_bytes()
