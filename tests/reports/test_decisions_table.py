# SPDX-License-Identifier: MIT
from merging.made_queue import CODEBOOK, DOCUMENTS, article_queue, clusters, decision

from annotator.domain import Verdict
from annotator.merging.decision_matching import ClusterState
from annotator.reports.decisions_table import COLUMN_DESCRIPTIONS, decision_rows


def test_a_row_for_each_decision():
    (cluster,) = clusters((0, 0, 4), (1, 0, 6))
    made = [decision(cluster, result=[(0, 2), (3, 6)]), decision(cluster, Verdict.REJECTED, number=2)]
    rows = decision_rows(
        made,
        states={made[0].id: ClusterState.ACCEPTED},
        documents={DOCUMENTS[0]: article_queue([]).articles[0].document},
        codes={code.id: code for code in CODEBOOK},
        people={},
    )
    first, second = [dict(zip(COLUMN_DESCRIPTIONS, row, strict=True)) for row in rows]
    assert (first["spans"], first["state"], first["source"]) == ("[[0, 2], [3, 6]]", "accepted", "person")
    assert first["annotations"] == " ".join(cluster.members)
    assert (second["spans"], second["state"], second["verdict"]) == ("[]", "", "rejected")
    assert second["judge"] == made[1].judge, "a judge whom the project does not name goes by identity"
