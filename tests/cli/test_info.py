# SPDX-License-Identifier: MIT
"""``annotator info``: counts, and a digest that is equal for equal sets of changes."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from cli.conftest import CODINGS, Answer

Call = Callable[..., Answer]


def test_counts_add_up(coded: Path, call: Call) -> None:
    info = call("info", coded, "--json").json
    total = info["annotations"]
    assert total > 0
    assert sum(each["annotations"] for each in info["counts"]) == total
    for sums in ("by_document", "by_coder", "by_code"):
        assert sum(info[sums].values()) == total


def test_digest_is_equal_for_a_copy_and_differs_after_a_change(coded: Path, call: Call, tmp_path: Path) -> None:
    copy = tmp_path / "copy.annotator"
    shutil.copy(coded, copy)
    digests = [call("info", path, "--json").json["journal_digest"] for path in (coded, copy)]
    assert digests[0] == digests[1]
    assert re.fullmatch(r"[0-9a-f]{64}", digests[0])
    call("annotations", "import", copy, CODINGS[0], "--coder", "Third", "--as", "Mara")
    assert call("info", copy, "--json").json["journal_digest"] != digests[0]


def test_looking_changes_nothing(coded: Path, call: Call) -> None:
    first = call("info", coded, "--json").json
    assert call("info", coded, "--json").json == first


def test_words_for_people(coded: Path, call: Call) -> None:
    answer = call("info", coded)
    assert "3 articles" in answer.out
    assert "Trial 1 (machine-made): 3 of 3 articles finished" in answer.out
    assert "digest" in answer.out


def test_neither_qt_nor_numbers_are_loaded(project: Path) -> None:
    code = (
        "import sys; from annotator.cli.edge import run; "
        f"assert run(['info', {str(project)!r}]) == 0; "
        "assert not {'PySide6', 'numpy', 'pandas'} & set(sys.modules)"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stderr) == (0, "")


def test_new_and_import_load_neither_qt_nor_numbers(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("An article.", encoding="utf-8")
    path = str(tmp_path / "b.annotator")
    code = (
        "import sys; from annotator.cli.edge import run; "
        f"assert run(['new', {path!r}, '--as', 'Mara']) == 0; "
        f"assert run(['import', {path!r}, {str(article)!r}, '--as', 'Mara']) == 0; "
        "assert not {'PySide6', 'numpy', 'pandas'} & set(sys.modules)"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stderr) == (0, "")


def test_what_is_no_project_is_refused(call: Call, tmp_path: Path) -> None:
    for name, data in {"empty": b"", "text": b"no database", "missing": None}.items():
        path = tmp_path / f"{name}.annotator"
        if data is not None:
            path.write_bytes(data)
        answer = call("info", path, "--json")
        assert answer.code in (1, 3), name
        assert answer.error["error"], name
        assert (path.read_bytes() if data is not None else None) == data, name
