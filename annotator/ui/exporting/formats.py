# SPDX-License-Identifier: MIT
"""The formats that a project goes out in, grouped by what they are for, and what each holds and cannot hold."""

from dataclasses import dataclass
from enum import StrEnum


class Option(StrEnum):
    """What can be chosen for a format beside what every choice has."""

    CODES = "codes"
    CODERS = "coders"
    ROUNDS = "rounds"
    STATES = "states"
    DOCUMENTS = "documents"
    LAYER = "layer"
    TABLES = "tables"
    UNIT = "unit"
    DUPLICATES = "duplicates"
    TEXTS = "texts"
    SPREADSHEETS = "spreadsheets"
    COMPRESSED = "compressed"
    REFI = "refi"
    CAS = "cas"
    ACTORS = "actors"
    CODEBOOK = "codebook"
    PRIVATE = "private"


_OF_ANNOTATIONS = frozenset({Option.CODES, Option.CODERS, Option.ROUNDS, Option.STATES, Option.LAYER, Option.PRIVATE})
_OF_TABLES = _OF_ANNOTATIONS | {Option.TABLES, Option.UNIT, Option.DUPLICATES, Option.TEXTS}
_OF_ARTICLES = _OF_ANNOTATIONS | {Option.DOCUMENTS}


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """``name`` is its word on the command line, ``files`` what is written, in few words."""

    name: str
    words: str
    files: str
    holds: str
    cannot: str
    options: frozenset[Option]


CODEBOOK = "codebook"
"""The format that is no annotations: its command is one of its own."""

_STATISTICS = (
    ExportFormat(
        "stats", "The whole set", "CSV, scripts, README",
        "Up to fourteen tables as CSV, scripts that load them with labels in R, Stata and SPSS, a README that explains "
        "every column, and a data package with the hash of each file.",
        "Whole texts, unless they are asked for below; who changed what and when.",
        _OF_TABLES | {Option.SPREADSHEETS},
    ),
    ExportFormat(
        "csv", "Tables as CSV", "CSV",
        "The same tables alone: plain UTF-8 for R, Python and any statistics program.",
        "What the columns mean: the whole set explains them.",
        _OF_TABLES | {Option.SPREADSHEETS},
    ),
    ExportFormat(
        "xlsx", "Excel", "one workbook",
        "The tables as sheets of one workbook, the first of which says what was chosen. No cell is a formula.",
        "More than 32,767 characters in a cell: longer texts are cut, and it is said where.",
        _OF_TABLES,
    ),
    ExportFormat(
        "sav", "SPSS", "one .sav for each table",
        "The tables with names, labels and levels of measurement; missing values are missing, never 0.",
        "More than 32,767 bytes in a text: longer ones are cut, and a column says which.",
        _OF_TABLES | {Option.COMPRESSED},
    ),
    ExportFormat(
        "dta", "Stata", "one .dta for each table",
        "The tables with names and labels, for Stata 14 and later; texts of any length.",
        "Labels of more than 80 characters: these are cut.",
        _OF_TABLES,
    ),
)  # fmt: skip
_CODING = (
    ExportFormat(
        "qdpx", "REFI-QDA project", ".qdpx",
        "Articles, codes, coders, annotations with their memos, and what is known of the articles, for NVivo, MAXQDA, "
        "ATLAS.ti and others.",
        "Certainty, attributes, excluded regions and how far coders are. A file beside it keeps them for us.",
        _OF_ANNOTATIONS | {Option.REFI, Option.DOCUMENTS},
    ),
    ExportFormat(
        CODEBOOK, "Codebook", ".qdc, .csv or .md",
        "The codes with their names, definitions, examples and order.",
        "Annotations. A .qdc also has no place for keys, attributes and short names; CSV and Markdown keep them.",
        frozenset({Option.CODEBOOK}),
    ),
)  # fmt: skip
_ANALYSIS = (
    ExportFormat(
        "jsonl", "JSON lines", ".jsonl",
        "Everything that was coded, with the whole articles: an article a line. It comes back the same.",
        "Decisions between coders and who changed what.",
        _OF_ARTICLES,
    ),
    ExportFormat(
        "doccano", "doccano, spaCy", "ZIP, one file for each coder",
        "The text of each article with its labels, for training and labelling programs.",
        "Memos, certainty, attributes, excluded regions, definitions of codes.",
        _OF_ARTICLES,
    ),
    ExportFormat(
        "brat", "brat", "ZIP, one folder for each coder",
        "Texts and stand-off annotations with certainty, attributes and memos.",
        "Excluded regions, rounds and how far coders are.",
        _OF_ARTICLES,
    ),
    ExportFormat(
        "cas", "UIMA CAS", "ZIP, one file for each article and coder",
        "Annotations with certainty, attributes and memos, sentences and words, and the type system, for INCEpTION and "
        "DKPro.",
        "Excluded regions and how far coders are.",
        _OF_ARTICLES | {Option.CAS},
    ),
    ExportFormat(
        "w3c", "W3C Web Annotation", "ZIP of JSON-LD",
        "Each annotation by its place and by its words with what stands around them: made to last in an archive.",
        "Excluded regions and how far coders are.",
        _OF_ARTICLES,
    ),
)  # fmt: skip
_NETWORKS = (
    ExportFormat(
        "events", "Events, edges and nodes", "3 CSV",
        "Who speaks about whom, under which code, for or against, when and where; the edges and nodes of the network "
        "of it, as igraph and statnet read them.",
        "Ties of annotations that name no actor: these are events without ends.",
        _OF_ARTICLES | {Option.ACTORS},
    ),
)  # fmt: skip
_READING = tuple(
    ExportFormat(
        name, words, files,
        "The text of each article with its passages marked in colour and pattern, and below it who coded what, with "
        "memos.",
        "Anything that a program could read back: they are for people.",
        _OF_ARTICLES,
    )
    for name, words, files in (
        ("html", "Annotated web pages", "one .html for each article"),
        ("docx", "Annotated Word documents", "one .docx for each article"),
        ("markdown", "Annotated Markdown", "one .md for each article"),
    )
)  # fmt: skip

GROUPS: tuple[tuple[str, tuple[ExportFormat, ...]], ...] = (
    ("For statistics", _STATISTICS),
    ("For other coding programs", _CODING),
    ("For text analysis", _ANALYSIS),
    ("For networks", _NETWORKS),
    ("For reading and printing", _READING),
)
FORMATS = {each.name: each for _, several in GROUPS for each in several}
STATISTICS = frozenset(each.name for each in _STATISTICS)
