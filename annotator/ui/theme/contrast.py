# SPDX-License-Identifier: MIT
"""Contrast between two colours (WCAG 2.2, section 1.4.3), and colours moved until they have enough of it."""

import colorsys

_LEAST_FOR_LINES = 3.0


def luminance(colour: str) -> float:
    """Give the relative luminance of ``#RRGGBB``, 0 (black) to 1 (white)."""
    channels = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    red, green, blue = channels
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def ratio(one: str, other: str) -> float:
    """Give the contrast of two colours, 1 (none) to 21 (black on white); the order does not matter."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def nudged(colour: str, *, against: str, least: float = _LEAST_FOR_LINES) -> str:
    """Move a colour's lightness away from the ground until it has this contrast; its hue stays.

    A colour that has it already comes back unchanged.
    """
    if ratio(colour, against) >= least:
        return colour
    hue, lightness, saturation = colorsys.rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))
    step = -0.01 if luminance(against) > 0.18 else 0.01
    while 0 < lightness + step < 1:
        lightness += step
        moved = _hexadecimal(*colorsys.hls_to_rgb(hue, lightness, saturation))
        if ratio(moved, against) >= least:
            return moved
    return "#000000" if step < 0 else "#FFFFFF"


def _hexadecimal(red: float, green: float, blue: float) -> str:
    return f"#{round(red * 255):02X}{round(green * 255):02X}{round(blue * 255):02X}"
