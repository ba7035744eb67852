# SPDX-License-Identifier: MIT
from merging.made_clusters import CODES
from merging.made_queue import CODEBOOK, DOCUMENTS, article_queue, clusters, decision

from annotator.domain import CodeId
from annotator.merging.consensus import consensus
from annotator.reports.consensus_table import COLUMN_DESCRIPTIONS, consensus_rows, decision_cells, short_name

PLACES = [(0, 0, 4), (1, 0, 6), (0, 10, 12)]
CODES_BY_ID = {code.id: code for code in CODEBOOK}


def rows():
    made = decision(clusters(*PLACES)[0], result=[(0, 6)], note="why", parameters="")
    queue = article_queue(PLACES, [made])
    found = consensus_rows(
        consensus(queue),
        documents={DOCUMENTS[0]: queue.articles[0].document},
        codes=CODES_BY_ID,
        people={made.judge: "Mara"},
        words=lambda document, span: f"{document[-1]} {span.start}-{span.end}",
    )
    return [dict(zip(COLUMN_DESCRIPTIONS, row, strict=True)) for row in found]


def test_a_row_for_what_stands_and_for_what_is_open():
    first, second = rows()
    assert (first["code"], first["start_char"], first["end_char"], first["quote"]) == ("trust", 0, 6, "1 0-6")
    assert (first["provenance"], first["verdict"], first["judge"], first["note"]) == (
        "adjudicated", "union", "Mara", "why",
    )  # fmt: skip
    assert (first["difference"], first["votes"], first["voters"], first["blind"]) == ("omission", 1, 3, False)
    assert (second["provenance"], second["state"], second["decision_id"], second["blind"]) == (
        "unresolved", "incomplete", "", None,
    )  # fmt: skip


def test_where_nobody_decided_the_cells_are_empty():
    made = decision(clusters(*PLACES)[0], result=[(0, 6)])
    assert len(decision_cells(None, people={})) == len(decision_cells(made, people={}))


def test_a_code_that_is_not_in_the_codebook_goes_by_its_identity():
    assert short_name(CODES_BY_ID, CODES[1]) == "mistrust"
    assert short_name(CODES_BY_ID, CodeId("other")) == "other"
