# SPDX-License-Identifier: MIT
"""How every figure looks, and how it becomes a file: ink shades, our fonts, no pyplot, the same bytes each time.

Figures are drawn without a window's backend. The same drawing gives the same bytes with the same
matplotlib. Texts stay texts in SVG and PDF.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from threading import Lock
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from annotator.reports.terminal import cut, printable

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK, TEXT, SECONDARY, HAIRLINE, PAGE = "#2b3f63", "#1b1b1a", "#5b5954", "#84817b", "#ffffff"
"""Strong marks, words, words beside, lines, ground: what a page in the dark puts others in the place of."""
WIDTH = 7.0
"""Of every picture, in inches: a page's text width."""
LINE = 0.32
WIDEST_NAME = 34
UNKNOWN = "□"
FAMILIES = (
    "DejaVu Sans", "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans CJK KR", "Noto Sans CJK TC", "Noto Sans Arabic",
    "Noto Sans Hebrew", "Noto Sans Devanagari", "Noto Sans Thai",
)  # fmt: skip
"""Where letters are looked for, in this order, as far as the system has them."""

_METADATA: Mapping[str, Mapping[str, None]] = MappingProxyType({
    "svg": {"Date": None, "Creator": None},
    "pdf": {"CreationDate": None, "Producer": None, "Creator": None},
    "png": {"Software": None},
})  # fmt: skip

_one_at_a_time = Lock()
"""Matplotlib's settings are the whole process's, so two threads never draw at once."""


def drawn(draw: Callable[[], "Figure"], *, picture_format: str) -> bytes:
    """Draw a figure as ``svg``, ``pdf`` or ``png`` (200 dots per inch); may be called from any thread."""
    with _one_at_a_time, _our_style():
        figure = draw()
        file = BytesIO()
        # A PNG may be shown on any ground, so it brings its own; the others take that of the page.
        ground = PAGE if picture_format == "png" else "none"
        figure.savefig(file, format=picture_format, dpi=200, facecolor=ground, metadata=dict(_METADATA[picture_format]))
    return file.getvalue()


@contextmanager
def _our_style() -> Iterator[None]:
    """Draw by matplotlib's own defaults and ours, whatever the user's settings for other programs say."""
    from matplotlib import rc_context, style

    ours: dict[Any, Any] = {
        "svg.hashsalt": "annotator", "svg.fonttype": "none", "pdf.fonttype": 42, "hatch.linewidth": 0.6,
        "font.family": list(_families()), "font.size": 8.5, "text.color": TEXT, "axes.edgecolor": HAIRLINE,
        "axes.labelcolor": SECONDARY, "xtick.color": SECONDARY, "ytick.color": TEXT, "axes.linewidth": 0.7,
        "axes.unicode_minus": False, "text.parse_math": False, "hatch.color": INK,
    }  # fmt: skip
    with style.context("default"), rc_context(ours):
        yield


@lru_cache(maxsize=1)
def _families() -> tuple[str, ...]:
    from matplotlib import font_manager

    there = set(font_manager.fontManager.get_font_names())
    return tuple(family for family in FAMILIES if family in there)


@lru_cache(maxsize=1)
def _letters() -> frozenset[int]:
    """Give the code points that some of our fonts can draw."""
    from matplotlib import font_manager

    found: set[int] = set()
    for family in _families():
        path = font_manager.findfont(font_manager.FontProperties(family=[family]))
        found |= font_manager.get_font(path).get_charmap().keys()
    return frozenset(found)


def drawable(text: str, *, width: int = WIDEST_NAME) -> str:
    """Make a name drawable: cut to a width, harmless, and with a box for what no font on this computer has."""
    shown = cut(printable(text), width=width)
    return "".join(letter if ord(letter) in _letters() else UNKNOWN for letter in shown)


def figure_of(height: float) -> "Figure":
    """Give an empty figure of our width and a height in inches."""
    from matplotlib.figure import Figure

    return Figure(figsize=(WIDTH, height), layout="constrained", facecolor="none")


def bare(axes: "Axes", *, keep: Sequence[str] = ("bottom",)) -> None:
    """Take away the sides of a frame but those to keep."""
    for side, spine in axes.spines.items():
        spine.set_visible(side in keep)
    axes.set_facecolor("none")
    axes.tick_params(length=3, width=0.7)


def say_what_is_shown(figure: "Figure", *parts: tuple[int, int, str]) -> None:
    """Say under a figure that it has not room for all: of each part how many it shows, of how many of what."""
    said = [f"{min(shown, there):,} of {there:,} {what}" for shown, there, what in parts if shown < there]
    if said:
        figure.supxlabel(f"Shown: {', '.join(said)}; the table has all.", fontsize=7, color=SECONDARY)
