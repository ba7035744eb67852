# SPDX-License-Identifier: MIT
"""Merging copies: the failures of other tools, each by name, and what a lead is told before and after."""

import hashlib

import pytest
from operations.conftest import closed
from operations.replicas import ANNA, BEN, MARA, TEXTS
from store.conftest import CODER
from store.crafting import change, plant, writing

from annotator import operations
from annotator.domain import Coder, CoderId, LockedOrDamaged, Refused, Span
from annotator.merging.preview import DifferenceKind
from annotator.merging.questions import APART, LEAVE, LEAVE_OUT, TAKE, QuestionKind
from annotator.store import journal, queries, verification


def annotate(project, coder, document, code, start, end, **details):
    return operations.annotate(
        project, coder=coder.id, document=document.id, code=code, span=Span.of(start, end),
        details=operations.Details(**details),
    ).value  # fmt: skip


def spans(project, coder=ANNA):
    return sorted(
        (each.span.start, each.span.end) for each in operations.annotations(project) if each.coder == coder.id
    )


def other_project(tmp_path, coder, texts, *, name="other"):
    folder = tmp_path / name
    folder.mkdir()
    project = operations.new_project(folder / "other.annotator", lead=coder)
    for file, text in texts.items():
        (folder / file).write_text(text, encoding="utf-8")
    operations.import_texts(project, author=coder.id, paths=[folder / file for file in texts])
    return project


def test_same_name_and_length_but_other_words_are_two_documents(project, documents, codes, tmp_path):
    name = "plain.txt"
    other = TEXTS[name].replace("Moscow", "Berlin")
    theirs = other_project(tmp_path, ANNA, {name: other})
    [document] = queries.documents(theirs.live)
    annotate(theirs, ANNA, document, codes["trust"], 0, 7)
    preview = operations.preview_merge(project, paths=[path := closed(theirs)])
    assert preview.files[0].documents_new == (name,)
    [whether, where] = preview.questions
    assert (whether.kind, whether.detail.sure, whether.detail.asked) == (QuestionKind.REANCHOR, (), 1)
    assert where.kind is QuestionKind.PLACE, "its words are there, but what follows them is not"
    operations.merge(project, author=MARA.id, paths=[path], answers={whether.id: LEAVE})
    same_name = [each for each in queries.documents(project.live) if each.name == name]
    assert len(same_name) == 2
    assert spans(project) == [(0, 7)]
    assert operations.article(project, document=documents[name].id).annotations == ()
    assert operations.article(project, document=document.id).text == other


def test_two_coders_of_one_name_are_kept_apart_and_told(project, documents, codes, sent):
    first = sent(Coder(CoderId("01900000-0000-7000-8000-0000000000f1"), "Kim"), "one.annotator")
    second = sent(Coder(CoderId("01900000-0000-7000-8000-0000000000f2"), "kim"), "two.annotator")
    for theirs, memo in ((first, "mine"), (second, "mine too")):
        kim = operations.overview(theirs).active_coder
        annotate(theirs, kim, documents["plain.txt"], codes["trust"], 0, 7, memo=memo)
    paths = [closed(first), closed(second)]
    preview = operations.preview_merge(project, paths=paths)
    [question] = preview.questions
    assert (question.kind, question.default, question.required) == (QuestionKind.PERSON, APART, False)
    assert {question.detail.source_name, question.detail.target_name} == {"Kim", "kim"}
    operations.merge(project, author=MARA.id, paths=paths)
    assert sorted(each.memo for each in operations.annotations(project)) == ["mine", "mine too"]
    assert len({each.coder for each in operations.annotations(project)}) == 2


def test_a_moved_and_a_deleted_span_sent_again_leave_the_coders_present_state(project, documents, codes, sent):
    theirs = sent()
    one = annotate(theirs, ANNA, documents["plain.txt"], codes["trust"], 0, 7)
    two = annotate(theirs, ANNA, documents["plain.txt"], codes["trust"], 8, 14)
    first = operations.send_copy(theirs, path=theirs.path.with_name("first.annotator"))
    operations.merge(project, author=MARA.id, paths=[first])
    assert spans(project) == [(0, 7), (8, 14)]
    operations.resize(theirs, coder=ANNA.id, annotation=one.id, span=Span.of(0, 14))
    operations.delete(theirs, coder=ANNA.id, annotations=[two.id])
    [plan] = operations.preview_merge(project, paths=[path := closed(theirs)]).files
    [anna] = [coder for coder in plan.coders if coder.coder == ANNA.id]
    assert (anna.new, anna.changed, anna.deleted, anna.before, anna.after) == (0, 1, 1, 2, 1)
    operations.merge(project, author=MARA.id, paths=[path])
    assert spans(project) == [(0, 14)]
    operations.merge(project, author=MARA.id, paths=[first])
    assert spans(project) == [(0, 14)], "an older file does not raise what was deleted"


def test_two_codes_of_nearly_one_name_are_two_and_told(project, tmp_path):
    theirs = other_project(tmp_path, ANNA, {})
    with theirs.action(author=ANNA.id, verb="add code") as action:
        action.write(
            "code", "01900000-0000-7000-8000-0000000000c9", {"name": "evidence of TRUST", "short_name": "trust2"}
        )
    preview = operations.preview_merge(project, paths=[path := closed(theirs)])
    [question] = preview.questions
    assert (question.kind, question.default, question.required) == (QuestionKind.CODE, APART, False)
    assert [each.kind for each in preview.files[0].codebook] == [DifferenceKind.SAME_NAME]
    before = len(queries.codebook(project.live).codes)
    operations.merge(project, author=MARA.id, paths=[path])
    assert len(queries.codebook(project.live).codes) == before + 1


def test_one_text_of_two_names_is_one_document_and_keeps_both(project, documents, codes, tmp_path):
    theirs = other_project(tmp_path, ANNA, {"renamed.txt": TEXTS["plain.txt"]})
    [document] = queries.documents(theirs.live)
    assert document.id == documents["plain.txt"].id
    annotate(theirs, ANNA, document, codes["trust"], 0, 7)
    preview = operations.preview_merge(project, paths=[path := closed(theirs)])
    assert any("It is one document." in note for note in preview.files[0].notes)
    assert any("project of its own" in note for note in preview.files[0].notes)
    operations.merge(project, author=MARA.id, paths=[path])
    [merged] = [each for each in queries.documents(project.live) if each.id == document.id]
    assert {merged.name, *merged.other_names} == {"plain.txt", "renamed.txt"}
    assert spans(project) == [(0, 7)]


def test_two_definitions_of_one_code_are_told_and_both_kept(project, codes, sent):
    theirs = sent(MARA)
    for copy, words in ((project, "relies on"), (theirs, "counts on")):
        with copy.action(author=MARA.id, verb="change code") as action:
            action.write("code", codes["trust"], {"definition": words})
    preview = operations.preview_merge(project, paths=[path := closed(theirs)])
    assert any("both definitions are kept" in note for note in preview.files[0].notes)
    [question] = preview.questions
    assert (question.kind, question.required) == (QuestionKind.DEFINITION, False)
    assert {each.source for each in question.detail.versions} == {"here", "anna.annotator"}
    operations.merge(project, author=MARA.id, paths=[path])
    written = {each.payload["set"].get("definition") for each in journal.changes_of(project.live, codes["trust"])}
    assert {"relies on", "counts on"} <= written
    assert any(field == "definition" for _, field, _, _ in queries.conflicts(project.live))


def test_a_second_merge_adds_nothing_and_makes_no_backup(project, documents, codes, sent, home):
    theirs = sent()
    annotate(theirs, ANNA, documents["rare.txt"], codes["trust"], 0, 3)
    path = closed(theirs)
    first = operations.merge(project, author=MARA.id, paths=[path]).value
    assert first.added_changes > 0
    assert first.backup.exists()
    digest = operations.info(project).journal_digest
    second = operations.merge(project, author=MARA.id, paths=[path, path]).value
    assert (second.added_changes, second.backup) == (0, None)
    assert operations.info(project).journal_digest == digest
    assert len(list((home / "data" / "backups").rglob("*.annotator"))) == 1


def test_a_second_merge_within_the_same_hour_has_its_own_backup(project, documents, codes, sent):
    theirs, kept = sent(), []
    for start in (0, 8):
        before = operations.info(project).journal_digest
        annotate(theirs, ANNA, documents["plain.txt"], codes["trust"], start, start + 5)
        path = operations.send_copy(theirs, path=theirs.path.with_name(f"{start}.annotator"))
        kept.append((operations.merge(project, author=MARA.id, paths=[path]).value.backup, before))
    assert kept[0][0] != kept[1][0]
    for path, digest in kept:
        backup = operations.open_project(path)
        assert operations.info(backup).journal_digest == digest
        operations.close_project(backup)


def test_an_older_copy_is_told_and_takes_nothing_away(project, documents, codes, sent):
    theirs = sent()
    old = operations.send_copy(theirs, path=theirs.path.with_name("old.annotator"))
    for start in range(6):
        annotate(theirs, ANNA, documents["plain.txt"], codes["trust"], start, start + 5)
    operations.merge(project, author=MARA.id, paths=[closed(theirs)])
    again = operations.open_project(old)
    annotate(again, ANNA, documents["plain.txt"], codes["trust"], 20, 25)
    preview = operations.preview_merge(project, paths=[closed(again)])
    assert preview.questions == ()
    assert [each for each in preview.files[0].notes if "may be an older one" in each] == [
        "Anna's copy lacks 6 of the 6 annotations that are here: it may be an older one, or "
        "from another computer. None is taken away."
    ]


def test_no_merge_without_a_backup(project, documents, codes, sent, home):
    theirs = sent()
    annotate(theirs, ANNA, documents["plain.txt"], codes["trust"], 0, 7)
    path = closed(theirs)
    before = operations.info(project).journal_digest
    (home / "data" / "backups").write_text("no folder")
    with pytest.raises(Exception, match="No backup could be made"):
        operations.merge(project, author=MARA.id, paths=[path])
    assert operations.info(project).journal_digest == before


def test_a_backup_is_the_project_before(project, documents, codes, sent):
    theirs = sent()
    annotate(theirs, ANNA, documents["plain.txt"], codes["trust"], 0, 7)
    before = operations.info(project).journal_digest
    kept = operations.merge(project, author=MARA.id, paths=[closed(theirs)]).value.backup
    backup = operations.open_project(kept)
    assert operations.info(backup).journal_digest == before
    operations.close_project(backup)


def test_concurrent_edits_are_both_kept_the_later_shown_and_listed(project, documents, codes, sent):
    made = annotate(project, MARA, documents["plain.txt"], codes["trust"], 0, 7)
    theirs = sent(MARA)
    operations.describe(project, coder=MARA.id, annotation=made.id, memo="here")
    operations.describe(theirs, coder=MARA.id, annotation=made.id, memo="there, later")
    path = closed(theirs)
    [plan] = operations.preview_merge(project, paths=[path]).files
    assert plan.conflicts == 1
    assert [(each.name, each.conflicts) for each in plan.coders] == [("Mara", 1)]
    operations.merge(project, author=MARA.id, paths=[path])
    assert queries.annotation(project.live, made.id).memo == "there, later"
    assert any("changed on two computers" in finding.sentence for finding in operations.check(project))
    operations.describe(project, coder=MARA.id, annotation=made.id, memo="settled")
    assert queries.conflicts(project.live) == []


def test_a_drop_in_somebodys_annotations_is_an_alarm(project, documents, codes, sent):
    theirs = sent()
    made = [annotate(theirs, ANNA, documents["plain.txt"], codes["trust"], n, n + 5) for n in range(6)]
    operations.merge(
        project, author=MARA.id, paths=[operations.send_copy(theirs, path=theirs.path.with_name("a.annotator"))]
    )
    operations.delete(theirs, coder=ANNA.id, annotations=[each.id for each in made])
    path = closed(theirs)
    [alarm] = operations.preview_merge(project, paths=[path]).questions
    assert (alarm.kind, alarm.required, alarm.default) == (QuestionKind.ALARM, True, "")
    assert (alarm.detail.coder_name, alarm.detail.before, alarm.detail.after) == ("Anna", 6, 0)
    assert {*alarm.detail.deleted} == {each.id for each in made}
    assert alarm.detail.articles == ((documents["plain.txt"].id, documents["plain.txt"].heading, 6),)
    assert alarm.detail.last_merge <= alarm.detail.first <= alarm.detail.last
    with pytest.raises(Refused, match="An answer is missing: Anna: 6 annotations fewer"):
        operations.merge(project, author=MARA.id, paths=[path])
    assert len(spans(project)) == 6
    left = operations.merge(project, author=MARA.id, paths=[path], answers={alarm.id: LEAVE_OUT}).value
    assert (left.added_changes, len(spans(project))) == (0, 6)
    operations.merge(project, author=MARA.id, paths=[path], answers={alarm.id: TAKE})
    assert spans(project) == []


def test_twenty_small_files_at_once_in_any_order(project, documents, codes, sent, tmp_path):
    paths = []
    for number in range(20):
        coder = Coder(CoderId(f"01900000-0000-7000-8000-0000000001{number:02d}"), f"Coder {number}")
        theirs = sent(coder, f"coder{number}.annotator")
        annotate(theirs, coder, documents["plain.txt"], codes["trust"], number, number + 5)
        operations.finish(theirs, coder=coder.id, document=documents["plain.txt"].id)
        paths.append(closed(theirs))
    other = operations.open_project(operations.send_copy(project, path=tmp_path / "other.annotator"))
    result = operations.merge(project, author=MARA.id, paths=paths).value
    assert [sum(coder.new for coder in plan.coders) for plan in result.preview.files] == [1] * 20
    for path in reversed(paths):
        operations.merge(other, author=MARA.id, paths=[path])
    assert operations.info(other).journal_digest == operations.info(project).journal_digest
    assert list(operations.annotations(other)) == list(operations.annotations(project))
    assert list(verification.faults(project)) == []
    operations.close_project(other)


def folder_state(folder):
    return {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in folder.iterdir() if each.is_file()}


@pytest.mark.parametrize("kind", ["crafted", "missing", "text", "itself", "folder", "live elsewhere here"])
def test_a_refused_file_says_why_and_changes_nothing(project, sent, tmp_path, kind):
    path = tmp_path / "anna.annotator"
    theirs = sent()
    if kind != "live elsewhere here":
        closed(theirs)
    if kind == "crafted":
        plant(path, change(CODER, writing("annotation", memo="x")))
    elif kind == "missing":
        path.unlink()
    elif kind == "text":
        path.write_text("no project")
    elif kind == "itself":
        path = project.path
    elif kind == "folder":
        path = tmp_path
    before, digest = folder_state(tmp_path), operations.info(project).journal_digest
    preview = operations.preview_merge(project, paths=[path])
    assert preview.files == ()
    assert preview.refused[0].sentence.endswith(".")
    with pytest.raises((Refused, LockedOrDamaged), match=r"file|folder|project|open") as said:
        operations.merge(project, author=MARA.id, paths=[path])
    assert said.value.where == path.name
    assert folder_state(tmp_path) == before
    assert operations.info(project).journal_digest == digest


def test_one_refused_file_stops_all_unless_it_is_to_be_skipped(project, documents, codes, sent, tmp_path):
    theirs = sent()
    annotate(theirs, ANNA, documents["plain.txt"], codes["trust"], 0, 7)
    (tmp_path / "broken.annotator").write_text("x")
    paths = [closed(theirs), tmp_path / "broken.annotator"]
    with pytest.raises(Refused, match="no project"):
        operations.merge(project, author=MARA.id, paths=paths)
    assert spans(project) == []
    result = operations.merge(project, author=MARA.id, paths=paths, skip_refused=True).value
    assert spans(project) == [(0, 7)]
    assert [each.name for each in result.preview.refused] == ["broken.annotator"]


def test_two_files_that_call_two_things_by_one_name_are_told_apart(project, sent, tmp_path):
    paths = []
    for number, fields in enumerate(({"name": "Kim"}, {"name": "Kim", "short_name": "kim"})):
        theirs = sent(BEN, f"{number}.annotator")
        with theirs.action(author=BEN.id, verb="x") as action:
            action.write("code" if number else "coder", "01900000-0000-7000-8000-0000000000e1", fields)
        paths.append(closed(theirs))
    preview = operations.preview_merge(project, paths=paths)
    assert [len(preview.files), len(preview.refused)] == [1, 1]
    assert "Two different things bear one identity" in preview.refused[0].sentence


def test_a_merge_taken_back_is_hidden_and_comes_again(project, documents, codes, sent):
    theirs = sent()
    annotate(theirs, ANNA, documents["plain.txt"], codes["trust"], 0, 7)
    path = closed(theirs)
    operations.merge(project, author=MARA.id, paths=[path])
    digest = operations.info(project).journal_digest
    for _ in range(2):
        assert operations.withdraw_merge(project, author=MARA.id).value == 1
        assert spans(project) == []
        with pytest.raises(Refused, match="Nothing was merged"):
            operations.withdraw_merge(project, author=MARA.id)
        assert operations.merge(project, author=MARA.id, paths=[path]).value.added_changes > 0
        assert spans(project) == [(0, 7)]
    assert operations.info(project).journal_digest == digest
    assert list(verification.faults(project)) == []


def test_a_merge_is_one_commit(project, documents, codes, sent):
    theirs = sent()
    annotate(theirs, ANNA, documents["plain.txt"], codes["trust"], 0, 7)
    path, said = closed(theirs), []
    project.live.set_trace_callback(said.append)
    operations.merge(project, author=MARA.id, paths=[path])
    project.live.set_trace_callback(None)
    assert said.count("COMMIT") == 1


def test_work_on_an_article_that_was_taken_out_is_told_and_comes_back_with_the_article(
    project, documents, codes, sent, tmp_path
):
    theirs = sent()
    annotate(theirs, ANNA, documents["plain.txt"], codes["trust"], 0, 7)
    operations.undo(project, coder=MARA.id)
    path = closed(theirs)
    preview = operations.preview_merge(project, paths=[path])
    assert [each for each in preview.warnings if "taken out" in each] == [
        "“plain.txt” was taken out of the project, and 1 annotations of it come with these files; "
        "import the article again to see them."
    ]
    operations.merge(project, author=MARA.id, paths=[path])
    assert any("taken out" in finding.sentence for finding in operations.check(project))
    operations.import_texts(project, author=MARA.id, paths=[tmp_path / "plain.txt"])
    assert spans(project) == [(0, 7)]
    assert operations.check(project) == []
