# SPDX-License-Identifier: MIT
"""Build the folder that runs without an installed Python: ``python packaging/build.py``.

Needs ``pip install '.[packaging]'``. Writes ``dist/annotator`` and prints its size.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUNDLE = ROOT / "dist" / "annotator"


def build() -> Path:
    """Run PyInstaller on the specification beside this file and give the folder it made."""
    shutil.rmtree(BUNDLE, ignore_errors=True)
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
            *("--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build")),
            str(ROOT / "packaging" / "annotator.spec"),
        ],
        cwd=ROOT,
        check=True,
    )
    strip(BUNDLE)
    return BUNDLE


def strip(folder: Path) -> None:
    """Take the debugging symbols out of Python's own library, where the tool is there; touch nothing else."""
    if shutil.which("strip") is not None:
        for library in folder.rglob("libpython*.so.*"):
            subprocess.run(["strip", "--strip-unneeded", str(library)], check=True)


def size(folder: Path) -> int:
    """Count the bytes of all files below a folder; a link counts nothing."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def main() -> None:
    """Build, then say how big it is and what in it is biggest."""
    bundle = build()
    print(f"{bundle}: {size(bundle) / 1e6:.0f} MB")
    files = (path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink())
    for path in sorted(files, key=lambda each: each.stat().st_size, reverse=True)[:10]:
        print(f"{path.stat().st_size / 1e6:8.1f} MB  {path.relative_to(bundle)}")


if __name__ == "__main__":
    main()
