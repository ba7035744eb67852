# SPDX-License-Identifier: MIT
"""The desktop entry, the AppStream text, the MIME type and the icons, each judged by the system's own tool."""

import os
import re
import shutil
import sqlite3
import struct
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from annotator.store.schema import APPLICATION_ID

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
NAME = "org.discourse_annotator.annotator"
MIME_TYPE = "application/vnd.discourse-annotator.project"
MIME_NAMESPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


def _tool(name: str) -> str:
    """Give the path of a validator. A machine without it skips; the continuous integration may not."""
    found = shutil.which(name)
    if found is None and os.environ.get("CI"):
        pytest.fail(f"{name} is not installed, and .ci/run should have installed it")
    if found is None:
        pytest.skip(f"{name} is not installed here")
    return found


def _run(*arguments: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        arguments, capture_output=True, text=True, check=False, env={**os.environ, **(environment or {})}
    )


def test_desktop_entry_is_valid() -> None:
    answer = _run(_tool("desktop-file-validate"), str(LINUX / f"{NAME}.desktop"))
    assert (answer.returncode, answer.stdout + answer.stderr) == (0, "")


def test_appstream_text_is_valid() -> None:
    answer = _run(_tool("appstreamcli"), "validate", "--no-net", str(LINUX / f"{NAME}.metainfo.xml"))
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_names_agree_across_the_files() -> None:
    component = ElementTree.parse(LINUX / f"{NAME}.metainfo.xml").getroot()
    assert component.findtext("id") == NAME
    assert component.findtext("launchable") == f"{NAME}.desktop"
    assert component.findtext("provides/mediatype") == MIME_TYPE
    entry = (LINUX / f"{NAME}.desktop").read_text(encoding="utf-8")
    assert f"MimeType={MIME_TYPE};" in entry
    assert re.search(r"^Categories=\w+;$", entry, re.MULTILINE), "one main category only"


def test_release_is_the_version() -> None:
    from annotator import __version__

    component = ElementTree.parse(LINUX / f"{NAME}.metainfo.xml").getroot()
    newest = component.find("releases/release")
    assert newest is not None
    assert newest.get("version") == __version__


def test_magic_names_our_application_id() -> None:
    matches = ElementTree.parse(LINUX / "discourse-annotator.xml").iter(f"{MIME_NAMESPACE}match")
    values = {match.get("offset"): match.get("value") for match in matches}
    assert int(str(values["68"]), 16) == APPLICATION_ID


@pytest.fixture
def project_without_extension(tmp_path: Path) -> Path:
    path = tmp_path / "project"
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("CREATE TABLE anything (value)")
    connection.commit()
    connection.close()
    return path


def test_sqlite_keeps_the_application_id_at_byte_68(project_without_extension: Path) -> None:
    head = project_without_extension.read_bytes()[:100]
    assert head.startswith(b"SQLite format 3\0")
    assert struct.unpack_from(">I", head, 68)[0] == APPLICATION_ID


@pytest.fixture
def mime_home(tmp_path: Path) -> Path:
    """A data folder whose MIME database holds our type beside the system's own."""
    packages = tmp_path / "data" / "mime" / "packages"
    packages.mkdir(parents=True)
    shutil.copy(LINUX / "discourse-annotator.xml", packages)
    answer = _run(_tool("update-mime-database"), str(packages.parent))
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return packages.parent.parent


def _content_type(path: Path, mime_home: Path) -> str:
    answer = _run(
        _tool("gio"), "info", "-a", "standard::content-type", str(path), environment={"XDG_DATA_HOME": str(mime_home)}
    )
    found = re.search(r"standard::content-type: (\S+)", answer.stdout)
    return found.group(1) if found else answer.stdout + answer.stderr


def test_project_is_recognised_without_its_extension(project_without_extension: Path, mime_home: Path) -> None:
    assert _content_type(project_without_extension, mime_home) == MIME_TYPE


def test_other_database_is_not_taken_for_a_project(tmp_path: Path, mime_home: Path) -> None:
    path = tmp_path / "other"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE anything (value)")
    connection.commit()
    connection.close()
    assert _content_type(path, mime_home) != MIME_TYPE


@pytest.mark.parametrize("size", [16, 24, 32, 48, 64, 128, 256])
def test_icon_has_the_size_in_its_name(size: int) -> None:
    data = (ROOT / "packaging" / "icons" / f"annotator-{size}.png").read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack_from(">II", data, 16) == (size, size)


def test_icon_drawing_is_well_formed() -> None:
    drawing = ElementTree.parse(ROOT / "resources" / "icons" / "annotator.svg").getroot()
    assert drawing.get("viewBox") == "0 0 64 64"
