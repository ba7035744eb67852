# SPDX-License-Identifier: MIT
"""What the text view is given."""

from dataclasses import replace

from ui.models.values import CODEBOOK, OTHER, annotation, article, region

from annotator.domain import Codebook, CodeId
from annotator.ui.code_styles import mark_of, styles_for
from annotator.ui.shortcuts import EXCLUDED_KEY
from annotator.ui.text_view import MarkKind
from annotator.ui.theme.current import Theme


def test_styles_follow_codebook_and_mode(theme: Theme) -> None:
    styles = styles_for(CODEBOOK, theme)
    assert [style.name for style in styles] == ["Trust", "Mistrust", "Speculation", "Expert quote"]
    assert len({style.initial for style in styles}) == 4
    assert EXCLUDED_KEY not in {style.initial for style in styles}, "the excluded region's own sign"
    theme.choose("dark")
    assert styles_for(CODEBOOK, theme)[0].colour == CODEBOOK.codes[0].colour_dark


def test_no_two_codes_share_a_sign_even_where_their_names_do(theme: Theme) -> None:
    one = CODEBOOK.codes[0]
    alike = Codebook(tuple(replace(one, id=CodeId(f"c{number}"), short_name="To 0") for number in range(20)))
    initials = [style.initial for style in styles_for(alike, theme)]
    assert len(set(initials)) == 20
    assert EXCLUDED_KEY not in initials


def test_marks_say_whose_they_are(theme: Theme) -> None:
    mine, theirs, out = annotation(0, 3, ask_lead=True), annotation(4, 9, coder=OTHER), region(30, 40)
    model = article([theirs, out])
    model.put(mine, pending=True)
    one, two, three = (mark_of(entry, model) for entry in (mine, theirs, out))
    assert (one.own, one.pending, one.asks_lead) == (True, True, True)
    assert (two.own, two.coder, two.pending) == (False, "Trial coder 1 (machine-made)", False)
    assert (three.kind, three.code) == (MarkKind.REGION, "")
