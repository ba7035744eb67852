# SPDX-License-Identifier: MIT
from annotator.domain import Codebook
from annotator.exchange.corpus import Corpus, CorpusRead


def test_what_a_format_does_not_carry_is_absent_and_not_invented() -> None:
    corpus = Corpus("x", documents=(), texts={}, codebook=Codebook(), coders=(), annotations={})
    assert (corpus.regions, corpus.completions, corpus.fields) == ((), (), ())
    assert dict(corpus.created) == {}
    assert (corpus.modified, corpus.digest) == ("", "")
    read = CorpusRead(corpus)
    assert (read.unplaced, read.findings) == ((), ())
