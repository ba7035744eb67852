# SPDX-License-Identifier: MIT
from dataclasses import replace

from exchange.made_corpora import corpus_of, with_regions

from annotator.exchange.codings.not_carried import tell_not_carried
from annotator.exchange.findings import Findings


def test_what_is_lost_is_named_with_its_number() -> None:
    corpus = with_regions(corpus_of("One two", (0, 3), (4, 7), memo="why"))
    corpus = replace(corpus, coders=(), created={corpus.annotations[corpus.documents[0].id][0].id: "2026", "x": "2026"})
    findings = Findings()
    tell_not_carried(findings, corpus, carried=(), created=False, codes=False)
    assert [(each.sentence, each.count) for each in findings] == [
        ("An annotation has a memo, which is not in this format.", 2),
        ("An annotation belongs to a coder who is not among the coders; it is not written.", 2),
        ("An excluded region is not in this format.", 1),
        ("How far a coder is with an article is not in this format.", 2),
        ("The time at which an annotation was made is not in this format.", 1),
        ("What the codebook says of a code beyond its name is not in this format.", 3),
    ]
    findings = Findings()
    tell_not_carried(findings, corpus_of("One two", (0, 3), memo="why"), carried=("memo",))
    assert list(findings) == []


def test_an_attribute_is_an_attribute() -> None:
    corpus, findings = corpus_of("One two", (0, 3)), Findings()
    ((document, (bare,)),) = corpus.annotations.items()
    corpus = replace(corpus, annotations={document: (replace(bare, attributes={"holder": "x"}),)})
    tell_not_carried(findings, corpus, carried=())
    assert "An annotation has an attribute, which is not in this format." in {each.sentence for each in findings}
