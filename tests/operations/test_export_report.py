# SPDX-License-Identifier: MIT
"""The folder and the record of an export."""

import pytest

from annotator.domain import Refused
from annotator.operations.export_report import ExportedFile, noted, require_folder
from annotator.store import queries


def test_a_folder_is_made_and_a_file_in_its_place_is_left_alone(tmp_path):
    require_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "file").write_text("mine")
    for path in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(Refused):
            require_folder(path)
    assert (tmp_path / "file").read_text() == "mine"


def test_an_export_is_noted_without_its_place(project, tmp_path):
    report = noted(project, [ExportedFile(tmp_path / "a.csv", 3)])
    assert report.files == (tmp_path / "a.csv",)
    (_, _, detail) = queries.events(project.live, "export")[-1]
    assert detail["files"] == ["a.csv"]
