# SPDX-License-Identifier: MIT
"""What is written for Word and Excel, opened by LibreOffice: the words of an article, the cells of every table.

LibreOffice is large, so these tests are skipped where it is not installed.
"""

import csv
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from exchange import made_statistics

from annotator import operations
from annotator.exchange.statistics.xlsx import write_xlsx

# Calc writes one file per sheet: comma, quotation mark, UTF-8, from line 1, cells as they are stored and not as shown.
EACH_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
TEXT = "txt:Text (encoded):UTF8"

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("office")


@pytest.fixture(scope="module")
def exported(root: Path) -> Path:
    """The demonstration as annotated documents, as a workbook and as CSV."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ANNOTATOR_HOME", str(root / "home"))
        project = operations.open_project(operations.make_demo(root / "demo").path)
        operations.export_statistics(project, directory=root / "export", formats=("csv", "xlsx"))
        operations.export_corpus(project, directory=root / "export", formats=("docx",))
        operations.close_project(project)
    return root / "export"


def _converted(path: Path, to: str, root: Path) -> list[Path]:
    """Convert a file with LibreOffice and give what it wrote."""
    folder = root / f"of {path.stem}"
    answer = subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(root / 'profile').as_uri()}", "--headless"),
            *("--convert-to", to, "--outdir", str(folder), str(path)),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    made = sorted(folder.glob("*")) if folder.is_dir() else []
    if not made and path.suffix == ".xlsx":
        pytest.skip("LibreOffice Calc is not installed")
    assert made, answer.stdout + answer.stderr
    return made


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def _meant(cell: str) -> str:
    """Give a cell in one spelling: Calc writes TRUE, and numbers with 15 digits at most."""
    if cell in ("TRUE", "FALSE"):
        return cell.lower()
    try:
        return f"{float(cell):.12g}"
    except ValueError:
        return cell


def test_annotated_articles_hold_their_words(exported: Path, root: Path) -> None:
    documents = sorted(exported.rglob("*.docx"))
    assert len(documents) >= 3
    project = operations.open_project(root / "demo" / "demo.annotator")
    bodies = [
        operations.article(project, document=each.document.id).text for each in operations.overview(project).documents
    ]
    operations.close_project(project)
    (text,) = _converted(documents[0], TEXT, root)
    words = text.read_text(encoding="utf-8-sig")
    body = next(body for body in bodies if body.splitlines()[0] in words)
    place = 0
    for word in body.split():
        # Numbers of notes stand where passages begin or end, be it before a full stop.
        found = re.compile(r"[\d,]*".join(map(re.escape, word))).search(words, place)
        assert found, word
        place = found.end()


def test_list_of_quotes_holds_every_quote(exported: Path, root: Path) -> None:
    project = operations.open_project(root / "demo" / "demo.annotator")
    retrieval = operations.retrieve(project)
    operations.write_quotes(project, retrieval=retrieval, path=root / "quotes.docx")
    quotes = [passage.quote for passage in retrieval.passages()]
    operations.close_project(project)
    (text,) = _converted(root / "quotes.docx", TEXT, root)
    words = " ".join(text.read_text(encoding="utf-8-sig").split())
    assert len(quotes) > 10
    assert [quote for quote in quotes if " ".join(quote.split()) not in words] == []


def test_table_that_calc_saved_is_read(root: Path) -> None:
    """Dates, numbers, empty cells and text that looks like numbers, as a spreadsheet keeps them."""
    table = root / "read.csv"
    table.write_text(
        'text,title,date,number\n"Two\nlines, 信任 😀",=not a formula,2026-03-15,0.5\nOther,,2026-03,007\n',
        encoding="utf-8",
    )
    answer = subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(root / 'profile').as_uri()}", "--headless"),
            *(
                "--infilter=CSV:44,34,76,1,1/2/2/2/3/5/4/2",
                "--convert-to",
                "xlsx",
                "--outdir",
                str(root / "saved"),
                str(table),
            ),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    saved = root / "saved" / "read.xlsx"
    if not saved.exists():
        pytest.skip(f"LibreOffice Calc is not installed: {answer.stdout + answer.stderr}")
    preview = operations.preview_articles(None, paths=[saved])
    rows = [(row.article.decoded.body, row.metadata) for row in preview.rows if row.article is not None]
    assert rows[0][0] == "Two\nlines, 信任 😀"
    assert rows[0][1]["date"] == "2026-03-15"
    assert rows[0][1]["number"] == "0.5"
    assert rows[1][0] == "Other"
    assert rows[1][1]["date"] == "2026-03"


def test_workbook_has_the_cells_of_the_tables(exported: Path, root: Path) -> None:
    (workbook,) = exported.glob("*.xlsx")
    sheets = {path.stem.removeprefix(f"{workbook.stem}-"): path for path in _converted(workbook, EACH_SHEET, root)}
    tables = {path.stem: path for path in exported.glob("*.csv")}
    assert tables
    assert set(sheets) - {"about"} == set(tables)
    for name, table in tables.items():
        expected = [[_meant(cell) for cell in row] for row in _rows(table)]
        assert [[_meant(cell) for cell in row] for row in _rows(sheets[name])] == expected, name


def test_hostile_cells_come_through(root: Path) -> None:
    """Formulas stay words, line breaks and characters of other scripts stay what they are."""
    statistics = made_statistics.statistics()
    write_xlsx(statistics, root / "hostile.xlsx")
    found = next(path for path in _converted(root / "hostile.xlsx", EACH_SHEET, root) if "about" not in path.stem)
    column = statistics.tables[0].columns.index("quote") if "quote" in statistics.tables[0].columns else 1
    expected = [str(row[column] or "") for row in statistics.tables[0].rows()]
    assert [row[column] for row in _rows(found)[1:]] == expected
