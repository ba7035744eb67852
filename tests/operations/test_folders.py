# SPDX-License-Identifier: MIT
import subprocess
import sys

import pytest

from annotator import operations


@pytest.mark.parametrize(
    "folder",
    [operations.config_folder, operations.data_folder, operations.cache_folder, operations.log_folder],
)
def test_everything_lies_below_the_folder_that_is_named(home, folder):
    assert folder().is_dir()
    assert folder().parent == home
    assert operations.documents_folder() == home


def test_without_it_the_system_says_where(tmp_path):
    program = "from annotator import operations as o; print(o.data_folder()); print(o.documents_folder())"
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True,
        env={"HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "LOCALAPPDATA": str(tmp_path), "PATH": ""},
    )  # fmt: skip
    data, documents = answer.stdout.splitlines()
    assert "discourse-annotator" in data
    assert data.startswith(str(tmp_path))
    assert documents
