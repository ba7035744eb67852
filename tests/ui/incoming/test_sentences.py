# SPDX-License-Identifier: MIT
from dataclasses import replace
from pathlib import Path

import pytest
from ui.incoming.coded import EVE, PRAISE, coded

from annotator import operations
from annotator.domain import Coder, Refused
from annotator.operations import CorpusImportChoice, CorpusImportReport, CorpusKind, CorpusPreview
from annotator.ui.incoming import sentences

TEXT = "The council trusts its engineers with every key."


@pytest.fixture
def preview(tmp_path: Path) -> CorpusPreview:
    lead = Coder(operations.person("Mara").id, "Mara")
    project = operations.new_project(tmp_path / "a.annotator", lead=lead, name="a")
    path = coded(tmp_path, TEXT, (0, 3), (4, 11))
    found = operations.preview_corpus(project, path=path, choice=CorpusImportChoice())
    operations.close_project(project)
    return found


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("It is none; nothing was taken: name the format with --format.", "It is none; nothing was taken."),
        ("This form does not say whose: add --coder NAME.", "This form does not say whose."),
        ("Wrong; nothing was written: correct it, or leave it out with --drop-attributes.",
         "Wrong; nothing was written."),
        ("Nothing of options here.", "Nothing of options here."),
    ],
)  # fmt: skip
def test_options_of_the_command_line_are_no_words_of_the_window(sentence: str, shown: str) -> None:
    assert sentences.without_options(sentence) == shown
    assert sentences.in_window(Refused(sentence, where="file.x")) == f"file.x: {shown}"


def test_every_kind_has_a_name() -> None:
    assert set(sentences.KINDS) == set(CorpusKind)


def test_facts_add_up(preview: CorpusPreview) -> None:
    assert [(fact[1], fact[2]) for fact in sentences.article_facts(preview)] == [("New", 1)]
    assert [(fact[1], fact[2]) for fact in sentences.annotation_facts(preview)] == [("New", 2)]
    nothing = replace(preview, tally={})
    assert sentences.annotation_facts(nothing)[0][1] == "None"


def test_the_verb_names_what_it_takes(preview: CorpusPreview) -> None:
    assert sentences.verb(None) == "Take in"
    assert sentences.verb(preview) == "Take in 2 annotations"
    assert sentences.verb(replace(preview, tally={"updated": 1})) == "Take in what is shown"
    assert not sentences.nothing_to_do(preview)
    here = tuple(replace(each, known=each.document) for each in preview.documents)
    assert sentences.nothing_to_do(replace(preview, documents=here, tally={"already there": 2}))


def test_what_came_of_it() -> None:
    report = CorpusImportReport((), (PRAISE,), (EVE,), 3, 1, 2, 4, 1, 1, ("line 2",), (), ())
    assert sentences.taken_in(report) == "Took in 3 annotations, 1 excluded region, 1 code and 1 coder."
    assert sentences.taken_in_lines(report) == [
        "2 annotations changed since the last import.",
        "4 annotations here already.",
        "1 annotation deleted here since the last import and left so.",
        "1 annotation put where their words stand.",
        "1 annotation left out, as you said.",
    ]
    nothing = CorpusImportReport((), (), (), 0, 0, 0, 4, 0, 0, (), (), ())
    assert sentences.taken_in(nothing) == "Nothing new was in the file."
