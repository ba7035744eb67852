# SPDX-License-Identifier: MIT
"""The colours of the interface: one table per mode. Widgets name a token, never a colour."""

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """Which of the tables is in force."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour that is not a code's, as ``#RRGGBB``."""

    window: str
    panel: str
    page: str
    raised: str
    hover: str
    pressed: str
    text: str
    secondary: str
    disabled: str
    hairline: str
    border: str
    accent: str
    on_accent: str
    soft: str
    selection: str
    selection_text: str
    warning: str
    warning_soft: str
    error: str
    error_soft: str
    success: str
    success_soft: str


LIGHT = Tokens(
    window="#F1F0ED", panel="#FAF9F7", page="#FFFFFF", raised="#FFFFFF", hover="#ECEAE6", pressed="#E1DED8",
    text="#1B1B1A", secondary="#5B5954", disabled="#5B5954", hairline="#DDDAD4", border="#84817B", accent="#2B3F63",
    on_accent="#FFFFFF", soft="#E2E7F0", selection="#C9D4E9", selection_text="#1B1B1A", warning="#744A00",
    warning_soft="#FBF0D9", error="#9E1F19", error_soft="#FBE9E6", success="#28603A", success_soft="#E5F1E8",
)  # fmt: skip

DARK = Tokens(
    window="#161719", panel="#1B1C1F", page="#1F2023", raised="#282A2E", hover="#27292D", pressed="#313338",
    text="#E7E5E0", secondary="#A9A8A3", disabled="#A9A8A3", hairline="#35373C", border="#7B7F87", accent="#B4C6EC",
    on_accent="#12161D", soft="#2A3242", selection="#3A4C72", selection_text="#E7E5E0", warning="#E9BC66",
    warning_soft="#352B18", error="#F2A199", error_soft="#3B2321", success="#93CFA1", success_soft="#1D3023",
)  # fmt: skip

HIGH_CONTRAST = Tokens(
    window="#000000", panel="#000000", page="#000000", raised="#000000", hover="#1A1A1A", pressed="#333333",
    text="#FFFFFF", secondary="#FFFFFF", disabled="#A6A6A6", hairline="#FFFFFF", border="#FFFFFF", accent="#1AEBFF",
    on_accent="#000000", soft="#000000", selection="#1AEBFF", selection_text="#000000", warning="#FFFF00",
    warning_soft="#000000", error="#FFFF00", error_soft="#000000", success="#FFFFFF", success_soft="#000000",
)  # fmt: skip

TABLES = {Mode.LIGHT: LIGHT, Mode.DARK: DARK, Mode.HIGH_CONTRAST: HIGH_CONTRAST}
