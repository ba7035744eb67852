# SPDX-License-Identifier: MIT
import csv
import shutil
import subprocess
from dataclasses import replace

import pytest
from exchange.annotated_sample import ANNA, BEN, DOUBT, TRUST, sample

from annotator.counting.actors import Actors
from annotator.domain import Region, RegionState, Span
from annotator.exchange.codings.events import EDGES, EVENTS, NODES, write_events

ACTORS = Actors("speaker", "holder", "target", signs={TRUST.id: 1, DOUBT.id: -1})
SAID = (
    {"holder": "China", "target": "Russia; EU"},
    {"holder": "China", "target": "Russia", "speaker": "Mr. \"A\", of B"},
    {"speaker": "Someone"},
    {},
    {"speaker": "China", "target": "Russia"},
)  # fmt: skip
PLACES = ((0, 7, TRUST, ANNA), (8, 14, TRUST, ANNA), (15, 20, DOUBT, BEN), (21, 24, DOUBT, BEN), (25, 30, DOUBT, BEN))


def corpus(**further):
    made = sample(PLACES)
    document = made.documents[0].id
    annotations = tuple(
        replace(each, attributes=attributes) for each, attributes in zip(made.annotations[document], SAID, strict=True)
    )
    return replace(made, annotations={document: annotations}, **further)


def written(folder, value=None, actors=ACTORS):
    folder.mkdir(exist_ok=True)
    counts, findings = write_events(value or corpus(), folder, actors=actors)
    tables = {}
    for path in counts:
        with path.open(encoding="utf-8", newline="") as stream:
            tables[path.name] = list(csv.DictReader(stream))
        assert len(tables[path.name]) == counts[path]
    return tables, findings


def test_there_is_an_event_for_each_pair_of_actors(tmp_path):
    tables, findings = written(tmp_path)
    assert [(row["source"], row["target"], row["code"], row["sign"], row["coder"]) for row in tables[EVENTS]] == [
        ("China", "Russia", "trust", "1", "Anna <i>"), ("China", "EU", "trust", "1", "Anna <i>"),
        ("China", "Russia", "trust", "1", "Anna <i>"), ("Someone", "", "doubt", "-1", "Ben"),
        ("", "", "doubt", "-1", "Ben"), ("China", "Russia", "doubt", "-1", "Ben"),
    ]  # fmt: skip
    row = tables[EVENTS][2]
    assert (row["quote"], row["start_char"], row["end_char"], row["outlet"], row["date"]) == (
        "<b>tru", "8", "14", "Times", "2026",
    )  # fmt: skip
    assert row["speaker"] == 'Mr. "A", of B'
    assert len({row["event_id"] for row in tables[EVENTS]}) == len(tables[EVENTS])
    assert sorted(each.count for each in findings) == [1, 1, 5]


def test_edges_add_events_up_and_every_end_is_a_node(tmp_path):
    tables, _ = written(tmp_path)
    assert [(row["source"], row["target"], row["code"], row["weight"], row["documents"]) for row in tables[EDGES]] == [
        ("China", "EU", "trust", "1", "1"),
        ("China", "Russia", "doubt", "1", "1"),
        ("China", "Russia", "trust", "2", "1"),
    ]  # fmt: skip
    assert [(row["name"], row["events_as_source"], row["events_as_target"]) for row in tables[NODES]] == [
        ("China", "4", "0"), ("EU", "0", "1"), ('Mr. "A", of B', "0", "0"), ("Russia", "0", "3"), ("Someone", "0", "0"),
    ]  # fmt: skip


def test_what_is_excluded_is_no_event(tmp_path):
    region = Region("01900000-0000-7000-8000-0000000000f0", corpus().documents[0].id, ANNA.id, Span.of(0, 10), "x")
    accepted = replace(region, state=RegionState.ACCEPTED)
    assert len(written(tmp_path / "a", corpus(regions=(region,)))[0][EVENTS]) == 6
    assert len(written(tmp_path / "b", corpus(regions=(accepted,)))[0][EVENTS]) == 4


def test_the_same_corpus_gives_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        written(tmp_path / name)
    for name in (EVENTS, EDGES, NODES):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


R = """
edges <- read.csv("network_edges.csv", encoding = "UTF-8"); nodes <- read.csv("network_nodes.csv", encoding = "UTF-8")
stopifnot(all(edges$source %in% nodes$name), all(edges$target %in% nodes$name), !anyDuplicated(nodes$name))
if (requireNamespace("igraph", quietly = TRUE)) {
  g <- igraph::graph_from_data_frame(edges, vertices = nodes)
  stopifnot(igraph::ecount(g) == nrow(edges), igraph::vcount(g) == nrow(nodes))
}
counts <- xtabs(weight ~ source + target, edges)
cat(counts["China", "Russia"], sum(edges$weight))
"""


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")
def test_r_reads_the_network_as_it_is(tmp_path):
    written(tmp_path)
    ran = subprocess.run(["Rscript", "-e", R], cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert (ran.stdout, ran.returncode) == ("3 4", 0), ran.stderr
