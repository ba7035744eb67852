# SPDX-License-Identifier: MIT
from collections import Counter

from counting.coded_articles import CODERS, CODES, coded_articles
from hypothesis import given
from hypothesis import strategies as st

from annotator.counting.actors import Actors
from annotator.counting.articles import Basis, Frame
from annotator.counting.network import network
from annotator.counting.selecting import selected

ACTORS = Actors(speaker="speaker", target="target", signs={"trust": 1, "mistrust": -1})
SOURCES = {"": (), "Ada": ("Ada",), "Bo; Cy": ("Bo", "Cy")}


@given(coded_articles())
def test_weights_are_those_counted_one_by_one(articles):
    wanted = Counter()
    for article in articles:
        for each in article.annotations:
            for source in SOURCES[each.attributes["speaker"]]:
                if each.attributes["target"]:
                    sign = {"trust": 1, "mistrust": -1}.get(each.code)
                    wanted[each.coder, source, "China", each.code, sign] += 1
    found = network(articles, Frame(codes=CODES, coders=CODERS), actors=ACTORS)
    assert {(edge.coder, edge.source, edge.target, edge.code, edge.sign): edge.weight for edge in found.edges} == wanted
    attributes = [each.attributes for article in articles for each in article.annotations]
    assert found.one_sided == sum(bool(each["speaker"]) != bool(each["target"]) for each in attributes)
    assert found.without_actors == sum(not each["speaker"] and not each["target"] for each in attributes)


@given(coded_articles(), st.sampled_from(Basis))
def test_every_tie_leads_to_its_passages(articles, basis):
    for edge in network(articles, Frame(codes=CODES, coders=CODERS, basis=basis), actors=ACTORS).edges:
        found = [each for article in articles for each in selected(article.annotations, edge.selection)]
        assert len(found) == edge.passages


@given(coded_articles())
def test_the_mean_takes_in_those_who_saw_no_such_tie(articles):
    each = network(articles, Frame(codes=CODES, coders=CODERS), actors=ACTORS).edges
    for edge in network(articles, Frame(codes=CODES, coders=CODERS, basis=Basis.MEAN), actors=ACTORS).edges:
        alike = [
            one
            for one in each
            if (one.source, one.target, one.code, one.sign) == (edge.source, edge.target, edge.code, edge.sign)
        ]
        at_work = {
            coder
            for article in articles
            for coder in (
                *article.silent(edge.code),
                *(one.coder for one in article.annotations if one.code == edge.code),
            )
        }
        assert edge.coders == len(at_work)
        assert edge.weight == sum(one.weight for one in alike) / len(at_work)
