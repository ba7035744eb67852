# SPDX-License-Identifier: MIT
"""Taking articles in: one action, all or nothing, the same folder twice adds nothing, undone and redone whole."""

import json
from pathlib import Path

import pytest
from operations.replicas import ANNA, BEN, MARA, TEXTS

from annotator import operations
from annotator.domain import Refused, RegionState
from annotator.domain.metadata import MetadataField, MetadataKind
from annotator.operations import NearChoice
from annotator.store import journal, queries, verification

WORDS = [f"word{number}" for number in range(400)]
QUOTE = "We do not trust them, and we never have, she said."
NEAR = {
    "a.txt": "One title\n\n" + " ".join(WORDS),
    "b.txt": "Other title\n\n" + " ".join(WORDS[50:]),
    "c.txt": "Third title\n\n" + " ".join(WORDS[:200]) + " with an end of its own",
}


def lay(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    return folder


def take(project, *paths, **named):
    preview = operations.preview_articles(project, paths=paths)
    return operations.import_articles(project, author=MARA.id, preview=preview, **named)


def by_name(project):
    return {document.name: document for document in queries.documents(project.live)}


def digest(project):
    return journal.digest(journal.ids(project.live))


def test_articles_come_in_exactly_and_in_order(project, tmp_path):
    folder = lay(tmp_path / "in", {"2.txt": "Second\u00a0one.", "10.txt": "Tenth 👍.", "sub/1.txt": "Deep."})
    said = []
    project.live.set_trace_callback(said.append)
    outcome = take(project, folder)
    project.live.set_trace_callback(None)
    assert [each for each in said if each.startswith(("BEGIN", "COMMIT"))] == ["BEGIN IMMEDIATE", "COMMIT"]
    assert not [each for each in said if each.startswith("SELECT body FROM text")]
    documents = queries.documents(project.live)
    assert [each.name for each in documents] == [*TEXTS, "2.txt", "10.txt", "sub/1.txt"]
    assert tuple(each.id for each in documents[-3:]) == outcome.value.added
    assert project.texts.body(documents[-2].text_sha256) == "Tenth 👍."
    assert dict(documents[-1].metadata) == {"path": "sub/1.txt"}
    assert [each.name for each in queries.metadata_fields(project.live)] == ["path"]
    assert (outcome.verb, outcome.value.new_fields) == ("import texts", ("path",))
    assert list(verification.faults(project)) == []


def test_the_same_folder_twice_adds_nothing(project, tmp_path):
    folder = lay(tmp_path / "in", {"a.txt": "New.", "b.txt": "New.", "news.csv": "id,text,desk\n7,Row.,Politics\n"})
    first = take(project, folder, repeated_passages=True)
    before = digest(project)
    again = take(project, folder, repeated_passages=True)
    assert digest(project) == before
    assert again.value.added == ()
    assert again.value.already_there == ("a.txt", "b.txt", "news.csv/7")
    assert by_name(project)["a.txt"].other_names == ("b.txt",)
    assert (len(first.value.added), again.verb) == (2, "")


def test_another_name_for_a_known_text_is_kept(project, tmp_path):
    name, text = next(iter(TEXTS.items()))
    report = take(project, lay(tmp_path / "in", {"other.txt": text})).value
    assert (report.renamed, report.already_there) == (1, ("other.txt",))
    assert by_name(project)[name].other_names == ("other.txt",)


def test_what_a_file_says_fills_known_fields_and_defines_new_ones(project, tmp_path):
    operations.define_metadata_field(project, author=MARA.id, field=MetadataField("Desk"))
    operations.define_metadata_field(project, author=MARA.id, field=MetadataField("n", kind=MetadataKind.NUMBER))
    lines = [
        "text,headline,source,byline,published,link,desk,n,article,Author",
        "One.,On trust,The Paper,A. Writer,2026-03-15T08:00:00Z,https://e.org/1,Politics,7,x,second",
        f"Two.,,,{'B' * 400},15 March 2026,,,many,,",
    ]
    folder = lay(tmp_path / "in", {"news.csv": "\n".join(lines)})
    choices = operations.ArticleChoices(columns={"author": "byline"})
    preview = operations.preview_articles(project, paths=[folder], choices=choices)
    report = operations.import_articles(project, author=MARA.id, preview=preview).value
    first, second = (by_name(project)[f"news.csv/row {row}"] for row in (2, 3))
    assert (first.title, first.outlet, first.author) == ("On trust", "The Paper", "A. Writer")
    assert (first.date, first.url) == ("2026-03-15", "https://e.org/1")
    assert dict(first.metadata) == {"Desk": "Politics", "n": "7", "article 2": "x", "Author 2": "second"}
    assert (second.date, dict(second.metadata)) == ("", {"date as given": "15 March 2026"})
    assert (len(second.author), second.title) == (300, "Two.")
    assert report.new_fields == ("article 2", "Author 2", "date as given")
    assert {each.sentence[:11] for each in report.findings} == {"The end of ", "A value tha"}


def test_corrections_go_before_what_the_file_says(project, tmp_path):
    folder = lay(tmp_path / "in", {"news.csv": "text,title,desk\nOne.,Wrong,Gone\n"})
    take(project, folder, metadata={0: {"title": "Right", "desk": "", "date": "2026"}})
    document = by_name(project)["news.csv/row 2"]
    assert (document.title, document.date, dict(document.metadata)) == ("Right", "2026", {})


def test_only_what_is_chosen_comes_in(project, tmp_path):
    folder = lay(tmp_path / "in", {"a.txt": "A.", "b.txt": "B.", "c.txt": "A."})
    report = take(project, folder, keep={1, 2}).value
    assert set(by_name(project)) == {*TEXTS, "b.txt", "c.txt"}
    assert (report.repeated, report.left_out) == (("a.txt",), ())
    assert take(project, folder, keep=()).value.added == ()


@pytest.mark.parametrize(
    ("choice", "names", "groups"),
    [(NearChoice.KEEP, 3, 0), (NearChoice.SKIP, 1, 0), (NearChoice.GROUP, 3, 1), ({1: NearChoice.GROUP}, 3, 1)],
)
def test_near_identical_articles_are_kept_left_out_or_grouped(project, tmp_path, choice, names, groups):
    report = take(project, lay(tmp_path / "in", NEAR), near=choice).value
    documents = [each for name, each in by_name(project).items() if name in NEAR]
    assert len(documents) == len(report.added) == names
    assert len({each.duplicate_group for each in documents} - {""}) == groups
    if choice == NearChoice.GROUP:
        assert all(each.duplicate_group for each in documents)
    if isinstance(choice, dict):
        assert [each.name for each in documents if not each.duplicate_group] == ["c.txt"]


def test_a_group_takes_in_what_the_project_has_and_grows(project, tmp_path):
    folder = lay(tmp_path / "in", NEAR)
    take(project, folder / "a.txt")
    take(project, folder / "b.txt", near=NearChoice.GROUP)
    assert by_name(project)["a.txt"].duplicate_group
    take(project, folder / "c.txt", near=NearChoice.GROUP)
    groups = {by_name(project)[name].duplicate_group for name in NEAR}
    assert len(groups - {""}) == len(groups) == 1
    everything = [by_name(project)[name].id for name in NEAR]
    assert operations.confirm_duplicates(project, author=MARA.id, documents=everything).value == ()
    assert [len(each.documents) for each in operations.similar_articles(project) if each.is_confirmed] == [3]


def test_only_the_lead_groups(project, tmp_path):
    operations.add_coder(project, author=MARA.id, coder=ANNA)
    preview = operations.preview_articles(project, paths=[lay(tmp_path / "in", NEAR)])
    with pytest.raises(Refused, match="Only the lead"):
        operations.import_articles(project, author=ANNA.id, preview=preview, near=NearChoice.GROUP)


def test_repeated_passages_are_proposed_where_chosen(project, tmp_path):
    text = f"{QUOTE}\n\nShe rose. {QUOTE} She left."
    take(project, lay(tmp_path / "one", {"a.txt": text}))
    assert queries.regions(project.live, by_name(project)["a.txt"].id) == ()
    report = take(project, lay(tmp_path / "two", {"b.txt": text + " Late."}), repeated_passages=True).value
    (region,) = queries.regions(project.live, by_name(project)["b.txt"].id)
    assert (region.state, region.quote, region.coder) == (RegionState.PROPOSED, QUOTE, MARA.id)
    assert report.regions == 1


def test_an_import_is_undone_and_done_again_whole(project, tmp_path):
    folder = lay(tmp_path / "in", {**NEAR, "news.csv": f'text,desk\n"{QUOTE}\n{QUOTE}",Politics\n'})
    take(project, folder, near=NearChoice.GROUP, repeated_passages=True)
    after = [*queries.documents(project.live)], queries.metadata_fields(project.live)
    operations.undo(project, coder=MARA.id)
    assert set(by_name(project)) == set(TEXTS)
    assert queries.metadata_fields(project.live) == ()
    operations.redo(project, coder=MARA.id)
    assert ([*queries.documents(project.live)], queries.metadata_fields(project.live)) == after
    operations.undo(project, coder=MARA.id)
    report = take(project, folder, near=NearChoice.GROUP, repeated_passages=True).value
    assert len(report.added) == 4
    assert {name: each.title for name, each in by_name(project).items() if name in NEAR} == {
        "a.txt": "One title", "b.txt": "Other title", "c.txt": "Third title",
    }  # fmt: skip
    assert list(verification.faults(project)) == []


def test_a_failed_import_leaves_nothing(project, tmp_path, monkeypatch):
    preview = operations.preview_articles(project, paths=[lay(tmp_path / "in", {"a.txt": "A.", "b/c.txt": "C."})])
    before = digest(project), project.live.execute("SELECT count(*) FROM text").fetchone()

    def fail(*_: object) -> None:
        raise Refused("The disk is gone.")

    monkeypatch.setattr(type(project), "note_event", fail)
    with pytest.raises(Refused, match="disk"):
        operations.import_articles(project, author=MARA.id, preview=preview)
    assert (digest(project), project.live.execute("SELECT count(*) FROM text").fetchone()) == before
    assert queries.metadata_fields(project.live) == ()


def test_what_came_meanwhile_is_not_taken_twice(project, tmp_path):
    folder = lay(tmp_path / "in", {"a.txt": "A."})
    preview = operations.preview_articles(project, paths=[folder])
    take(project, folder)
    assert operations.import_articles(project, author=MARA.id, preview=preview).value.already_there == ("a.txt",)


def test_the_report_is_kept_in_the_project(project, tmp_path):
    folder = lay(tmp_path / "in", {"a.txt": "A.", "b.txt": "\0", ".c": "hidden"})
    report = take(project, folder).value
    kind, detail = project.live.execute("SELECT kind, detail FROM event ORDER BY rowid DESC LIMIT 1").fetchone()
    kept = json.loads(detail)
    assert kind == "import"
    assert {name: kept[name] for name in report.as_json()} == json.loads(json.dumps(report.as_json()))
    assert (kept["added"], kept["refused"][0]["file"], kept["findings"][0]["count"]) == (1, "b.txt", 1)
    assert kept["author"] == MARA.id


def test_a_coders_file_takes_no_articles(project, tmp_path):
    with project.transaction():
        project.set_handed_out()
    preview = operations.preview_articles(project, paths=[lay(tmp_path / "in", {"a.txt": "A."})])
    with pytest.raises(Refused, match="adding articles"):
        operations.import_articles(project, author=BEN.id, preview=preview)


def test_two_projects_with_the_same_articles_meet_in_a_merge(project, tmp_path, sent):
    folder = lay(tmp_path / "in", {"news.csv": "id,text,desk\n7,Row.,Politics\n"})
    theirs = sent(coder=MARA)
    take(theirs, folder)
    take(project, folder)
    operations.close_project(theirs)
    operations.merge(project, author=MARA.id, paths=[theirs.path])
    assert len(by_name(project)) == len(TEXTS) + 1
    assert dict(by_name(project)["news.csv/7"].metadata) == {"external_id": "7", "desk": "Politics"}
