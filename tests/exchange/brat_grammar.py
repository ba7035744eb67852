# SPDX-License-Identifier: MIT
"""A strict reader of brat's standoff grammar and configuration, written for these tests alone.

It parts lines wherever any program might, and refuses whatever brat would not load.
"""

from pathlib import Path

NAME = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")


def checked_collection(folder: Path) -> dict[str, list[tuple[str, list[tuple[int, int]], str]]]:
    """Check all files of a collection; gives type, fragments and words of every text-bound line, by file."""
    sections = _sections((folder / "annotation.conf").read_text("utf-8"))
    assert set(sections) == {"entities", "relations", "events", "attributes"}
    types = set(sections["entities"])
    assert all(set(name) <= NAME for name in types)
    values = {}
    for line in sections["attributes"]:
        name, _, rest = line.partition(" ")
        arguments = dict(part.split(":", 1) for part in rest.split(", "))
        assert arguments["Arg"] == "<ENTITY>"
        values[name] = arguments["Value"].split("|") if "Value" in arguments else None
    looks = _sections((folder / "visual.conf").read_text("utf-8"))
    assert {line.split(" | ")[0] for line in looks["labels"]} == types
    found = {}
    for annotations in sorted(folder.rglob("*.ann")):
        text = annotations.with_suffix(".txt").read_bytes().decode("utf-8")
        lines = annotations.read_bytes().decode("utf-8").splitlines()
        found[str(annotations.relative_to(folder))] = _checked(lines, text, types, values)
    return found


def _sections(content: str) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in content.splitlines():
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            current.append(line)
    return sections


def _checked(lines, text, types, values):
    bound, ids, targets = [], set(), []
    for line in lines:
        columns = line.split("\t", 2)
        identity, middle = columns[0], columns[1].split(" ")
        assert identity[0] in "TA#"
        assert identity[1:].isdigit()
        assert identity not in ids
        ids.add(identity)
        if identity[0] == "T":
            assert middle[0] in types
            pairs = [tuple(map(int, pair.split(" "))) for pair in columns[1].partition(" ")[2].split(";")]
            assert pairs == sorted(pairs)
            last = 0
            for start, end in pairs:
                assert last <= start < end <= len(text)
                assert len(text[start:end].splitlines()) == 1
                last = end
            assert columns[2] == " ".join(text[start:end] for start, end in pairs)
            bound.append((middle[0], pairs, columns[2]))
        elif identity[0] == "A":
            assert len(columns) == 2
            targets.append(middle[1])
            expected = values[middle[0]]
            assert len(middle) == (2 if expected is None else 3)
            assert expected is None or middle[2] in expected
        else:
            assert len(columns) == 3
            assert middle[0] in ("AnnotatorNotes", "Attribute")
            targets.append(middle[1])
    assert set(targets) <= ids
    return bound
