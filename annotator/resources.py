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
