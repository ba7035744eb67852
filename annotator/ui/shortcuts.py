# SPDX-License-Identifier: MIT
"""One table of all keys: what each does, its name in menus and in the list of keys."""

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One thing that a key does. ``keys`` are in Qt's portable spelling, the first is the one shown."""

    name: str
    words: str
    keys: tuple[str, ...]
    group: str

    @property
    def sequences(self) -> list[QKeySequence]:
        """The keys as Qt wants them."""
        return [QKeySequence(key) for key in self.keys]

    @property
    def shown(self) -> str:
        """The first key as it is drawn on a key cap, or empty."""
        return key_words(self.keys[0]) if self.keys else ""


_SHORT = {"Return": "Enter", "PgUp": "Page Up", "PgDown": "Page Down", "Del": "Del", "Slash": "/"}


def key_words(key: str) -> str:
    """Spell a key as people read it: ``Ctrl+PgDown`` becomes ``Ctrl+Page Down``."""
    return "+".join(_SHORT.get(part, part) for part in key.split("+"))


PROJECT, CODING, MOVING, TEXT, VIEW = "Project", "Coding", "Moving about", "In the text", "View"
"""The groups; keys of TEXT are answered by the article itself while it has the focus, all others by the window."""
JUDGING = "Adjudicating"
"""The keys of this group are answered by the page of adjudication; elsewhere they mean something else or nothing."""
ON_PAGES = (TEXT, JUDGING)
"""The groups of which the window makes no menu entries."""

SHORTCUTS: tuple[Shortcut, ...] = (
    Shortcut("new", "New project from a folder of articles…", ("Ctrl+N",), PROJECT),
    Shortcut("open", "Open a project…", ("Ctrl+O",), PROJECT),
    Shortcut("add_articles", "Add articles…", ("Ctrl+I",), PROJECT),
    Shortcut("take_annotations", "Take in annotations…", ("Ctrl+Shift+I",), PROJECT),
    Shortcut("take_codebook", "Take in a codebook…", (), PROJECT),
    Shortcut("save_codebook", "Export the codebook…", (), PROJECT),
    Shortcut("start", "Start page", (), PROJECT),
    Shortcut("send_copy", "Save a copy to send…", ("Ctrl+Shift+S",), PROJECT),
    Shortcut("take_in", "Take in a newer file from the lead…", ("Ctrl+Shift+O",), PROJECT),
    Shortcut("saved", "Is everything saved?", ("Ctrl+S",), PROJECT),
    Shortcut("page_coding", "Coding", ("Alt+1",), PROJECT),
    Shortcut("page_articles", "Articles", ("Alt+2",), PROJECT),
    Shortcut("page_own", "My work", ("Ctrl+M",), PROJECT),
    Shortcut("page_team", "Team", ("Alt+3",), PROJECT),
    Shortcut("page_merge", "Merge", ("Alt+4",), PROJECT),
    Shortcut("page_compare", "Compare", ("Alt+5",), PROJECT),
    Shortcut("page_adjudicate", "Adjudicate", ("Alt+6",), PROJECT),
    Shortcut("page_agreement", "Agreement", ("Alt+7",), PROJECT),
    Shortcut("page_quotes", "Quotes", ("Alt+8",), PROJECT),
    Shortcut("page_counts", "Counts", ("Alt+9",), PROJECT),
    Shortcut("page_export", "Export", ("Alt+0",), PROJECT),
    Shortcut("page_history", "History", ("Ctrl+H",), PROJECT),
    Shortcut("close", "Close the window", ("Ctrl+W", "Ctrl+Q"), PROJECT),
    Shortcut("palette", "Find a code by typing", ("/", "K"), CODING),
    Shortcut("delete", "Delete annotation", ("Del", "Backspace"), CODING),
    Shortcut("undo", "Undo", ("Ctrl+Z",), CODING),
    Shortcut("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), CODING),
    Shortcut("finish", "Finish article", ("Ctrl+Return", "Ctrl+Enter"), CODING),
    Shortcut("ask_lead", "Ask the lead about it", ("?",), CODING),
    Shortcut("memo", "Write a memo", ("M",), CODING),
    Shortcut("accept_region", "Accept excluded region", ("Ctrl+Shift+A",), CODING),
    Shortcut("decline_region", "Decline excluded region", ("Ctrl+Shift+D",), CODING),
    Shortcut("new_code", "New code…", ("Ctrl+Shift+N",), CODING),
    Shortcut("edit_code", "Edit code…", ("Ctrl+E",), CODING),
    Shortcut("previous_article", "Previous article", ("Ctrl+PgUp",), MOVING),
    Shortcut("next_article", "Next article", ("Ctrl+PgDown",), MOVING),
    Shortcut("previous_mark", "Previous annotation", ("[",), MOVING),
    Shortcut("next_mark", "Next annotation", ("]",), MOVING),
    Shortcut("find", "Find in article", ("Ctrl+F",), MOVING),
    Shortcut("find_next", "Find next", ("Ctrl+G",), MOVING),
    Shortcut("region", "Next part of the window", ("F6",), MOVING),
    Shortcut("region_back", "Previous part of the window", ("Shift+F6",), MOVING),
    Shortcut("list", "List of annotations", ("F7",), MOVING),
    Shortcut("details", "Details of the annotation", ("F8",), MOVING),
    Shortcut("articles", "List of articles", ("F9",), MOVING),
    Shortcut("by_character", "Snap to characters", ("F2",), CODING),
    Shortcut("by_word", "Snap to words", ("F3",), CODING),
    Shortcut("by_sentence", "Snap to sentences", ("F4",), CODING),
    Shortcut("by_paragraph", "Snap to paragraphs", ("F5",), CODING),
    Shortcut("word_on", "Select on by a word", ("Ctrl+Shift+Right",), TEXT),
    Shortcut("word_back", "Select back by a word", ("Ctrl+Shift+Left",), TEXT),
    Shortcut("sentence_on", "Select on by a sentence", ("Shift+F4",), TEXT),
    Shortcut("sentence_back", "Select back by a sentence", ("Ctrl+Shift+F4",), TEXT),
    Shortcut("paragraph_on", "Select on by a paragraph", ("Ctrl+Shift+Down",), TEXT),
    Shortcut("paragraph_back", "Select back by a paragraph", ("Ctrl+Shift+Up",), TEXT),
    Shortcut("wider", "Next annotation at the caret", ("Alt+Down",), TEXT),
    Shortcut("narrower", "Previous annotation at the caret", ("Alt+Up",), TEXT),
    Shortcut("here", "List the annotations at the caret", ("Return",), TEXT),
    Shortcut("end_later", "Move the end of the annotation on", ("Alt+Right",), TEXT),
    Shortcut("end_earlier", "Move the end of the annotation back", ("Alt+Left",), TEXT),
    Shortcut("start_later", "Move the start of the annotation on", ("Alt+Shift+Right",), TEXT),
    Shortcut("start_earlier", "Move the start of the annotation back", ("Alt+Shift+Left",), TEXT),
    Shortcut("back_out", "Drop the selection", ("Esc",), TEXT),
    Shortcut("judge_union", "Union of the versions", ("U",), JUDGING),
    Shortcut("judge_intersection", "Intersection of the versions", ("I",), JUDGING),
    Shortcut("judge_majority", "What the majority marked", ("M",), JUDGING),
    Shortcut("judge_own", "Own span: the selected words", ("O",), JUDGING),
    Shortcut("judge_reject", "Reject", ("X",), JUDGING),
    Shortcut("judge_defer", "Defer", ("Z",), JUDGING),
    Shortcut("judge_keep", "Keep what was decided before", ("K",), JUDGING),
    Shortcut("judge_add", "Add the selected words, which nobody marked", ("A",), JUDGING),
    Shortcut("judge_join", "Join with the next passage of the code", ("J",), JUDGING),
    Shortcut("judge_split", "Split at the caret", ("S",), JUDGING),
    Shortcut("judge_note", "Write a note", ("N",), JUDGING),
    Shortcut("judge_code", "Another code for the result", ("C",), JUDGING),
    Shortcut("judge_accept", "Accept and go to next", ("Return",), JUDGING),
    Shortcut("judge_here", "Decide on a difference of Compare", ("D",), JUDGING),
    Shortcut("zoom_in", "Larger text", ("Ctrl++", "Ctrl+="), VIEW),
    Shortcut("zoom_out", "Smaller text", ("Ctrl+-",), VIEW),
    Shortcut("zoom_reset", "Text at 100 %", ("Ctrl+0",), VIEW),
    Shortcut("keys", "All keys", ("F1",), VIEW),
)

BY_NAME = {shortcut.name: shortcut for shortcut in SHORTCUTS}
LEAD_ONLY = ("new_code", "edit_code", "page_team", "take_annotations", "take_codebook")
"""What only the lead of a project may do; nobody else sees it."""
CODERS_ONLY = ("page_own", "take_in")
"""What only a file that was made for a coder has."""
NOT_FOR_CODERS = (
    "take_annotations", "take_codebook", "save_codebook",
    "add_articles", "page_articles", "page_merge", "page_compare", "page_adjudicate", "page_agreement", "page_quotes",
    "page_counts", "page_export",
)  # fmt: skip
"""What such a file does not have."""

EXCLUDED_KEY = "0"
"""The key that proposes an excluded region, beside the codes' own keys."""
