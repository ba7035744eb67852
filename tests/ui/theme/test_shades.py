# SPDX-License-Identifier: MIT
"""Whatever the figure, the words on its shade are legible."""

import pytest

from annotator.ui.theme.contrast import luminance, ratio
from annotator.ui.theme.current import Theme
from annotator.ui.theme.shades import shade


@pytest.mark.parametrize("mode", ["light", "dark", "high_contrast"])
def test_words_on_every_shade_have_enough_contrast(theme: Theme, mode: str) -> None:
    theme.choose(mode)
    for hundredth in range(-20, 101):
        ground, words = shade(theme, hundredth / 100)
        assert ratio(ground.name(), words.name()) >= 4.5, hundredth


def test_more_agreement_is_more_ink(theme: Theme) -> None:
    theme.choose("light")
    light = [luminance(shade(theme, value)[0].name()) for value in (0.0, 0.3, 0.6, 0.9, 1.0)]
    assert light == sorted(light, reverse=True)
