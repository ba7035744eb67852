# SPDX-License-Identifier: MIT
import subprocess
import sys

import pytest

from annotator import operations
from annotator.domain import NotSaved
from annotator.operations.crash import write_crash_report


@pytest.mark.parametrize(
    "folder",
    [operations.config_folder, operations.data_folder, operations.log_folder],
)
def test_everything_lies_below_the_folder_that_is_named(home, folder):
    assert folder().is_dir()
    assert folder().parent == home
    assert operations.documents_folder() == home


def test_a_folder_that_cannot_be_made_is_said_and_settings_are_the_defaults(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path / "file"))
    with pytest.raises(NotSaved, match="ANNOTATOR_HOME"):
        operations.data_folder()
    assert operations.load_settings() == operations.Settings()
    assert write_crash_report(ValueError()) is None


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


@pytest.mark.skipif(sys.platform != "linux", reason="the short way is taken on Linux alone")
@pytest.mark.parametrize("named", [None, "", "  ", "relative/place", "{home}/elsewhere", "{home}/with space/ü"])
def test_the_short_way_to_the_settings_is_the_one_of_platformdirs(tmp_path, named):
    environment = {"HOME": str(tmp_path), "PATH": ""}
    if named is not None:
        environment["XDG_CONFIG_HOME"] = named.format(home=tmp_path)
    program = (
        "import sys; from annotator import operations as o; print(o.config_folder()); "
        "print('platformdirs' in sys.modules); import platformdirs; "
        "print(platformdirs.PlatformDirs('discourse-annotator', appauthor=False).user_config_path)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment, cwd=tmp_path,
        encoding="utf-8",
    )  # fmt: skip
    ours, loaded, theirs = answer.stdout.splitlines()
    assert (ours, loaded) == (theirs, "False")
