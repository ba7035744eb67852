# SPDX-License-Identifier: MIT
"""The child of the test beside: read one file with a gigabyte of memory and say in JSON what came of it."""

import json
import resource
import sys
from pathlib import Path

MEMORY = 1 << 30


def contents(data: bytes, name: str, nesting: int = 1) -> list[str]:
    """Read every member of a container, and of containers in it, as an import of a ZIP does."""
    from annotator.exchange.containers import opened_container

    found = []
    with opened_container(data, name=name, nesting=nesting) as container:
        for member in container.members:
            content = container.read(member)
            found += contents(content, name, nesting + 1) if content.startswith(b"PK") else [content.decode()]
    return found


def main(kind: str, path: Path) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    from annotator.domain import KnownError
    from annotator.exchange.articles.article_kinds import ArticleKind
    from annotator.exchange.articles.article_reading import read_article

    try:
        if kind == "zip":
            said = {"texts": contents(path.read_bytes(), path.name)}
        else:
            articles = read_article(path.read_bytes(), kind=ArticleKind(kind), name=path.name)
            said = {"texts": [article.decoded.body for article in articles]}
    except KnownError as error:
        said = {"refused": error.sentence}
    except MemoryError:
        said = {"refused": "The file takes more memory than any article may."}
    print(json.dumps(said))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
