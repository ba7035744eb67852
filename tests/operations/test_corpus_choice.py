# SPDX-License-Identifier: MIT
from annotator.operations.corpus_choice import EVERYTHING_CODED, CorpusChoice, Layer


def test_a_layer_says_whose_annotations_are_in_it():
    assert [(each.has_coders, each.has_consensus) for each in Layer] == [(True, False), (False, True), (True, True)]


def test_nothing_chosen_is_everything_of_the_coders():
    assert CorpusChoice() == EVERYTHING_CODED
    assert EVERYTHING_CODED.layer is Layer.CODERS
    assert not EVERYTHING_CODED.pseudonyms
