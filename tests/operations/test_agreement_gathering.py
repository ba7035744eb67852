# SPDX-License-Identifier: MIT
"""What is read before anything is computed: rounds, codes, near-identical texts, batches in time."""

import re

import pytest
from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.domain import MAIN_ROUND, Span, UsageError
from annotator.operations import AgreementChoice, Project
from annotator.operations import agreement_gathering as room


@pytest.fixture
def coded(project: Project, documents, codes) -> Project:
    for coder in (ANNA, BEN):
        operations.add_coder(project, author=MARA.id, coder=coder)
        operations.annotate(
            project, coder=coder.id, document=documents["plain.txt"].id, code=codes["trust"], span=Span.of(0, 7)
        )
        operations.finish(project, coder=coder.id, document=documents["plain.txt"].id)
    return project


@pytest.mark.parametrize(
    ("batch", "form"), [("day", r"\d{4}-\d\d-\d\d"), ("month", r"\d{4}-\d\d"), ("week", r"\d{4} week \d{1,2}")]
)
def test_batches_are_named_after_when_the_last_coder_finished(coded, documents, batch, form) -> None:
    batches = operations.gather(coded, choice=AgreementChoice(batch=batch)).batches
    [(label, members)] = batches.items()
    assert re.fullmatch(form, label)
    assert members == (documents["plain.txt"].id,)


def test_the_snapshot_names_the_journal(coded) -> None:
    snapshot = operations.gather(coded).snapshot
    info = operations.info(coded)
    assert (snapshot.position, snapshot.digest) == (info.changes, info.journal_digest)
    assert snapshot.taken.endswith("Z")


def test_codes_are_chosen_by_short_name_or_identity(coded, codes) -> None:
    for word in ("trust", codes["trust"]):
        assert [code.id for code in operations.gather(coded, choice=AgreementChoice(codes=(word,))).codes] == [
            codes["trust"]
        ]
    with pytest.raises(UsageError, match=r"no code is called “Trust”.*trust, mistrust"):
        operations.gather(coded, choice=AgreementChoice(codes=("Trust",)))


def test_a_round_must_be_one_that_somebody_worked_in(coded) -> None:
    assert operations.gather(coded, choice=AgreementChoice(round=MAIN_ROUND)).coders == (ANNA, BEN)
    with pytest.raises(UsageError, match=r"called “retest”\. The rounds are: main"):
        operations.gather(coded, choice=AgreementChoice(round="retest"))


def test_near_identical_texts_are_found_once_for_a_set_of_texts(coded, documents, monkeypatch) -> None:
    from annotator.text import similar

    first, second = (document.text_sha256 for document in sorted(documents.values(), key=lambda each: each.position))
    asked = []

    def groups(texts):
        asked.append(dict(texts))
        return ((first, second),)

    monkeypatch.setattr(room, "_groups_of", {})
    monkeypatch.setattr(similar, "near_identical_groups", groups)
    found = operations.gather(coded).groups
    assert operations.gather(coded).groups == found
    assert len(asked) == 1
    assert found == (tuple(document.id for document in sorted(documents.values(), key=lambda each: each.position)),)
    assert operations.gather(coded, choice=AgreementChoice(clusters=False)).groups == ()


def test_words_of_a_project_are_cut_into_the_unit_that_is_asked_for(coded) -> None:
    sizes = {
        unit: len(operations.gather(coded, choice=AgreementChoice(unit=unit)).codings[0].units or ())
        for unit in ("token", "sentence", "paragraph", "character", "document")
    }
    assert sizes["token"] > sizes["sentence"] >= sizes["paragraph"] > sizes["character"] == sizes["document"] == 0
