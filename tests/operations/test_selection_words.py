# SPDX-License-Identifier: MIT
from operations.counted_study import make

from annotator import operations
from annotator.counting.actors import Actors
from annotator.counting.periods import Period
from annotator.counting.selection import InPeriod, Relation, Selection, Tie, Together, Values
from annotator.domain import Certainty, CompletionState
from annotator.operations.selected_passages import SelectedPassages
from annotator.operations.selection_words import in_words
from annotator.store import queries


def test_every_condition_is_said(tmp_path):
    study = make(tmp_path / "study.annotator", each=1)
    codes = [code.id for code in queries.codebook(study.live).codes]
    documents = tuple(each.id for each in queries.documents(study.live))
    selection = Selection(
        codes=(codes[0],), coders=("strange",), rounds=("main",), documents=documents,
        states=(CompletionState.FINISHED,),
        certainties=(Certainty.NOT_SET,), attributes=(Values("speaker", ("",)),),
        fields=(Values("outlet", ("Times",)),),
        since="2026", words="faith", memo_words="doubt", placed=InPeriod(Period.WEEK, ""),
        together=Together(codes[0], codes[1], Relation.SENTENCE), tie=Tie("Ada", "China", Actors()),
    )  # fmt: skip
    said = " ".join(in_words(SelectedPassages(study, selection)))
    for words in (
        "Evidence of trust", "unknown coder", "rounds: main", "finished", "certainties: not set", "speaker: not set",
        "outlet: Times", "2026", "“faith”", "“doubt”", "week that cannot be told", "in one sentence with",
        "Ada to China",
        "Every annotation counts.", "excluded region", "Title 0",
    ):  # fmt: skip
        assert words in said
    many = Selection(documents=tuple(f"{number}" for number in range(40)))
    assert "and 28 more" in " ".join(in_words(SelectedPassages(study, many)))
    operations.close_project(study)
