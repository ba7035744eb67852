# SPDX-License-Identifier: MIT
from annotator.operations.corpus_import_choice import AS_IT_COMES, CorpusImportChoice


def test_nothing_is_chosen_unless_it_is_said():
    assert CorpusImportChoice() == AS_IT_COMES
    assert AS_IT_COMES.kind is None
    assert not any((AS_IT_COMES.codes, AS_IT_COMES.coders, AS_IT_COMES.reanchor, AS_IT_COMES.drop_attributes))
