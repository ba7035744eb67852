# SPDX-License-Identifier: MIT
"""Annotated articles as files: one for each article, numbered in the order of the project."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from annotator.domain import Document
from annotator.exchange.corpus import Corpus
from annotator.exchange.documents.annotated_article import AnnotatedArticle, annotated_article
from annotator.exchange.documents.annotated_docx import annotated_docx
from annotator.exchange.documents.annotated_html import annotated_html
from annotator.exchange.documents.annotated_markdown import annotated_markdown
from annotator.exchange.file_names import safe_file_name
from annotator.exchange.outgoing_files import replacing

Renderer = Callable[[AnnotatedArticle], bytes]


def _html(article: AnnotatedArticle) -> bytes:
    return annotated_html(article).encode()


def _markdown(article: AnnotatedArticle) -> bytes:
    return annotated_markdown(article).encode()


ENDINGS: Mapping[str, tuple[str, Renderer]] = MappingProxyType({
    "html": (".html", _html), "docx": (".docx", annotated_docx), "markdown": (".md", _markdown),
})  # fmt: skip
"""By the name of a form, how its files end and what sets them."""


def write_annotated(corpus: Corpus, folder: Path, *, form: str) -> Iterator[Path]:
    """Write the articles into a folder that is there, each whole or not at all; gives each path when it is written.

    Raises NotSaved where the disk refuses.
    """
    ending, renderer = ENDINGS[form]
    digits = max(3, len(str(len(corpus.documents))))
    for number, document in enumerate(corpus.documents, start=1):
        path = folder / _name(document, f"{number:0{digits}}_", ending)
        with replacing(path) as file:
            file.write(renderer(annotated_article(corpus, document)))
        yield path


def _name(document: Document, prefix: str, ending: str) -> str:
    stem = document.name.rpartition(".")[0] or document.name
    return safe_file_name(prefix + stem, suffix=ending)
