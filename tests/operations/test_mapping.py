# SPDX-License-Identifier: MIT
"""What is mapped counts as its target wherever it is read, stays as it was written, and comes back as it was."""

import csv
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.domain import AliasOf, Code, CodeId, Coder, CoderId, CompletionState, Refused, Span, UsageError
from annotator.store import journal, queries, verification

HOME = Coder(CoderId("01900000-0000-7000-8000-00000000000d"), "Anna at home")


@pytest.fixture
def team(project, documents, codes):
    """Anna codes on two computers, with a word of her own for trust."""
    for coder in (ANNA, HOME, BEN):
        operations.add_coder(project, author=MARA.id, coder=coder)
    own = operations.add_code(project, author=MARA.id, code=Code(CodeId(""), "Vertrauen", "vertrauen", shortcut="v"))
    codes["vertrauen"] = own.value.id
    text = documents["plain.txt"].id
    for coder, code, start, end in (
        (ANNA, "trust", 0, 7), (HOME, "vertrauen", 8, 14), (HOME, "vertrauen", 0, 7), (BEN, "trust", 8, 14),
    ):  # fmt: skip
        operations.annotate(project, coder=coder.id, document=text, code=codes[code], span=Span.of(start, end))
    for coder in (HOME, BEN):
        operations.finish(project, coder=coder.id, document=text)
    return project


def whole(project):
    return (
        tuple(operations.annotations(project)),
        queries.completions(project.live),
        queries.counts(project.live),
        operations.overview(project).codebook,
        operations.overview(project).coders,
        operations.gather(project).codings,
    )


def map_both(project, codes):
    operations.map_code(project, author=MARA.id, source=codes["vertrauen"], target=codes["trust"])
    operations.same_person(project, author=MARA.id, source=HOME.id, target=ANNA.id)


def test_a_mapping_holds_wherever_annotations_are_read(team, documents, codes):
    map_both(team, codes)
    article = operations.article(team, document=documents["plain.txt"].id)
    assert {(each.coder, each.code) for each in article.annotations} == {
        (ANNA.id, codes["trust"]), (BEN.id, codes["trust"]),
    }  # fmt: skip
    mapped = [each for each in article.annotations if each.original_coder]
    assert {(each.coder_as_made, each.code_as_made) for each in mapped} == {(HOME.id, codes["vertrauen"])}
    assert sum(row.annotations for row in operations.info(team).rows if row.coder.id == ANNA.id) == 3
    [completion] = [each for each in article.completions if each.coder == ANNA.id]
    assert completion.state is CompletionState.FINISHED
    overview = operations.overview(team)
    assert HOME.id not in {coder.id for coder in overview.coders}
    assert overview.coder(HOME.id).name == HOME.name
    assert codes["vertrauen"] not in {code.id for code in overview.codebook.active}


def test_agreement_counts_people_and_codes_as_what_they_are(team, codes):
    map_both(team, codes)
    asked = operations.gather(team)
    assert {coder.id for coder in asked.coders} == {ANNA.id, BEN.id}
    assert codes["vertrauen"] not in {code.id for code in asked.codes}
    [coding] = [each for each in asked.codings if each.spans]
    assert sorted(coding.spans[ANNA.id, codes["trust"]]) == [(0, 7), (0, 7), (8, 14)]
    assert coding.finished == {ANNA.id, BEN.id}
    named = operations.gather(team, choice=operations.AgreementChoice(coders=("Anna at home",), codes=("vertrauen",)))
    assert [coder.id for coder in named.coders] == [ANNA.id]
    assert [code.id for code in named.codes] == [codes["trust"]]


def test_a_mapping_taken_back_leaves_everything_as_it_was(team, codes):
    before, revision = whole(team), operations.overview(team).codebook.revision
    map_both(team, codes)
    assert whole(team) != before
    assert operations.overview(team).codebook.revision == revision
    operations.unmap_code(team, author=MARA.id, source=codes["vertrauen"])
    operations.apart(team, author=MARA.id, source=HOME.id)
    assert whole(team) == before
    for _ in range(4):
        operations.undo(team, coder=MARA.id)
    assert whole(team) == before
    assert list(verification.faults(team)) == []


def test_the_table_names_what_was_made(team, codes, tmp_path):
    map_both(team, codes)
    path = operations.export_annotations(team, path=tmp_path / "long.csv").path
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = {(row["coder"], row["coder_original"], row["code"], row["code_original"]) for row in rows}
    assert found == {
        ("Anna", "", "trust", ""), ("Ben", "", "trust", ""), ("Anna", "Anna at home", "trust", "vertrauen"),
    }  # fmt: skip


def test_own_work_under_either_identity_stays_one_s_own(team, documents, codes):
    text = documents["plain.txt"].id
    map_both(team, codes)
    [at_home] = [each for each in operations.annotations(team) if each.original_coder and each.span.start == 8]
    with pytest.raises(Refused, match="finished this article"):
        operations.describe(team, coder=ANNA.id, annotation=at_home.id, memo="mine")
    operations.reopen(team, coder=ANNA.id, document=text)
    changed = operations.describe(team, coder=ANNA.id, annotation=at_home.id, memo="mine").value
    assert (changed.memo, changed.coder, changed.coder_as_made) == ("mine", ANNA.id, HOME.id)
    assert journal.changes_of(team.live, at_home.id)[-1].author == ANNA.id
    operations.undo(team, coder=HOME.id)
    assert operations.annotation(team, annotation=at_home.id).memo == ""
    with pytest.raises(Refused, match="another coder's"):
        operations.describe(team, coder=BEN.id, annotation=at_home.id, memo="not mine")
    with pytest.raises(Refused, match="already coded exactly"):
        operations.annotate(team, coder=ANNA.id, document=text, code=codes["trust"], span=Span.of(8, 14))


def test_an_article_reopened_by_the_person_gives_no_value(team, documents, codes):
    map_both(team, codes)
    operations.reopen(team, coder=ANNA.id, document=documents["plain.txt"].id)
    assert operations.gather(team).codings[0].finished == {BEN.id}


def test_assignments_are_the_person_s_and_are_taken_away_under_every_identity(team, documents, codes):
    texts = [documents["plain.txt"].id, documents["rare.txt"].id]
    operations.assign(team, author=MARA.id, coders=[HOME.id], documents=texts)
    operations.assign(team, author=MARA.id, coders=[ANNA.id], documents=texts[:1])
    before = operations.assignments(team)
    map_both(team, codes)
    assert {(each.coder, each.document) for each in operations.assignments(team)} == {(ANNA.id, each) for each in texts}
    operations.unassign(team, author=MARA.id, coders=[ANNA.id], documents=texts)
    assert operations.assignments(team) == ()
    operations.undo(team, coder=MARA.id)
    operations.apart(team, author=MARA.id, source=HOME.id)
    assert operations.assignments(team) == before


def test_a_mapped_code_is_not_applied_and_frees_its_key(team, documents, codes):
    map_both(team, codes)
    with pytest.raises(Refused, match="counts as “Evidence of trust”"):
        operations.annotate(
            team, coder=BEN.id, document=documents["rare.txt"].id, code=codes["vertrauen"], span=Span.of(0, 3)
        )
    new = Code(CodeId(""), "Value", "value", shortcut="v")
    assert operations.add_code(team, author=MARA.id, code=new).value.shortcut == "v"


def test_who_acts_is_the_person(team, codes):
    map_both(team, codes)
    assert operations.acting_person("Anna at home", project=team).id == ANNA.id
    operations.rename_person(team, author=MARA.id, coder=BEN.id, name="Benno")
    operations.set_active_coder(team, coder=HOME)
    assert operations.overview(team).active_coder.id == ANNA.id


def test_refusals_say_why_and_write_nothing(team, codes):
    operations.map_code(team, author=MARA.id, source=codes["vertrauen"], target=codes["trust"])
    before = len(journal.ids(team.live))
    mapping = [
        (lambda: operations.map_code(team, author=ANNA.id, source=codes["trust"], target=codes["mistrust"]), "lead"),
        (lambda: operations.map_code(team, author=MARA.id, source=codes["trust"], target=codes["trust"]), "itself"),
        (
            lambda: operations.map_code(team, author=MARA.id, source=codes["trust"], target=codes["vertrauen"]),
            "already",
        ),
        (
            lambda: operations.map_code(team, author=MARA.id, source=codes["trust"], target=ANNA.id),
            "not in the codebook",
        ),
        (lambda: operations.same_person(team, author=MARA.id, source=MARA.id, target=ANNA.id), "led"),
        (lambda: operations.same_person(team, author=MARA.id, source=HOME.id, target="x" * 99), "not in the project"),
        (lambda: operations.unmap_code(team, author=MARA.id, source=codes["trust"]), "nothing but itself"),
        (lambda: operations.apart(team, author=MARA.id, source=HOME.id), "nothing but itself"),
    ]
    for verb, why in mapping:
        with pytest.raises(Refused, match=why):
            verb()
    circle = {codes["trust"]: codes["mistrust"], codes["mistrust"]: codes["vertrauen"]}
    with pytest.raises(Refused, match="already"):
        operations.map_codes(team, author=MARA.id, pairs=circle)
    again = operations.map_code(team, author=MARA.id, source=codes["vertrauen"], target=codes["trust"])
    assert again.verb == ""
    assert len(journal.ids(team.live)) == before


def test_two_leads_who_did_not_see_each_other_make_a_circle_that_stands(team, codes, sent):
    theirs = sent(MARA, "theirs.annotator")
    operations.map_code(team, author=MARA.id, source=codes["vertrauen"], target=codes["trust"])
    operations.map_code(theirs, author=MARA.id, source=codes["trust"], target=codes["vertrauen"])
    path = theirs.path
    operations.close_project(theirs)
    operations.merge(team, author=MARA.id, paths=[path])
    assert {each.code for each in operations.annotations(team)} == {min(codes["trust"], codes["vertrauen"])}
    assert operations.overview(team).codebook.active


def test_mappings_are_listed_and_previewed(team, documents, codes):
    preview = operations.preview_mapping(team, of=AliasOf.CODER, source=HOME.id, target=ANNA.id)
    assert (preview.annotations, preview.both) == (2, (documents["plain.txt"].id,))
    assert operations.mappings(team) == ()
    map_both(team, codes)
    listed = [(each.source_name, each.target_name, each.annotations) for each in operations.mappings(team)]
    assert listed == [("vertrauen", "trust", 2), ("Anna at home", "Anna", 2)]
    same = operations.preview_mapping(team, of=AliasOf.CODE, source=codes["vertrauen"], target=codes["trust"])
    assert (same.annotations, same.documents) == (2, (documents["plain.txt"].id,))


def test_words_find_what_is_written_so_before_another_case(team, codes):
    shout = operations.add_code(team, author=MARA.id, code=Code(CodeId(""), "TRUST", "trust_2")).value
    assert operations.code_called(team, word="trust").id == codes["trust"]
    assert operations.code_called(team, word="TRUST").id == shout.id
    assert operations.code_called(team, word="VERTRAUEN").id == codes["vertrauen"]
    assert operations.coder_called(team, word="anna AT home").id == HOME.id
    for word in ("nobody", "", "\x00", "\ud800"):
        with pytest.raises(UsageError, match="called"):
            operations.coder_called(team, word=word)
    twin = replace(ANNA, id=CoderId("01900000-0000-7000-8000-00000000000e"))
    operations.add_coder(team, author=MARA.id, coder=twin)
    with pytest.raises(UsageError, match="Several coders"):
        operations.coder_called(team, word="Anna")


def test_codes_are_mapped_from_a_table(team, codes, tmp_path):
    path = tmp_path / "map.csv"
    path.write_text("from,to\nvertrauen,trust\nspeculation,mistrust\n", encoding="utf-8")
    pairs = operations.read_code_mapping(team, path=path)
    made = operations.map_codes(team, author=MARA.id, pairs=pairs)
    assert len(made.value) == 2
    assert len({change.action for change in journal.all_changes(team.live) if change.verb == "map code"}) == 1
    operations.undo(team, coder=MARA.id)
    assert operations.mappings(team) == ()


def test_a_table_is_previewed_with_what_each_line_concerns(team, codes, tmp_path):
    path = tmp_path / "map.csv"
    path.write_text("from,to\nvertrauen,trust\n", encoding="utf-8")
    before = len(journal.ids(team.live))
    [pair] = operations.preview_code_mapping(team, path=path)
    single = operations.preview_mapping(team, of=AliasOf.CODE, source=codes["vertrauen"], target=codes["trust"])
    assert (pair.source.id, pair.target.id) == (codes["vertrauen"], codes["trust"])
    assert (pair.annotations, pair.stands) == (single.annotations, False)
    assert len(journal.ids(team.live)) == before
    operations.map_code(team, author=MARA.id, source=codes["vertrauen"], target=codes["trust"])
    [pair] = operations.preview_code_mapping(team, path=path)
    assert pair.stands
    path.write_text("from,to\ntrust,vertrauen\n", encoding="utf-8")
    with pytest.raises(Refused, match="already"):
        operations.preview_code_mapping(team, path=path)


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("", "empty"),
        ("a,b\nvertrauen,trust\n", "no column"),
        ("from,to\nvertrauen,unheard of\n", "No code is called"),
        ("from,to\nvertrauen,trust\nvertrauen,mistrust\n", "mapped to two codes"),
        ("from,to\nvertrauen\n", "line 2"),
    ],
)
def test_a_table_that_cannot_stand_is_refused_with_its_line(team, tmp_path, table, why):
    path = tmp_path / "map.csv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        operations.read_code_mapping(team, path=path)
    assert why in str(refused.value)
    assert "measure" not in str(refused.value)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=6))
def test_any_mappings_taken_back_in_any_order_leave_no_trace(team, codes, steps):
    names = sorted(codes)[:4]
    before = whole(team)
    for source, target in steps:
        try:
            operations.map_code(team, author=MARA.id, source=codes[names[source]], target=codes[names[target]])
        except Refused:
            continue
        known = operations.overview(team).codebook
        assert not any(known.by_id(each.code).counts_as for each in operations.annotations(team))
    for each in operations.mappings(team)[::-1]:
        operations.unmap_code(team, author=MARA.id, source=each.alias.source)
    assert whole(team) == before
