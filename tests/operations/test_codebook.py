# SPDX-License-Identifier: MIT
from dataclasses import replace

import pytest

from annotator import operations
from annotator.domain import Code, Coder, Pattern, Refused, new_uuid

LEAD = Coder(new_uuid(), "Lena")
HOPE = Code(id="", name="Evidence of hope", short_name="hope", shortcut="5", pattern=Pattern.LONG_DASH)


@pytest.fixture
def project(tmp_path):
    made = operations.new_project(tmp_path / "study.annotator", lead=LEAD)
    yield made
    operations.close_project(made)


def codes(project):
    return operations.overview(project).codebook


def test_a_code_is_added_at_the_end_and_can_be_undone(project):
    before = codes(project)
    made = operations.add_code(project, author=LEAD.id, code=HOPE).value
    assert codes(project).codes == (*before.codes, made)
    assert (made.position, made.name) == (4, "Evidence of hope")
    assert codes(project).revision != before.revision
    assert operations.overview(project).undo == "adding a code"
    operations.undo(project, coder=LEAD.id)
    assert codes(project) == before
    operations.redo(project, coder=LEAD.id)
    assert codes(project).find("hope") == made


def test_a_change_keeps_what_was_not_changed(project):
    trust = codes(project).find("trust")
    changed = replace(trust, definition="One side relies on the other.", colour="#123456", retired=True)
    operations.change_code(project, author=LEAD.id, code=changed)
    assert codes(project).find("trust") == changed
    assert changed not in codes(project).active
    operations.undo(project, coder=LEAD.id)
    assert codes(project).find("trust") == trust
    assert operations.change_code(project, author=LEAD.id, code=trust).verb == ""


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"name": " "}, "needs a name"),
        ({"name": "Evidence of TRUST"}, "already a code"),
        ({"short_name": "Trust"}, "taken by"),
        ({"short_name": "two words"}, "one word"),
        ({"short_name": ""}, "one word"),
        ({"short_name": "exclude"}, "one word"),
        ({"shortcut": "1"}, "key 1 is taken"),
        ({"shortcut": "0"}, "a digit"),
        ({"shortcut": "12"}, "a digit"),
        ({"definition": "x" * 100_001}, "cannot be kept"),
    ],
)
def test_what_a_code_cannot_be(project, change, sentence):
    before = codes(project)
    with pytest.raises(Refused, match=sentence):
        operations.add_code(project, author=LEAD.id, code=replace(HOPE, **change))
    assert codes(project) == before


def test_only_the_lead_edits_and_only_what_is_there(project):
    with pytest.raises(Refused, match="lead"):
        operations.add_code(project, author=new_uuid(), code=HOPE)
    with pytest.raises(Refused, match="not in the codebook"):
        operations.change_code(project, author=LEAD.id, code=replace(HOPE, id=new_uuid()))


def test_a_retired_code_frees_its_key_and_cannot_be_applied(project, tmp_path):
    (tmp_path / "a.txt").write_text("Beijing trusts Moscow.")
    operations.import_texts(project, author=LEAD.id, paths=[tmp_path / "a.txt"])
    [summary] = operations.overview(project).documents
    trust = codes(project).find("trust")
    from annotator.domain import Span

    made = operations.annotate(
        project, coder=LEAD.id, document=summary.document.id, code=trust.id, span=Span.of(0, 7)
    ).value
    operations.change_code(project, author=LEAD.id, code=replace(trust, retired=True))
    operations.add_code(project, author=LEAD.id, code=replace(HOPE, shortcut="1"))
    with pytest.raises(Refused, match="retired"):
        operations.annotate(project, coder=LEAD.id, document=summary.document.id, code=trust.id, span=Span.of(8, 14))
    assert operations.annotation(project, annotation=made.id) == made
