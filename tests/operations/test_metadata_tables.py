# SPDX-License-Identifier: MIT
"""Tables of values: looked at first, taken in as one action, out and back without a loss, and hostile ones."""

import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from operations.replicas import ANNA, MARA, TEXTS

from annotator import operations
from annotator.domain import KnownError, Refused
from annotator.domain.metadata import MetadataField, MetadataKind
from annotator.operations.metadata_rules import tidied
from annotator.store import queries

SPONSOR = MetadataField("sponsor", "Paid by", MetadataKind.CHOICE, ("state", "party"))


@pytest.fixture
def one(documents):
    return documents["plain.txt"]


@pytest.fixture
def other(documents):
    return documents["rare.txt"]


@pytest.fixture
def table(tmp_path):
    def written(text, name="values.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text.encode(encoding) if isinstance(text, str) else text)
        return path

    return written


def take(project, path, **options):
    return operations.import_metadata(project, author=MARA.id, path=path, **options)


def state(project):
    return operations.info(project).journal_digest


def known(project, document):
    return queries.document(project.live, document.id)


def test_a_table_is_looked_at_and_then_taken_in(project, one, other, table):
    operations.define_metadata_field(project, author=MARA.id, field=SPONSOR)
    path = table("File;Paid by;Date;Tone\nplain.txt;state;2026-03;grave\nrare.txt;party;;\nnone.txt;state;;\n")
    before = state(project)
    preview = operations.preview_metadata(project, path=path)
    assert state(project) == before
    assert (preview.key.heading, preview.key.kind) == ("File", operations.ArticleKey.NAME)
    assert preview.matched == (one.id, other.id)
    assert [(each.line, each.sentence) for each in preview.unmatched] == [
        (4, "no article of the project is called “none.txt”")
    ]
    assert (preview.unnamed, preview.refused) == (0, ())
    assert preview.new_fields == (MetadataField("Tone", position=1),)
    assert [(each.field, each.after) for each in preview.changes] == [
        ("sponsor", "state"), ("date", "2026-03"), ("Tone", "grave"), ("sponsor", "party"),
    ]  # fmt: skip
    made = take(project, path)
    assert (made.value, made.verb) == (preview, "import metadata")
    assert dict(known(project, one).metadata) == {"sponsor": "state", "Tone": "grave"}
    assert known(project, one).date == "2026-03"
    assert operations.check(project) == []
    told = next(iter(operations.whole_history(project))).sentence
    assert told == f"changed what is known of “{one.heading}” and 1 other article: date, Tone, sponsor"
    after = state(project)
    again = take(project, path)
    assert (again.verb, again.value.changes, state(project)) == ("", (), after)
    operations.undo(project, coder=MARA.id)
    assert known(project, one) == one
    assert [each.name for each in operations.metadata_fields(project)] == ["sponsor"]


def test_unknown_columns_can_be_left_out(project, one, table):
    made = take(project, table("file,Tone,outlet\nplain.txt,grave,Daily\n"), define=False)
    assert [each.heading for each in made.value.left_out] == ["Tone"]
    assert operations.metadata_fields(project) == ()
    assert known(project, one).outlet == "Daily"


def test_an_empty_cell_leaves_a_value_unless_it_is_to_clear(project, one, table):
    operations.set_metadata(project, author=MARA.id, document=one.id, values={"outlet": "Daily"})
    path = table("file,outlet\nplain.txt,\n")
    assert take(project, path).value.changes == ()
    take(project, path, clears=True)
    assert known(project, one).outlet == ""


@pytest.mark.parametrize("key", ["id", "sha", "title"])
def test_articles_are_named_in_any_way(project, one, other, table, key):
    words = {"id": lambda each: each.id.upper(), "sha": lambda each: each.text_sha256, "title": lambda each: each.title}
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerows([["what", "outlet"], *([words[key](each), f"O {each.name}"] for each in (one, other))])
    take(project, table(lines.getvalue()))
    assert [each.outlet for each in queries.documents(project.live)] == ["O plain.txt", "O rare.txt"]


def test_a_title_that_is_no_key_is_a_value(project, one, table):
    take(project, table("file,title\nplain.txt,New title\n"))
    assert known(project, one).title == "New title"
    take(project, table("file,title\nplain.txt,New title\n"), key="title")


def test_values_that_a_field_does_not_take_are_told_by_line(project, one, other, table):
    operations.define_metadata_field(project, author=MARA.id, field=SPONSOR)
    path = table('file,Paid by,date\n"plain.txt","me\n2",2026\nrare.txt,state,15.3.2026\n')
    preview = operations.preview_metadata(project, path=path)
    assert [(each.line, each.column) for each in preview.refused] == [(2, "Paid by"), (4, "date")]
    assert preview.refused[1].sentence == (
        f"“{other.heading}”: “Date” takes a date such as 2026, 2026-03 or 2026-03-15, not “15.3.2026”"
    )
    before = state(project)
    with pytest.raises(Refused, match="and 1 further value is not right; nothing was written") as refused:
        take(project, path)
    assert (refused.value.where, state(project)) == ("values.csv, line 2", before)
    take(project, path, skip_refused=True)
    assert (known(project, one).date, known(project, other).metadata["sponsor"]) == ("2026", "state")


def test_a_row_that_names_several_or_the_same_article_again_is_told(project, one, other, table):
    operations.set_metadata_of(project, author=MARA.id, values={each.id: {"title": "Same"} for each in (one, other)})
    path = table("file,outlet\nplain.txt,A\nplain.txt,B\n,C\n")
    preview = operations.preview_metadata(project, path=path)
    assert [each.sentence for each in preview.unmatched] == [
        "“plain.txt” is the article of line 2, which is taken", "no article of the project is called nothing at all",
    ]  # fmt: skip
    assert preview.unnamed == 1
    with pytest.raises(Refused, match="No column names an article"):
        take(project, table("t,outlet\nSame,A\n"))


def test_the_guard_of_a_spreadsheet_is_taken_off(project, one, table):
    take(project, table("file,outlet,tone\nplain.txt,'=1+1,'quoted'\n"))
    assert (known(project, one).outlet, known(project, one).metadata["tone"]) == ("=1+1", "'quoted'")


def test_only_the_lead_takes_values_in(project, table):
    with pytest.raises(Refused, match="Only the lead"):
        operations.import_metadata(project, author=ANNA.id, path=table("file,outlet\nplain.txt,A\n"))


VALUES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)
NAMES = st.lists(
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=10).filter(str.strip),
    max_size=3, unique_by=str.casefold,
)  # fmt: skip


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(names=NAMES, data=st.data())
def test_what_went_out_comes_back(project, one, other, tmp_path, names, data):
    """Whatever is known of the articles: written as a table, taken away, read back, it is the same."""
    for field in operations.metadata_fields(project):
        operations.remove_metadata_field(project, author=MARA.id, name=field.name)
    for name in names:
        try:
            operations.define_metadata_field(project, author=MARA.id, field=MetadataField(name))
        except Refused:
            continue
    fields = ["outlet", "author", "url", *(each.name for each in operations.metadata_fields(project))]
    values = {each.id: {name: data.draw(VALUES) for name in fields} for each in (one, other)}
    operations.set_metadata_of(project, author=MARA.id, values=values)
    path = tmp_path / "out.csv"
    assert operations.export_metadata(project, path=path).rows == len(TEXTS)
    written, expected = path.read_bytes(), queries.documents(project.live)
    assert operations.preview_metadata(project, path=path, clears=True).changes == ()
    nothing = {document: dict.fromkeys(several, "") for document, several in values.items()}
    operations.set_metadata_of(project, author=MARA.id, values=nothing)
    made = take(project, path)
    assert queries.documents(project.live) == expected
    assert made.value.new_fields == ()
    assert made.value.unmatched == made.value.refused == ()
    for document in expected:
        for name, value in values[document.id].items():
            found = getattr(document, name) if name in ("outlet", "author", "url") else document.metadata.get(name, "")
            assert found == tidied(value)
    operations.export_metadata(project, path=path)
    assert path.read_bytes() == written


HOSTILE = {
    "nothing": b"",
    "no row": b"file,outlet\n",
    "no heading": b"\n\n\n",
    "nul": b"file,outlet\nplain.txt,a\x00b\n",
    "one quotation mark": b'file,outlet\n"plain.txt,a\n',
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "a workbook that is none": b"PK\x03\x04" + b"\x00" * 100,
    "ten thousand columns": b",".join(b"c%d" % n for n in range(10_000)) + b"\nplain.txt\n",
    "half a character": b"file,outlet\nplain.txt,\xe5\n\xff\xfe,\xed\xa0\x80\n",
    "a name of megabytes": b"file," + b"x" * 3_000_000 + b"\nplain.txt,a\n",
    "a value of megabytes": b"file,outlet\nplain.txt," + b"x" * 3_000_000 + b"\n",
    "rows of every width": b"file,outlet\nplain.txt\nplain.txt,a,b,c\n,,,,\n",
    "columns of one name": b"file,outlet,outlet,Outlet\nplain.txt,a,b,c\n",
    "names of fields": b"file,deleted,__class__,alias.x,metadata.x\nplain.txt,a,b,c,d\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_table_is_refused_or_taken_and_the_project_stays_whole(project, one, table, name):
    path = table(HOSTILE[name])
    before, sentence = state(project), ""
    try:
        operations.preview_metadata(project, path=path)
        take(project, path)
    except KnownError as error:
        sentence = error.sentence
    assert "\n" not in sentence
    assert not sentence or state(project) == before
    assert operations.check(project) == []
    assert known(project, one).name == "plain.txt"


def test_names_of_the_journal_are_only_names(project, one, table):
    take(project, table(HOSTILE["names of fields"]))
    assert dict(known(project, one).metadata) == {"deleted": "a", "__class__": "b", "alias.x": "c", "metadata.x": "d"}
    assert known(project, one).other_names == ()
