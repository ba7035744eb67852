# SPDX-License-Identifier: MIT
import pytest
from operations.counted_study import make
from operations.replicas import ANNA

from annotator import operations
from annotator.counting.duplicates import Duplicates
from annotator.counting.selection import EVERYTHING, Relation, Together, Values
from annotator.domain import Certainty, CompletionState, UsageError
from annotator.operations import AskedSelection
from annotator.operations.asked_selection import attribute_named, field_named
from annotator.store import queries


@pytest.fixture
def study(tmp_path):
    made = make(tmp_path / "study.annotator", each=4)
    yield made
    operations.close_project(made)


def test_nothing_asked_is_everything(study):
    assert operations.selection_of(study, asked=AskedSelection()) == EVERYTHING


def test_words_become_identities(study):
    codes = {code.short_name: code.id for code in queries.codebook(study.live).codes}
    asked = AskedSelection(
        codes=("trust",), coders=("Anna",), rounds=("main",), articles=("0.txt",), layer="coders", states=("finished",),
        certainties=("not_set", "low"), attributes=(("speaker", "Ada"), ("speaker", "")), fields=(("Outlet", "Times"),),
        since="2026", until="2026-03", words="a", memo_words="b", duplicates="group", same=("speaker",),
    )  # fmt: skip
    found = operations.selection_of(study, asked=asked)
    assert (found.codes, found.coders, found.rounds) == ((codes["trust"],), (ANNA.id,), ("main",))
    assert found.documents == (queries.documents(study.live)[0].id,)
    assert (found.states, found.certainties) == ((CompletionState.FINISHED,), (Certainty.NOT_SET, Certainty.LOW))
    assert (found.attributes, found.fields) == ((Values("speaker", ("Ada", "")),), (Values("outlet", ("Times",)),))
    assert (found.duplicates, found.same) == (Duplicates.GROUP, ("speaker",))


def test_a_code_beside_another(study):
    codes = {code.short_name: code.id for code in queries.codebook(study.live).codes}
    asked = AskedSelection(codes=("trust",), standing_with="mistrust", relation="inside")
    found = operations.selection_of(study, asked=asked)
    assert found.together == Together(codes["trust"], codes["mistrust"], Relation.INSIDE)
    assert found.codes == (codes["trust"], codes["mistrust"])


@pytest.mark.parametrize("wrong", [
    {"codes": ("none",)}, {"coders": ("Nobody",)}, {"rounds": ("never",)},
    {"articles": ("none.txt",)}, {"layer": "both"},
    {"states": ("done",)}, {"certainties": ("",)}, {"attributes": (("none", "x"),)}, {"fields": (("none", "x"),)},
    {"since": "March"}, {"until": "2026-02-30"}, {"duplicates": "never"},
    {"same": ("none",)}, {"standing_with": "trust"},
    {"codes": ("trust",), "standing_with": "trust"}, {"codes": ("trust",), "standing_with": "none"},
    {"codes": ("trust",), "standing_with": "mistrust", "relation": "beside"},
])  # fmt: skip
def test_what_the_project_does_not_have_is_a_sentence(study, wrong):
    with pytest.raises(UsageError):
        operations.selection_of(study, asked=AskedSelection(**wrong))


def test_names_of_fields_and_attributes(study):
    assert [field_named(study, name) for name in ("Title", "NAME", "date")] == ["title", "name", "date"]
    assert attribute_named(study, "speaker") == "speaker"
