# SPDX-License-Identifier: MIT
"""Fields and values of articles: typed, one action each, undone, merged, told and handed out."""

from dataclasses import replace

import pytest
from operations.conftest import closed
from operations.replicas import ANNA, MARA

from annotator import operations
from annotator.domain import Refused, UsageError
from annotator.domain.metadata import MetadataField, MetadataKind, metadata_field_id
from annotator.operations.article_metadata import MetadataChange
from annotator.store import queries

SPONSOR = MetadataField("sponsor", "Paid by", MetadataKind.CHOICE, ("state", "party"))


def define(project, *, author=MARA, **fields):
    return operations.define_metadata_field(project, author=author.id, field=MetadataField(**fields))


def put(project, document, *, author=MARA, **values):
    return operations.set_metadata(project, author=author.id, document=document.id, values=values)


def known(project, document):
    return queries.document(project.live, document.id)


@pytest.fixture
def one(documents):
    return documents["plain.txt"]


@pytest.fixture
def other(documents):
    return next(each for name, each in documents.items() if name != "plain.txt")


def test_fields_are_added_in_order_changed_and_taken_away(project):
    made = operations.define_metadata_field(project, author=MARA.id, field=SPONSOR)
    assert (made.value, made.verb) == (SPONSOR, "define field")
    assert define(project, name="reach", kind=MetadataKind.NUMBER).value.position == 1
    changed = operations.define_metadata_field(project, author=MARA.id, field=replace(SPONSOR, label="", position=9))
    assert changed.value == replace(SPONSOR, label="")
    assert [each.name for each in operations.metadata_fields(project)] == ["sponsor", "reach"]
    assert operations.metadata_field(project, name="SPONSOR") == changed.value
    again = operations.define_metadata_field(project, author=MARA.id, field=changed.value)
    assert not again.verb
    operations.reorder_metadata_fields(project, author=MARA.id, names=["reach"])
    assert [each.name for each in operations.metadata_fields(project)] == ["reach", "sponsor"]
    assert not operations.reorder_metadata_fields(project, author=MARA.id, names=["reach", "sponsor"]).verb
    operations.remove_metadata_field(project, author=MARA.id, name="Reach")
    assert [each.name for each in operations.metadata_fields(project)] == ["sponsor"]
    assert operations.check(project) == []


def test_a_field_that_comes_again_has_its_values(project, one):
    define(project, name="sponsor")
    put(project, one, sponsor="state")
    operations.remove_metadata_field(project, author=MARA.id, name="sponsor")
    with pytest.raises(Refused, match="there is no field “sponsor”"):
        put(project, one, sponsor="x")
    define(project, name="Sponsor", label="Paid by")
    assert dict(known(project, one).metadata) == {"Sponsor": "state"}
    put(project, one, sponsor="")
    assert dict(known(project, one).metadata) == {}


def test_everything_is_undone_and_done_again(project, one):
    define(project, name="sponsor")
    put(project, one, sponsor="state", date="2026-03", title="Other")
    operations.remove_metadata_field(project, author=MARA.id, name="sponsor")
    operations.undo(project, coder=MARA.id)
    assert [each.name for each in operations.metadata_fields(project)] == ["sponsor"]
    operations.undo(project, coder=MARA.id)
    assert known(project, one) == one
    operations.undo(project, coder=MARA.id)
    assert operations.metadata_fields(project) == ()
    operations.redo(project, coder=MARA.id)
    operations.redo(project, coder=MARA.id)
    assert (known(project, one).metadata["sponsor"], known(project, one).date) == ("state", "2026-03")


def test_values_of_many_articles_are_one_action(project, one, other):
    define(project, name="sponsor")
    made = operations.set_metadata_of(
        project,
        author=MARA.id,
        values={one.id: {"Sponsor": " state ", "URL": "https://example.org"}, other.id: {"Date": "2026"}},
    )
    assert made.value == (
        MetadataChange(one.id, "sponsor", "", "state"),
        MetadataChange(one.id, "url", "", "https://example.org"),
        MetadataChange(other.id, "date", "", "2026"),
    )
    operations.undo(project, coder=MARA.id)
    assert (known(project, one), known(project, other)) == (one, other)


def test_what_is_there_already_is_not_written_again(project, one):
    before = operations.info(project).journal_digest
    assert put(project, one, title=f" {one.title} ", outlet="").value == ()
    assert operations.info(project).journal_digest == before


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"date": "yesterday"}, "“Date” takes a date such as 2026, 2026-03 or 2026-03-15, not “yesterday”"),
        ({"Paid by": "me"}, "“Paid by” takes one of state, party, not “me”"),
        ({"colour": "red"}, "there is no field “colour” of articles; add it first"),
        ({"title": "fine", "url": "x" * 2_001}, "“Address .URL.” takes at most 2,000 characters"),
    ],
)
def test_a_value_that_a_field_does_not_take_is_refused_with_article_field_and_value(project, one, values, sentence):
    operations.define_metadata_field(project, author=MARA.id, field=SPONSOR)
    before = operations.info(project).journal_digest
    with pytest.raises(Refused, match=sentence) as refused:
        operations.set_metadata(project, author=MARA.id, document=one.id, values=values)
    assert one.heading in refused.value.sentence
    assert operations.info(project).journal_digest == before


def test_an_article_that_is_not_there_is_refused(project):
    with pytest.raises(Refused, match="not in the project"):
        operations.set_metadata(project, author=MARA.id, document="nowhere", values={"title": "x"})


@pytest.mark.parametrize("name", ["title", "Address (URL)", "colour"])
def test_a_field_that_the_project_does_not_define_is_named(project, name):
    with pytest.raises(UsageError, match=r"not one of the project's own|There is no field “colour”"):
        operations.remove_metadata_field(project, author=MARA.id, name=name)


def test_only_the_lead_says_what_is_known(project, one):
    for verb in (
        lambda: define(project, author=ANNA, name="x"),
        lambda: put(project, one, author=ANNA, title="x"),
        lambda: operations.remove_metadata_field(project, author=ANNA.id, name="x"),
        lambda: operations.reorder_metadata_fields(project, author=ANNA.id, names=[]),
    ):
        with pytest.raises(Refused, match="Only the lead of the project says"):
            verb()


def test_history_tells_of_it_in_plain_words(project, one):
    operations.define_metadata_field(project, author=MARA.id, field=SPONSOR)
    put(project, one, sponsor="state", url="https://example.org")
    told = [entry.sentence for entry in operations.whole_history(project)]
    assert f"changed what is known of “{one.heading}”: sponsor, address" in told
    assert "gave the articles the field “Paid by”" in told


def test_two_copies_that_define_the_same_field_are_one_when_they_meet(project, sent, one):
    theirs = sent(coder=MARA, name="mara.annotator")
    define(project, name="sponsor")
    put(project, one, sponsor="state")
    define(theirs, name="Sponsor", kind=MetadataKind.CHOICE, choices=("state", "party"))
    operations.set_metadata(theirs, author=MARA.id, document=one.id, values={"Sponsor": "party", "outlet": "Daily"})
    operations.merge(project, author=MARA.id, paths=[closed(theirs)])
    (field,) = operations.metadata_fields(project)
    assert (field.name, field.kind, field.choices) == ("Sponsor", MetadataKind.CHOICE, ("state", "party"))
    assert dict(known(project, one).metadata) == {"Sponsor": "party"}
    assert known(project, one).outlet == "Daily"
    put(project, one, Sponsor="")
    assert dict(known(project, one).metadata) == {}, "no other spelling comes up again"
    sentences = [each.sentence for each in operations.check(project)]
    assert any("“Sponsor” of articles" in each and "kind" in each for each in sentences), sentences
    copy = operations.send_copy(project, path=project.path.with_name("copy.annotator"))
    operations.close_project(operations.open_project(copy))


def test_two_values_that_did_not_know_each_other_are_listed(project, sent, one):
    define(project, name="sponsor")
    theirs = sent(coder=MARA, name="mara.annotator")
    put(project, one, sponsor="state")
    operations.set_metadata(theirs, author=MARA.id, document=one.id, values={"sponsor": "party"})
    operations.merge(project, author=MARA.id, paths=[closed(theirs)])
    assert known(project, one).metadata["sponsor"] == "party"
    (remark,) = operations.check(project)
    assert f"“{one.heading}”: “sponsor” was changed on two computers; the later is shown." in remark.sentence


def test_a_value_that_its_field_does_not_take_any_more_is_listed(project, one):
    define(project, name="sponsor")
    put(project, one, sponsor="the weather")
    operations.define_metadata_field(project, author=MARA.id, field=SPONSOR)
    (remark,) = operations.check(project)
    assert remark.sentence == f"“{one.heading}”: “Paid by” takes one of state, party, not “the weather”."


def test_a_coder_has_what_is_known_and_brings_nothing_back(project, one, tmp_path):
    operations.add_coder(project, author=MARA.id, coder=ANNA)
    operations.define_metadata_field(project, author=MARA.id, field=SPONSOR)
    put(project, one, sponsor="state", url="https://example.org")
    [made] = operations.hand_out(project, author=MARA.id, directory=tmp_path, coders=[ANNA.id]).value
    theirs = operations.open_project(made.path)
    assert operations.metadata_fields(theirs) == (SPONSOR,)
    assert known(theirs, one) == known(project, one)
    with pytest.raises(Refused, match="for the lead"):
        operations.set_metadata(theirs, author=ANNA.id, document=one.id, values={"title": "x"})
    before = operations.info(project).journal_digest
    operations.merge(project, author=MARA.id, paths=[closed(theirs)])
    assert operations.info(project).journal_digest == before


def test_a_field_that_a_coder_made_is_asked_about(project, sent):
    theirs = sent()
    entity = metadata_field_id("secret")
    with theirs.action(author=ANNA.id, verb="define field") as action:
        action.write("metadata_field", entity, {"name": "secret", "kind": "text"})
    preview = operations.preview_merge(project, paths=[closed(theirs)])
    (question,) = preview.questions
    assert "1 field of articles" in question.explanation
