# SPDX-License-Identifier: MIT
from merging.made_clusters import CODERS, CODES
from merging.made_queue import CODEBOOK

from annotator.merging.accuracy import Accuracy, Scores
from annotator.reports.accuracy_table import COLUMN_DESCRIPTIONS, accuracy_rows


def test_what_is_undefined_is_empty():
    row = Accuracy(CODERS[0], CODES[0], 3, Scores(2, 4, 2, 8), Scores())
    (cells,) = accuracy_rows(
        [row], round_name="main", codes={code.id: code for code in CODEBOOK}, people={CODERS[0]: "Anna"}
    )
    found = dict(zip(COLUMN_DESCRIPTIONS, cells, strict=True))
    assert (found["round"], found["coder"], found["code"], found["documents"]) == ("main", "Anna", "trust", 3)
    assert (found["character_precision"], found["character_recall"]) == (0.5, 0.25)
    assert (found["passage_precision"], found["passage_recall"], found["passage_f1"]) == (None, None, None)
