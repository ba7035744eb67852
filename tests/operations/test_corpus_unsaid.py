# SPDX-License-Identifier: MIT
from dataclasses import replace

from operations.foreign_corpus import EVE, annotation, corpus, document

from annotator.domain import Certainty, Region, Span
from annotator.exchange.corpus import CorpusRead, Unplaced
from annotator.operations.corpus_unsaid import unsaid_values

EVERYTHING = {"memo", "certainty", "attributes", "ask_lead", "region memo", "region certainty"}


def test_what_one_annotation_has_is_said_of_all():
    bare = annotation(0, 5)
    assert unsaid_values(CorpusRead(corpus(bare))) == EVERYTHING
    further = annotation(6, 12, memo="m", certainty=Certainty.LOW)
    assert unsaid_values(CorpusRead(corpus(bare, further))) == EVERYTHING - {"memo", "certainty"}


def test_unplaced_annotations_and_regions_count_too():
    unplaced = Unplaced(replace(annotation(0, 5), ask_lead=True, attributes={"tone": "warm"}), "line 2")
    assert unsaid_values(CorpusRead(corpus(), (unplaced,))) == EVERYTHING - {"ask_lead", "attributes"}
    region = Region("01900000-0000-7000-8000-0000000000f0", document().id, EVE.id, Span.of(0, 5), "Tōkyō", memo="m")
    assert unsaid_values(CorpusRead(corpus(regions=[region]))) == EVERYTHING - {"region memo"}
