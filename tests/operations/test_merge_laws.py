# SPDX-License-Identifier: MIT
"""Laws of merging with answers: they commute, are asked once, add nothing twice, and an undo restores."""

import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from operations.replicas import ANNA, BEN, MARA, tables, template

from annotator import operations
from annotator.domain import Coder, CoderId, Span
from annotator.domain.identifiers import derived_uuid
from annotator.merging.questions import APART, SAME, QuestionKind
from annotator.store import queries, verification

KIMS = [Coder(CoderId(f"01900000-0000-7000-8000-0000000002{number:02d}"), name) for number, name in
        enumerate(("Kim", "kim", "KIM", "Sasha"))]  # fmt: skip
NAMES = ("Trust", "TRUST", "Doubt", "doubt", "mistrust")


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("laws")
        patch.setenv("ANNOTATOR_HOME", str(folder / "home"))
        return template(folder)


def coder_file(source, path, coder, code_name, starts):
    """Make a copy in which somebody adds a code and marks passages with it."""
    shutil.copyfile(source, path)
    theirs = operations.open_project(path)
    operations.set_active_coder(theirs, coder=coder)
    code = derived_uuid("code", coder.id, code_name)
    with theirs.action(author=coder.id, verb="add code") as action:
        action.write("code", code, {"name": code_name, "short_name": code_name})
    document = next(each for each in queries.documents(theirs.live) if each.name == "plain.txt")
    for start in starts:
        span = Span.of(start, start + 5)
        operations.annotate(theirs, coder=coder.id, document=document.id, code=code, span=span)
    operations.close_project(theirs)
    return path


@settings(max_examples=12, suppress_health_check=list(HealthCheck), derandomize=True)
@given(
    coders=st.lists(st.sampled_from(KIMS), min_size=2, max_size=3, unique=True),
    names=st.lists(st.sampled_from(NAMES), min_size=3, max_size=3),
    starts=st.lists(st.integers(0, 50), max_size=4, unique=True),
    choices=st.lists(st.sampled_from([SAME, APART]), min_size=8, max_size=8),
)
def test_answers_commute_are_asked_once_and_undone(source, tmp_path_factory, coders, names, starts, choices):
    folder = tmp_path_factory.mktemp("example")
    paths = [
        coder_file(source, folder / f"{number}.annotator", coder, names[number], starts)
        for number, coder in enumerate(coders)
    ]
    lead = folder / "lead.annotator"
    shutil.copyfile(source, lead)
    project = operations.open_project(lead)
    try:
        operations.merge(project, author=MARA.id, paths=paths)
        unanswered = tables(project)
        operations.withdraw_merge(project, author=MARA.id)
        questions = operations.preview_merge(project, paths=paths).questions
        assert {each.kind for each in questions} <= {QuestionKind.CODE, QuestionKind.PERSON}
        answers = {each.id: choice for each, choice in zip(questions, choices, strict=False)}
        operations.merge(project, author=MARA.id, paths=paths, answers=answers)
        answered, digest = tables(project), operations.info(project).journal_digest
        assert {name: rows for name, rows in answered.items() if name != "alias"} == {
            name: rows for name, rows in unanswered.items() if name != "alias"
        }, "an alias alters nothing but what things count as"
        assert operations.preview_merge(project, paths=paths[::-1]).questions == ()
        assert operations.merge(project, author=MARA.id, paths=paths[::-1]).value.added_changes == 0
        assert operations.info(project).journal_digest == digest
        if SAME in answers.values():
            operations.undo(project, coder=MARA.id)
            assert tables(project) == unanswered
            operations.redo(project, coder=MARA.id)
            assert tables(project) == answered
        assert list(verification.faults(project)) == []
        require_meeting(source, folder, project)
    finally:
        operations.close_project(project)


def require_meeting(source, folder, project):
    """Another copy that takes in the answered project, before or after work of its own, shows the same."""
    sent = operations.send_copy(project, path=folder / "sent.annotator")
    other = coder_file(source, folder / "ben.annotator", BEN, "Fear", [3])
    copies = []
    for number, order in enumerate(([sent, other], [other, sent])):
        path = folder / f"copy{number}.annotator"
        shutil.copyfile(source, path)
        copy = operations.open_project(path)
        for each in order:
            operations.merge(copy, author=ANNA.id, paths=[each])
        copies.append(tables(copy))
        operations.close_project(copy)
    assert copies[0] == copies[1]
