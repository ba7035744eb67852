# SPDX-License-Identifier: MIT
"""What the page of exports says: what will be written, and what was."""

from annotator.operations import ExportCount
from annotator.ui import words
from annotator.ui.exporting.formats import Option
from annotator.ui.exporting.wanted import ExportWanted

COUNTING = "Counting what will be written."


def will_write(count: ExportCount, wanted: ExportWanted) -> str:
    """Say in a sentence or two what an export would hold."""
    articles = words.counted(count.articles, "article")
    if not count.annotations:
        said = "No annotation is among what is chosen."
    else:
        said = (
            f"{words.counted(count.annotations, 'annotation')} of {words.counted(count.coders, 'coder')} in {articles}"
        )
        left_out = ", ".join(_left_out(count, wanted))
        said += f"; {left_out} left out." if left_out else "."
    others = count.of_articles - count.articles
    if others and count.annotations:
        said += f" {words.counted(others, 'article')} without any."
    return said


def codebook_sentence(codes: int) -> str:
    """Say what a codebook would hold."""
    return f"{words.counted(codes, 'code')}."


def _left_out(count: ExportCount, wanted: ExportWanted) -> list[str]:
    found = []
    if count.duplicates and Option.DUPLICATES in wanted.chosen_format.options:
        found.append(words.counted(count.duplicates, "duplicate"))
    if count.memos and (not wanted.memos or wanted.pseudonyms):
        found.append(words.counted(count.memos, "memo"))
    return found


def file_words(size: int) -> str:
    """Say how large a file is."""
    return f"{size / 1000:,.1f} kB" if size < 1_000_000 else f"{size / 1_000_000:,.1f} MB"
