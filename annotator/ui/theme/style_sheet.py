# SPDX-License-Identifier: MIT
"""The style sheet of one mode: flat fills, hairlines, corners of 6 px; every size in multiples of the text height.

Widgets ask for a look by properties: ``surface`` (panel, window, page, raised, card, banner kinds), ``kind`` (of a
button: primary, quiet, icon, link, tab) and ``ink`` (of a label: secondary, warning, error, success).
"""

import re
from dataclasses import asdict

from annotator.ui.theme.tokens import HIGH_CONTRAST, Tokens

_LENGTH = re.compile(r"\b(\d+)px")

_SHEET = """
* { outline: none; }
QWidget { color: @text; }
QMainWindow, QDialog, QWidget[surface="window"], QFrame[surface="window"] { background: @window; }
QFrame[surface="panel"], QWidget[surface="panel"] { background: @panel; }
QFrame[surface="page"], QWidget[surface="page"] { background: @page; }
QFrame[surface="raised"] { background: @raised; border: 1px solid @border; border-radius: 6px; }
QFrame[surface="card"] { background: @page; border: 1px solid @hairline; border-radius: 6px; }
QFrame[surface="warning"] { background: @warning_soft; border: none; }
QFrame[surface="error"] { background: @error_soft; border: none; }
QFrame[surface="info"] { background: @soft; border: none; }
QFrame[line="bottom"] { border-bottom: 1px solid @hairline; }
QFrame[line="top"] { border-top: 1px solid @hairline; }
QFrame[line="right"] { border-right: 1px solid @hairline; }
QFrame[line="left"] { border-left: 1px solid @hairline; }
QFrame[rule="across"] { background: @hairline; min-height: 1px; max-height: 1px; border: none; }
QFrame[rule="down"] { background: @hairline; min-width: 1px; max-width: 1px; border: none; }
QLabel { background: transparent; border: none; }
QLabel[ink="secondary"] { color: @secondary; }
QLabel[ink="warning"] { color: @warning; }
QLabel[ink="error"] { color: @error; }
QLabel[ink="success"] { color: @success; }
QAbstractScrollArea { background: transparent; border: none; }
QPushButton { background: @raised; color: @text; border: 1px solid @border; border-radius: 6px;
  padding: 0 12px; min-height: 30px; }
QPushButton:hover { background: @hover; }
QPushButton:pressed, QPushButton:checked { background: @pressed; }
QPushButton:focus { border: 2px solid @accent; padding: 0 11px; min-height: 28px; }
QPushButton:disabled { color: @disabled; background: transparent; border-color: @hairline; }
QPushButton[kind="primary"] { background: @accent; color: @on_accent; border: 1px solid @accent; }
QPushButton[kind="primary"]:focus { border: 2px solid @text; }
QPushButton[kind="primary"]:disabled { color: @disabled; background: transparent; border: 1px solid @hairline; }
QPushButton[kind="quiet"], QPushButton[kind="icon"] { background: transparent; border: 1px solid transparent; }
QPushButton[kind="quiet"]:hover, QPushButton[kind="icon"]:hover { background: @hover; }
QPushButton[kind="quiet"]:pressed, QPushButton[kind="icon"]:pressed { background: @pressed; }
QPushButton[kind="quiet"]:focus, QPushButton[kind="icon"]:focus { border: 2px solid @accent; }
QPushButton[kind="icon"] { padding: 0; min-width: 30px; max-width: 30px; }
QPushButton[kind="icon"]:focus { padding: 0; min-width: 28px; max-width: 28px; }
QPushButton[kind="small"] { background: transparent; border: 1px solid transparent; min-height: 20px; padding: 0 6px; }
QPushButton[kind="small"]:hover { background: @hover; }
QPushButton[kind="small"]:focus { border: 2px solid @accent; padding: 0 5px; min-height: 18px; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; min-height: 22px; padding: 0 2px;
  text-decoration: underline; text-align: left; }
QPushButton[kind="link"]:hover { background: @hover; }
QPushButton[kind="link"]:focus { border: 2px solid @accent; padding: 0 1px; min-height: 20px; }
QPushButton[kind="tab"] { background: transparent; border: none; border-bottom: 2px solid transparent; border-radius: 0;
  min-height: 44px; padding: 0 12px; color: @secondary; }
QPushButton[kind="tab"]:hover { background: @hover; }
QPushButton[kind="tab"]:checked { color: @text; border-bottom: 2px solid @accent; background: transparent; }
QPushButton[kind="tab"]:focus { border: 2px solid @accent; min-height: 42px; padding: 0 10px; border-radius: 4px; }
QPushButton[kind="segment"] { border: none; border-radius: 0; background: transparent; padding: 0 8px;
  min-height: 30px; }
QPushButton[kind="segment"]:checked { background: @soft; border-bottom: 2px solid @accent; }
QPushButton[kind="segment"]:hover { background: @hover; }
QPushButton[kind="segment"]:focus { border: 2px solid @accent; border-radius: 4px; padding: 0 6px; min-height: 28px; }
QFrame[surface="segments"] { background: @raised; border: 1px solid @border; border-radius: 6px; }
QLineEdit, QPlainTextEdit, QComboBox { background: @raised; color: @text; border: 1px solid @border;
  border-radius: 6px; padding: 0 8px; selection-background-color: @selection; selection-color: @selection_text;
  placeholder-text-color: @secondary; }
QLineEdit, QComboBox { min-height: 30px; }
QPlainTextEdit { padding: 3px 4px; }
QLineEdit:focus, QComboBox:focus { border: 2px solid @accent; padding: 0 7px; min-height: 28px; }
QPlainTextEdit:focus { border: 2px solid @accent; padding: 2px 3px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: @disabled; border-color: @hairline; }
QLineEdit[state="invalid"] { border: 2px solid @error; padding: 0 7px; min-height: 28px; }
QLineEdit[bare="yes"] { border: none; background: transparent; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: @raised; color: @text; border: 1px solid @border; outline: none;
  selection-background-color: @soft; selection-color: @text; padding: 4px; }
QTreeView, QListView, QTableView { background: transparent; border: none; color: @text;
  selection-background-color: @soft; selection-color: @text; gridline-color: @hairline; }
QHeaderView, QHeaderView::section { background: transparent; color: @text; border: none; }
QHeaderView::section { padding: 4px 8px; border-bottom: 1px solid @hairline; }
QTableCornerButton::section { background: transparent; border: none; border-bottom: 1px solid @hairline; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @border; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: @raised; border: 1px solid @border; border-radius: 6px; padding: 4px; }
QMenu::item { padding: 7px 24px 7px 28px; border-radius: 4px; color: @text; }
QMenu::item:selected { background: @soft; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @hairline; margin: 4px 8px; }
QMenu::indicator { width: 8px; height: 8px; left: 8px; border-radius: 4px; }
QMenu::indicator:checked { background: @accent; }
QToolTip { background: @raised; color: @text; border: 1px solid @border; padding: 4px 8px; }
QSplitter::handle { background: @hairline; }
QSplitter::handle:hover { background: @border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QProgressBar { background: @hairline; border: none; border-radius: 1px; max-height: 3px; min-height: 3px; }
QProgressBar::chunk { background: @accent; border-radius: 1px; }
"""
_OUTLINES = """
QPushButton:disabled, QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { border: 1px dashed @disabled; }
QPushButton[kind="primary"]:disabled { border: 1px dashed @disabled; }
QPushButton[kind="quiet"]:disabled, QPushButton[kind="icon"]:disabled { border: 1px solid transparent; }
"""
"""In high contrast a grey says too little: what cannot be used has a dashed outline there."""


def style_sheet(tokens: Tokens, *, scale: float) -> str:
    """Fill in one mode's colours and multiply every length by the scale, except lines of 1 and 2 px."""
    colours = asdict(tokens)
    sheet = _SHEET + _OUTLINES if tokens == HIGH_CONTRAST else _SHEET
    filled = re.sub(r"@(\w+)", lambda match: colours[match[1]], sheet)
    return _LENGTH.sub(lambda match: _scaled(int(match[1]), scale), filled)


def _scaled(length: int, scale: float) -> str:
    return f"{length}px" if length <= 2 else f"{round(length * scale)}px"
