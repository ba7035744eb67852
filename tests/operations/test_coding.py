# SPDX-License-Identifier: MIT
import pytest
from operations.replicas import ANNA, MARA, TEXTS

from annotator import operations
from annotator.domain import Certainty, Refused, Span, new_uuid
from annotator.store import journal, queries

PLAIN, RARE = TEXTS["plain.txt"], TEXTS["rare.txt"]


@pytest.fixture
def annotate(project, documents, codes):
    def made(start, end, code="trust", *, coder=ANNA, document="plain.txt", **details):
        return operations.annotate(
            project, coder=coder.id, document=documents[document].id, code=codes[code], span=Span.of(start, end),
            details=operations.Details(**details),
        )  # fmt: skip

    return made


def test_a_passage_is_stored_with_its_words_and_what_stands_around(project, documents, annotate):
    outcome = annotate(8, 14, memo="m", certainty=Certainty.HIGH, ask_lead=True)
    made = outcome.value
    assert (made.quote, made.before, made.after) == ("trusts", "Beijing ", PLAIN[14:46])
    assert (made.memo, made.certainty, made.ask_lead, made.coder) == ("m", Certainty.HIGH, True, ANNA.id)
    assert made.codebook_revision == queries.codebook(project.live).revision
    assert outcome.touched.documents == {documents["plain.txt"].id}
    assert outcome.touched.annotations == {made.id}
    assert outcome.verb == "annotate"


@pytest.mark.parametrize("start", range(len(RARE)))
def test_every_code_point_can_be_coded_alone_unless_it_shows_nothing(project, documents, annotate, start):
    try:
        made = annotate(start, start + 1, document="rare.txt").value
    except Refused:
        assert not RARE[start].strip()
        return
    assert made.quote == RARE[start]
    article = operations.article(project, document=documents["rare.txt"].id)
    assert article.text == RARE
    assert article.text[made.span.start : made.span.end] == made.quote


def refused(project, sentence, verb):
    before = journal.ids(project.live)
    with pytest.raises(Refused, match=sentence):
        verb()
    assert journal.ids(project.live) == before


def test_what_cannot_be_coded_is_said(project, documents, codes, annotate):
    annotate(0, 7)
    refused(project, "already coded exactly this passage", lambda: annotate(0, 7))
    refused(project, "beyond the text", lambda: annotate(0, 9000))
    refused(project, "has no attribute “evil”", lambda: annotate(1, 3, attributes={"evil": "x"}))
    refused(project, "at most 100,000", lambda: annotate(1, 3, memo="m" * 100_001))
    refused(project, ".", lambda: annotate(1, 3, memo="half \ud83d"))
    span = Span.of(1, 3)
    for document, code, sentence in (("x", codes["trust"], "article"), (documents["plain.txt"].id, "x", "codebook")):
        refused(
            project,
            sentence,
            lambda document=document, code=code: operations.annotate(
                project, coder=ANNA.id, document=document, code=code, span=span
            ),
        )
    assert annotate(0, 7, "mistrust").value
    assert annotate(0, 7, coder=MARA).value


def test_an_article_that_is_finished_is_closed_to_its_coder_only(project, documents, annotate):
    made = annotate(0, 7).value
    document = documents["plain.txt"].id
    operations.finish(project, coder=ANNA.id, document=document)
    span = Span.of(0, 3)
    for verb in (
        lambda: annotate(8, 14),
        lambda: operations.resize(project, coder=ANNA.id, annotation=made.id, span=span),
        lambda: operations.describe(project, coder=ANNA.id, annotation=made.id, memo="x"),
        lambda: operations.delete(project, coder=ANNA.id, annotations=[made.id]),
    ):
        refused(project, "finished this article", verb)
    assert annotate(8, 14, coder=MARA).value


def test_nobody_changes_another_coders_annotation(project, codes, annotate):
    made = annotate(0, 7).value
    span = Span.of(0, 3)
    for verb in (
        lambda: operations.recode(project, coder=MARA.id, annotation=made.id, code=codes["mistrust"]),
        lambda: operations.resize(project, coder=MARA.id, annotation=made.id, span=span),
        lambda: operations.describe(project, coder=MARA.id, annotation=made.id, memo="x"),
        lambda: operations.delete(project, coder=MARA.id, annotations=[made.id]),
    ):
        refused(project, "another coder's", verb)
    refused(project, "no longer there", lambda: operations.delete(project, coder=MARA.id, annotations=["x"]))


def test_recoding_clears_what_the_new_code_does_not_have(project, codes, annotate):
    book = queries.codebook(project.live)
    made = annotate(0, 7, attributes={"holder": "china"}).value
    other = book.by_id(codes["speculation"])
    recoded = operations.recode(project, coder=ANNA.id, annotation=made.id, code=other.id).value
    assert (recoded.code, dict(recoded.attributes), recoded.span) == (other.id, {}, made.span)
    operations.undo(project, coder=ANNA.id)
    assert queries.annotation(project.live, made.id) == made


def test_what_changes_nothing_writes_nothing(project, codes, annotate):
    made = annotate(0, 7, memo="m").value
    before = journal.ids(project.live)
    for outcome in (
        operations.recode(project, coder=ANNA.id, annotation=made.id, code=codes["trust"]),
        operations.resize(project, coder=ANNA.id, annotation=made.id, span=made.span),
        operations.describe(project, coder=ANNA.id, annotation=made.id, memo="m"),
        operations.describe(project, coder=ANNA.id, annotation=made.id),
    ):
        assert (outcome.value, outcome.touched) == (made, operations.NOTHING)
    assert journal.ids(project.live) == before


def test_several_are_deleted_in_one_action(project, annotate):
    made = [annotate(start, start + 3).value.id for start in (0, 8, 16)]
    assert operations.delete(project, coder=ANNA.id, annotations=made).value == 3
    assert list(operations.annotations(project)) == []
    operations.undo(project, coder=ANNA.id)
    assert {each.id for each in operations.annotations(project)} == set(made)


def test_each_verb_is_one_commit(project, documents, codes, annotate):
    made = annotate(0, 7).value
    document = documents["plain.txt"].id
    verbs = [
        lambda: annotate(8, 14),
        lambda: operations.recode(project, coder=ANNA.id, annotation=made.id, code=codes["mistrust"]),
        lambda: operations.resize(project, coder=ANNA.id, annotation=made.id, span=Span.of(0, 3)),
        lambda: operations.describe(project, coder=ANNA.id, annotation=made.id, memo="x"),
        lambda: operations.propose_region(project, coder=ANNA.id, document=document, span=Span.of(0, 3)),
        lambda: operations.delete(project, coder=ANNA.id, annotations=[made.id]),
        lambda: operations.finish(project, coder=ANNA.id, document=document),
        lambda: operations.reopen(project, coder=ANNA.id, document=document),
        lambda: operations.undo(project, coder=ANNA.id),
        lambda: operations.redo(project, coder=ANNA.id),
        lambda: operations.add_coder(project, author=MARA.id, coder=ANNA),
        lambda: operations.set_active_coder(project, coder=ANNA),
        lambda: operations.remember_shown(project, coders=[ANNA.id]),
    ]
    said = []
    project.live.set_trace_callback(said.append)
    for number, verb in enumerate(verbs):
        said.clear()
        verb()
        assert said.count("COMMIT") == 1, number
    project.live.set_trace_callback(None)


def test_a_passage_may_be_shown_under_its_identity_before_it_is_stored(project, documents, codes):
    document = documents["plain.txt"].id
    for verb, name, further in (
        (operations.annotate, "annotation", {"code": codes["trust"]}),
        (operations.propose_region, "region", {}),
    ):
        act = {"coder": ANNA.id, "document": document, "span": Span.of(0, 7)} | further
        shown = new_uuid()
        first = verb(project, **act, **{name: shown})
        before = journal.ids(project.live)
        assert first.value.id == shown
        assert verb(project, **act, **{name: shown}) == first
        assert journal.ids(project.live) == before, "trying once more changes nothing"
        with pytest.raises(Refused, match="already"):
            verb(project, **act, **{name: new_uuid()})
