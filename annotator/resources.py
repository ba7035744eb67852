# SPDX-License-Identifier: MIT
"""Where the files that travel with the program lie."""

from pathlib import Path

_PACKAGED = Path(__file__).parent / "resources"
_CHECKOUT = Path(__file__).parent.parent / "resources"


def resource(name: str) -> Path:
    """Give the path of a file or folder under resources/: inside the package (wheel, bundle), else in the checkout.

    Raises FileNotFoundError where neither has it.
    """
    for folder in (_PACKAGED, _CHECKOUT):
        if (folder / name).exists():
            return folder / name
    raise FileNotFoundError(f"resource {name!r} is in neither {_PACKAGED} nor {_CHECKOUT}")


def demo_corpus() -> Path:
    """Give the folder that a demonstration is made from: the checkout's seeds/, else the sample that travels along.

    Both hold ``articles.json``, the texts it names, and two codings in ``codings/``.
    """
    seeds = _CHECKOUT.parent / "seeds"
    return seeds if (seeds / "articles.json").exists() else resource("sample")
