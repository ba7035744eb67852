# SPDX-License-Identifier: MIT
"""Texts that hurt, for the laws of this room."""

from hypothesis import strategies as st

PIECES = (
    "a", "Mr", "Prof", "U.S", "Feb", "The", "no", "don’t", "3,200", "12", "3.5", "É", "e\u0301", "\u0301",
    ".", ". ", "! ", "? ", "… ", "...", ". . .", "”", "“", '"', "'", ")", "(", "[1]", "-", "—", "•",
    " ", "  ", "\n", "\n", "x\ny", "\n\n", "\n \n", "\t", "\u00a0", "\u2028", "\u2029", "\u200b", "\ufeff", "\u200d",
    "\u200c", "。", "！", "？", "」", "「", "中", "国", "的", "か", "カ", "\U00020000",
    "😀", "👩\u200d👩\u200d👧", "🇫🇷", "🇫", "👍🏽", "❤\ufe0f", "한", "ᄒ", "ᅡ", "ᆫ", "क्ष", "ि", "\u0600", "ํา",
    "שלום", "\u202e", "\u200f", "\u00ad", "\x1c", "\x85",
)  # fmt: skip

pieced_texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
any_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
texts = pieced_texts | any_texts
