# SPDX-License-Identifier: MIT
"""Exports tell how far they are, and end where whoever is told wants it."""

import pytest
from operations.judged_study import Study
from operations.replicas import ANNA

from annotator import operations
from annotator.operations.corpus_export import CORPUS_FORMATS


class Stop(Exception):
    """Raised by whoever is told."""


@pytest.fixture
def study(project, documents, codes):
    made = Study(project, documents, codes)
    made.code(ANNA, (0, 7), (8, 14))
    return made


def test_every_format_tells_shares_from_0_to_1_and_writes_the_same(study, tmp_path):
    told = []
    watched = operations.export_corpus(
        study.project, directory=tmp_path / "a", formats=CORPUS_FORMATS, progress=told.append
    )
    operations.export_corpus(study.project, directory=tmp_path / "b", formats=CORPUS_FORMATS)
    assert told == sorted(told)
    assert len(told) >= len(CORPUS_FORMATS)
    assert 0 <= told[0] <= told[-1] <= 1
    for path in watched.files:
        assert path.read_bytes() == (tmp_path / "b" / path.relative_to(tmp_path / "a")).read_bytes()


@pytest.mark.parametrize("name", CORPUS_FORMATS)
def test_a_format_that_is_stopped_leaves_no_half_file(study, tmp_path, name):
    def stop(share):
        if share > 0:
            raise Stop

    with pytest.raises(Stop):
        operations.export_corpus(study.project, directory=tmp_path / "out", formats=(name, name), progress=stop)
    assert not [path for path in (tmp_path / "out").rglob("*") if path.suffix == ".part"]


def test_tables_tell_too_and_can_be_stopped(study, tmp_path):
    told = []
    operations.export_statistics(
        study.project, directory=tmp_path / "a", formats=("stats", "xlsx", "sav", "dta"), progress=told.append
    )
    assert told[0] == 0
    assert max(told) < 1
    assert len(set(told)) > 10

    def stop(_share):
        raise Stop

    with pytest.raises(Stop):
        operations.export_statistics(study.project, directory=tmp_path / "b", formats=("xlsx",), progress=stop)
    assert not list((tmp_path / "b").iterdir())
