# SPDX-License-Identifier: MIT
"""A folder as researchers have it, of many kinds of files, and what a second coder made of two of the articles."""

from pathlib import Path

from exchange.made_documents import docx, word_paragraph

from annotator import operations
from annotator.domain import Span

SECOND = "Ana Petrović"
HARBOUR, BRIDGE, COPY, LETTER, EVENING, PAGE, KNOWN, TABLE = (
    "1 harbour.txt", "2 bridge.txt", "3 copy.txt", "4 letter.docx", "5 evening.txt", "6 page.html", "7 port.txt",
    "8 rows.csv",
)  # fmt: skip
"""The names in the folder, in the order of the preview."""
HARBOUR_TEXT = (
    "The harbour master keeps his word\n\nThe pilots trust the harbour master with their lives. He has opened the gate "
    "at the promised hour for thirty winters, and not one ship has waited in the roads.\n\nThe insurers are not so "
    "sure. They suspect that the tide tables were written by his brother, who sells charts in the same street.\n"
)
EVENING_TEXT = f"From the evening edition\n\n{HARBOUR_TEXT}"
BRIDGE_TEXT = (
    "Die Brücke öffnet später\n\nDie Bürgermeisterin übt noch für die Eröffnung der Brücke. Spät am Abend kamen die "
    "Gäste über den Fluß, und für die Müller gab es süßes Gebäck. Größere Schäden hörte man nicht.\n"
)
PAGE_TEXT = "The ferrymen count on the weather report and on each other, and on nobody else along the whole river."
LETTER_TEXT = "I have never doubted the night watch, whatever the baker says about their lamps and their dogs."
FIRST_ROW = "The mayor relies on the clock of the tower, for the clock of the station is known to lie."
SECOND_ROW = "Nobody believes the well keeper any longer, and the buckets are counted twice each morning."


def fill(folder: Path, *, known: str) -> Path:
    """Write the files; ``known`` is the text of an article that the project has already."""
    folder.mkdir()
    page = f"<html><head><title>Ferries</title></head><body><article><p>{PAGE_TEXT}</p></article></body></html>"
    rows = f"headline,body,published\nThe clock,{quoted(FIRST_ROW)},2024-03-05\n"
    rows += f"The well,{quoted(SECOND_ROW)},2024-13-05\n"
    for name, content in (
        (HARBOUR, HARBOUR_TEXT.encode()),
        (BRIDGE, BRIDGE_TEXT.encode("latin-1")),
        (COPY, HARBOUR_TEXT.encode()),
        (LETTER, docx(word_paragraph(LETTER_TEXT))),
        (EVENING, EVENING_TEXT.encode()),
        (PAGE, page.encode()),
        (KNOWN, known.encode()),
        (TABLE, rows.encode()),
    ):
        (folder / name).write_bytes(content)
    return folder


def quoted(text: str) -> str:
    return f'"{text}"'


def code_elsewhere(folder: Path, *, finished: tuple[str, str], begun: tuple[str, str, str]) -> Path:
    """Let the second coder code in a project of her own and give it as JSON lines.

    ``finished`` are words in the text of the harbour, coded with the first code, and the article is finished;
    ``begun`` is another article's name, its text and words in it.
    """
    folder.mkdir()
    coder = operations.person(SECOND)
    project = operations.new_project(folder / "ana.annotator", lead=coder, name="ana")
    name, text, words = begun
    (folder / HARBOUR).write_bytes(HARBOUR_TEXT.encode())
    (folder / name).write_bytes(text.encode())
    operations.import_texts(project, author=coder.id, paths=[folder / HARBOUR, folder / name])
    overview = operations.overview(project)
    documents = {each.document.name: each.document.id for each in overview.documents}
    code, other = (each.id for each in overview.codebook.codes[:2])
    for document, kind, body, quote in (
        (documents[HARBOUR], code, HARBOUR_TEXT, finished[0]),
        (documents[HARBOUR], other, HARBOUR_TEXT, finished[1]),
        (documents[name], code, text, words),
    ):
        start = body.index(quote)
        span = Span.of(start, start + len(quote))
        operations.annotate(project, coder=coder.id, document=document, code=kind, span=span)
    operations.finish(project, coder=coder.id, document=documents[HARBOUR])
    report = operations.export_corpus(project, directory=folder / "out", formats=("jsonl",))
    operations.close_project(project)
    return next(each.path for each in report.written if each.path.suffix == ".jsonl")
