# SPDX-License-Identifier: MIT
"""Quotes whose words are markup somewhere."""

from annotator.exchange.documents.quotes import Quote, QuoteList


def quotes(number=2):
    made = [
        Quote("Trust <b>&", "Anna *i*", "be\nfore ", "北京 <script>信任 | `x`", " af\tter", ("A *title*", "Times"),
              ("speaker: <Ada>",), "memo [x](y)\nsecond"),
        Quote("Doubt", "Ben", "", "שלום", "עולם", ("B",)),
    ]  # fmt: skip
    return QuoteList("Quotes & more", "Only codes: <all>.", made[:number])
