# SPDX-License-Identifier: MIT
from annotator.exchange.documents.markdown_words import escaped, plain


def test_words_mean_nothing_but_themselves():
    assert escaped("a*b_[c]") == "a\\*b\\_\\[c\\]"
    assert plain("a\n # b") == "a \\# b"
