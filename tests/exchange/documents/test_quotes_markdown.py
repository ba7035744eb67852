# SPDX-License-Identifier: MIT
from exchange.quote_list import quotes

from annotator.exchange.documents.quotes_markdown import quotes_markdown


def test_every_character_that_means_something_is_escaped():
    page = "".join(quotes_markdown(quotes()))
    assert page.startswith("# Quotes \\& more\n")
    assert "1\\. be fore **北京 \\<script\\>信任 \\| \\`x\\`** af ter" in page
    assert "— Trust \\<b\\>\\& · Anna \\*i\\* · A \\*title\\* · Times" in page
    assert "memo \\[x\\](y) second" in page
    assert "2\\. **שלום**עולם" in page
