# SPDX-License-Identifier: MIT
"""What is compared: only what two people finished, in the articles' own lengths, without accepted regions."""

import pytest
from operations.replicas import ANNA, BEN, MARA, TEXTS

from annotator import operations
from annotator.domain import RegionState, Span, UsageError
from annotator.operations import AgreementChoice
from annotator.store import queries


@pytest.fixture
def code_it(project, documents, codes):
    for coder in (ANNA, BEN):
        operations.add_coder(project, author=MARA.id, coder=coder)

    def coded(coder, spans, *, document="plain.txt", code="trust", finished=True):
        for start, end in spans:
            operations.annotate(
                project, coder=coder.id, document=documents[document].id, code=codes[code], span=Span.of(start, end)
            )
        if finished:
            operations.finish(project, coder=coder.id, document=documents[document].id)

    return coded


def value(answer, codes, measure, code="trust"):
    [found] = [each for each in answer.results if each.measure == measure and each.code == codes[code]]
    return found


def test_what_both_marked_alike_agrees(project, codes, code_it):
    code_it(ANNA, [(0, 7)])
    code_it(BEN, [(0, 7)])
    answer = operations.measure_agreement(project)
    kappa = value(answer, codes, "cohen_kappa")
    assert (kappa.value, kappa.n, kappa.status) == (1.0, len(TEXTS["plain.txt"]), "ok")
    assert [each.name for each in answer.coders] == ["Anna", "Ben"]
    assert [each.name for each in answer.shared] == ["plain.txt"]
    assert [each.name for each in answer.left_out] == ["rare.txt"]
    assert value(answer, codes, "percent", "mistrust").value == 1.0


def test_utf_16_offsets_would_count_characters_beyond_the_first_plane_twice(project, codes, code_it):
    """Those of others that count UTF-16 units are right only up to the first such character."""
    text = TEXTS["rare.txt"]
    last = len(text) - 1
    assert any(ord(character) > 0xFFFF for character in text)
    code_it(ANNA, [(0, len(text))], document="rare.txt")
    code_it(BEN, [(0, last)], document="rare.txt")
    answer = operations.measure_agreement(project)
    percent = value(answer, codes, "percent")
    assert (percent.n, percent.value) == (len(text), pytest.approx(last / len(text)))


@pytest.mark.parametrize("state", ["absent", "in progress", "finished empty"])
def test_silence_counts_only_where_it_is_finished(project, codes, code_it, state):
    code_it(ANNA, [(0, 7)])
    if state == "in progress":
        code_it(BEN, [(0, 7)], finished=False)
    elif state == "finished empty":
        code_it(BEN, [])
    answer = operations.measure_agreement(project, choice=AgreementChoice(coders=("Anna", "Ben")))
    percent = value(answer, codes, "percent")
    if state == "finished empty":
        assert percent.n == len(TEXTS["plain.txt"])
        assert percent.value < 1
    else:
        assert percent.value is None
        assert percent.reason
        assert answer.shared == ()


def test_an_accepted_region_leaves_the_count(project, documents, codes, code_it):
    code_it(ANNA, [(0, 7)], finished=False)
    region = operations.propose_region(
        project, coder=ANNA.id, document=documents["plain.txt"].id, span=Span.of(0, 7)
    ).value
    code_it(ANNA, [])
    code_it(BEN, [])
    whole = len(TEXTS["plain.txt"])
    for exclude, n in (("none", whole), ("accepted", whole), ("any", whole - 7)):
        assert (
            value(operations.measure_agreement(project, choice=AgreementChoice(exclude=exclude)), codes, "percent").n
            == n
        )
    operations.settle_region(project, author=MARA.id, region=region.id, state=RegionState.ACCEPTED)
    answer = operations.measure_agreement(project)
    assert (value(answer, codes, "percent").n, answer.excluded_characters) == (whole - 7, 7)


def test_what_is_gathered_is_plain_and_in_the_order_of_the_text(project, codes, documents, code_it):
    code_it(ANNA, [(20, 25), (0, 7), (8, 14)])
    asked = operations.gather(project, choice=AgreementChoice(unit="sentence", coders=("Anna",)))
    coding = next(each for each in asked.codings if each.document == documents["plain.txt"].id)
    assert coding.spans[ANNA.id, codes["trust"]] == [(0, 7), (8, 14), (20, 25)]
    assert coding.codes_known == {ANNA.id: frozenset(codes.values())}
    assert len(coding.units) == 2


def test_completions_are_read_once(project, code_it, monkeypatch):
    code_it(ANNA, [(0, 7)])
    read, real = [], queries.completions
    monkeypatch.setattr(queries, "completions", lambda *given: read.append(given) or real(*given))
    operations.gather(project)
    assert len(read) == 1


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"unit": "page"}, "measured by character, token, sentence, paragraph or document"),
        ({"exclude": "some"}, "not “some”"),
        ({"coders": ("Zoe",)}, "nobody is called “Zoe”.*Anna"),
    ],
)
def test_what_cannot_be_measured_is_said(project, code_it, asked, sentence):
    with pytest.raises(UsageError, match=sentence):
        operations.measure_agreement(project, choice=AgreementChoice(**asked))


def test_two_coders_of_one_name_are_named_by_identity(project, codes, code_it):
    from annotator.domain import Coder, CoderId

    twin = Coder(CoderId("01900000-0000-7000-8000-0000000000f3"), "Anna")
    operations.add_coder(project, author=MARA.id, coder=twin)
    code_it(ANNA, [(0, 7)])
    with pytest.raises(UsageError, match="several coders are"):
        operations.measure_agreement(project, choice=AgreementChoice(coders=("Anna",)))
    assert operations.measure_agreement(project, choice=AgreementChoice(coders=(ANNA.id, "Ben"))).coders == (ANNA, BEN)
