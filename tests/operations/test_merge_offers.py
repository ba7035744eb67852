# SPDX-License-Identifier: MIT
"""Which texts are offered for carrying over, and which never are."""

import pytest
from operations.conftest import closed
from operations.replicas import ANNA, BEN, MARA, TEXTS
from operations.test_merging import annotate, other_project

from annotator import operations
from annotator.merging.preview import Recognised
from annotator.merging.questions import QuestionKind
from annotator.store import queries

NAME = "plain.txt"
PREFIXED = "[Updated] " + TEXTS[NAME]


def marked(tmp_path, codes, texts, *, coder=ANNA, start=10, name="other"):
    """Somebody's own project with these texts and one passage in the first; open."""
    theirs = other_project(tmp_path, coder, texts, name=name)
    document = next(each for each in queries.documents(theirs.live) if each.name == NAME)
    annotate(theirs, coder, document, codes["trust"], start, start + 7)
    return theirs


def kinds(preview):
    return [each.kind for each in preview.questions]


def test_a_text_without_annotations_is_no_question(project, tmp_path):
    preview = operations.preview_merge(project, paths=[closed(other_project(tmp_path, ANNA, {NAME: PREFIXED}))])
    assert preview.questions == ()
    assert [each.recognised for each in preview.files[0].documents] == [Recognised.NEW]


def test_who_holds_both_texts_keeps_them_apart(project, codes, tmp_path):
    theirs = marked(tmp_path, codes, {NAME: PREFIXED})
    (tmp_path / "both.txt").write_bytes(TEXTS[NAME].encode())
    operations.import_texts(theirs, author=ANNA.id, paths=[tmp_path / "both.txt"])
    assert operations.preview_merge(project, paths=[closed(theirs)]).questions == ()


def test_a_text_quite_unlike_any_here_is_new(project, codes, tmp_path):
    theirs = marked(tmp_path, codes, {NAME: "Entirely other words were printed under the same name."})
    preview = operations.preview_merge(project, paths=[closed(theirs)])
    assert preview.questions == ()
    assert preview.files[0].documents_new == (NAME,)


def test_one_text_in_two_files_is_one_question(project, codes, tmp_path):
    paths = [
        closed(marked(tmp_path, codes, {NAME: PREFIXED}, coder=coder, name=coder.name, start=start))
        for coder, start in ((ANNA, 10), (BEN, 18))
    ]
    paths[1] = paths[1].rename(paths[1].with_name("ben.annotator"))
    [question] = operations.preview_merge(project, paths=paths).questions
    assert question.files == ("other.annotator", "ben.annotator")
    assert len(question.detail.sure) == 2


def test_later_annotations_of_a_carried_text_are_offered_again_and_the_earlier_are_not(project, codes, tmp_path):
    theirs = marked(tmp_path, codes, {NAME: PREFIXED})
    path = closed(theirs)
    operations.merge(project, author=MARA.id, paths=[path], reanchor=True)
    assert operations.preview_merge(project, paths=[path]).questions == ()
    theirs = operations.open_project(path)
    [document] = queries.documents(theirs.live)
    later = annotate(theirs, ANNA, document, codes["trust"], 25, 31)
    operations.close_project(theirs)
    preview = operations.preview_merge(project, paths=[path])
    assert kinds(preview) == [QuestionKind.REANCHOR]
    assert [each.annotation for each in preview.questions[0].detail.sure] == [later.id]


@pytest.mark.parametrize("deletes", [False, True])
def test_an_original_changed_later_is_offered_again_and_a_deleted_one_is_gone(project, codes, tmp_path, deletes):
    path = closed(marked(tmp_path, codes, {NAME: PREFIXED}))
    operations.merge(project, author=MARA.id, paths=[path], reanchor=True)
    theirs = operations.open_project(path)
    [made] = operations.annotations(theirs)
    if deletes:
        operations.delete(theirs, coder=ANNA.id, annotations=[made.id])
    else:
        operations.describe(theirs, coder=ANNA.id, annotation=made.id, memo="surer now")
    operations.close_project(theirs)
    assert kinds(operations.preview_merge(project, paths=[path])) == ([] if deletes else [QuestionKind.REANCHOR])
    operations.merge(project, author=MARA.id, paths=[path], reanchor=True)
    assert [each.memo for each in operations.annotations(project)] == ([] if deletes else ["surer now"])
