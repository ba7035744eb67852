# SPDX-License-Identifier: MIT
"""Whose work the packaged program carries, from the metadata of what is installed: ``python packaging/notices.py``.

Writes the table in NOTICE.md anew; with ``--size`` it prints instead how many bytes the parts take as they are
installed, without bytecode. The specification of the bundle takes the texts of the licences from here.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

NOTICE = Path(__file__).resolve().parent / "NOTICE.md"
PROGRAM = "discourse-annotator"
LEFT_OUT = frozenset({"pip", "setuptools"})
"""What an installation has and the bundle leaves out."""
BEGIN, END = "<!-- begin: python packaging/notices.py -->", "<!-- end -->"

_LICENCE_FILE = re.compile(r"(^|/)(licen[cs]es?|copying|notice|authors)[^/]*(/|$)", re.IGNORECASE)
_CLASSIFIER = "License :: OSI Approved :: "
_LONGEST = 80
# What the metadata of these says in too few words, or of its own licence at full length.
_SAID_ELSEWHERE = {
    "click-default-group": "BSD-3-Clause",
    "deprecation": "Apache-2.0",
    "sqlite-fts4": "Apache-2.0",
    "sortedcontainers": "Apache-2.0",
    "toposort": "Apache-2.0",
    "dkpro-cassis": "Apache-2.0",
    "importlib-resources": "Apache-2.0",
    "matplotlib": "Matplotlib licence (like that of Python); carries the DejaVu fonts (Bitstream Vera)",
    "pypdfium2": "Apache-2.0 or BSD-3-Clause; carries PDFium (BSD-3-Clause)",
    "pyside6-essentials": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
}


def shipped(extras: Iterable[str] = ()) -> list[metadata.Distribution]:
    """Give the installed distributions that the program asks for, and those that they ask for, by name."""
    found: dict[str, metadata.Distribution] = {}
    waiting: list[tuple[str, frozenset[str]]] = [(PROGRAM, frozenset(extras))]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        asked = waiting.pop()
        if asked in seen or asked[0] in LEFT_OUT:
            continue
        seen.add(asked)
        distribution = metadata.distribution(asked[0])
        if asked[0] != PROGRAM:
            found[asked[0]] = distribution
        waiting += [
            (canonicalize_name(each.name), frozenset(each.extras)) for each in _asked_for(distribution, asked[1])
        ]
    return [found[name] for name in sorted(found)]


def _asked_for(distribution: metadata.Distribution, extras: frozenset[str]) -> Iterator[Requirement]:
    for line in distribution.requires or ():
        requirement = Requirement(line)
        chosen = requirement.marker is None or any(
            requirement.marker.evaluate({"extra": extra}) for extra in (extras or {""})
        )
        if chosen:
            yield requirement


def licence_of(distribution: metadata.Distribution) -> str:
    """Give the licence in the words of the metadata: its expression, else its classifiers, else a short text."""
    said = distribution.metadata
    name = canonicalize_name(said["Name"])
    if name in _SAID_ELSEWHERE:
        return _SAID_ELSEWHERE[name]
    if said.get("License-Expression"):
        return str(said["License-Expression"])
    classes = [
        each.removeprefix(_CLASSIFIER) for each in said.get_all("Classifier", []) if each.startswith(_CLASSIFIER)
    ]
    text = str(said.get("License") or "").strip()
    if text and len(text) <= _LONGEST and "\n" not in text:
        return text
    return ", ".join(classes)


def licence_files(distribution: metadata.Distribution) -> list[Path]:
    """Give the files with licences and names of authors that came with a distribution."""
    found = [each for each in distribution.files or () if ".dist-info" in str(each) and _LICENCE_FILE.search(str(each))]
    return [path for each in found if (path := Path(str(distribution.locate_file(each)))).is_file()]


def strangers() -> list[str]:
    """Give the names under which modules are imported that belong to none of the shipped distributions.

    Tools for development stand beside the libraries where a bundle is built, and libraries use some if they can.
    """
    mine = {canonicalize_name(each.metadata["Name"]) for each in shipped()} | {PROGRAM}
    return sorted(
        module
        for module, owners in metadata.packages_distributions().items()
        if mine.isdisjoint(map(canonicalize_name, owners)) and module.isidentifier()
    )


def table() -> str:
    """Give the table: a line for each distribution."""
    rows = [f"| {each.metadata['Name']} | {licence_of(each)} |" for each in shipped()]
    return "\n".join(["| part | licence |", "|---|---|", *rows])


def size() -> int:
    """Count the bytes of the installed parts, without bytecode."""
    return sum(
        path.stat().st_size
        for each in shipped()
        for file in each.files or ()
        if file.suffix != ".pyc" and (path := Path(str(each.locate_file(file)))).is_file()
    )


def main() -> None:
    """Write the table into NOTICE.md, or print the size."""
    if sys.argv[1:] == ["--size"]:
        print(size())
        return
    before, _, rest = NOTICE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    NOTICE.write_text(f"{before}{BEGIN}\n{table()}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
