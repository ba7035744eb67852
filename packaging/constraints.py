# SPDX-License-Identifier: MIT
"""Write down what this program is developed and packaged with: ``python packaging/constraints.py``.

Takes the versions that are installed and asks pip, which downloads and installs nothing that it need not, for the
hashes of their files for this platform. Addresses stay out: where files come from is a matter of the machine.
"""

import json
import platform
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from notices import shipped
from packaging.utils import canonicalize_name

CONSTRAINTS = Path(__file__).resolve().parent / "constraints.txt"
EXTRAS = ("development", "packaging")


def lines() -> Iterator[str]:
    """Give the lines of the file: each distribution with its version and the hash of its file."""
    yield "# Versions and hashes for development and for the packaged program: python packaging/constraints.py"
    yield f"# {platform.system()} {platform.machine()}, {platform.python_implementation()} {_python()}"
    yield "# pip install --require-hashes -r packaging/constraints.txt && pip install --no-deps ."
    versions = [f"{canonicalize_name(each.metadata['Name'])}=={each.version}" for each in shipped(EXTRAS)]
    with TemporaryDirectory() as folder:
        wanted, report = Path(folder) / "wanted.txt", Path(folder) / "report.json"
        wanted.write_text("\n".join(versions), encoding="utf-8")
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed", "--no-deps"),
                *("--report", str(report), "-r", str(wanted)),
            ],
            check=True,
        )
        found = json.loads(report.read_text(encoding="utf-8"))["install"]
    hashes = {
        canonicalize_name(each["metadata"]["name"]): each["download_info"]["archive_info"]["hashes"]["sha256"]
        for each in found
    }
    for version in versions:
        yield f"{version} --hash=sha256:{hashes[version.partition('==')[0]]}"


def _python() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def main() -> None:
    """Write constraints.txt beside this file."""
    CONSTRAINTS.write_text("\n".join([*lines(), ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
