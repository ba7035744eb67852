# SPDX-License-Identifier: MIT
"""Where the files that travel with the program lie, and those of the checkout that it came from."""

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
    for checkout in (_CHECKOUT.parent, _installed_from()):
        if checkout is not None and (checkout / "seeds" / "articles.json").exists():
            return checkout / "seeds"
    return resource("sample")


def _installed_from() -> Path | None:
    """Give the folder on this computer that the package was installed from, as its installer noted it (PEP 610)."""
    import json
    from importlib import metadata
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    try:
        noted = metadata.distribution("discourse-annotator").read_text("direct_url.json")
        address = urlsplit(str(json.loads(noted)["url"])) if noted else None
    except (metadata.PackageNotFoundError, ValueError, KeyError, TypeError):
        return None
    return Path(url2pathname(address.path)) if address is not None and address.scheme == "file" else None
