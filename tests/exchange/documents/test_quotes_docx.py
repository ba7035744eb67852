# SPDX-License-Identifier: MIT
import io

import mammoth
from exchange.quote_list import quotes

from annotator.exchange.documents.quotes_docx import quotes_docx


def test_another_reader_finds_quotes_and_sources():
    data = quotes_docx(quotes())
    text = mammoth.extract_raw_text(io.BytesIO(data)).value
    for words in ("Quotes & more", "be fore 北京 <script>信任 | `x` af ter",
                  "Trust <b>& · Anna *i* · A *title* · Times",
                  "speaker: <Ada>", "memo [x](y)", "second", "שלוםעולם"):  # fmt: skip
        assert words in text
    assert "<strong>שלום</strong>עולם" in mammoth.convert_to_html(io.BytesIO(data)).value


def test_the_same_quotes_give_the_same_bytes():
    assert quotes_docx(quotes()) == quotes_docx(quotes())
    assert quotes_docx(quotes(0)).startswith(b"PK")
