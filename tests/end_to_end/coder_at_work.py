# SPDX-License-Identifier: MIT
"""What a coder does in the window: confirms the name, codes by keys, asks, sends a copy, takes in a newer file."""

from collections.abc import Iterator
from pathlib import Path

from end_to_end.computer import Computer
from end_to_end.study import LEAD, marks_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator import operations
from annotator.domain import CompletionState, Document
from annotator.ui.pages.own_work import OwnWorkPage

FOR_LEADS = {"page_team", "page_merge", "page_compare", "page_adjudicate", "page_agreement"}


def confirm_name(coder: Computer, name: str) -> None:
    """Answer the one thing that a coder's file asks; nobody else but the lead is known in it."""
    line, session = coder.page.name_line, coder.window.session
    assert line.words == f"{LEAD} made this file for {name}. Is this your name?"
    QTest.keyClick(line.name, Qt.Key.Key_Return)
    coder.until(lambda: session.coder_file.confirmed and not line.isVisible())
    assert operations.me().name == name
    assert set(coder.window.menus.hidden) >= FOR_LEADS
    assert {each.name for each in session.overview.coders} <= {name, LEAD}


def code_everything(coder: Computer, name: str, *, asks: bool = False) -> int:
    """Code what comes to this coder, article by article; gives how many passages.

    With ``asks`` the first passage is a question to the lead.
    """
    coded = 0
    for document in _articles(coder):
        for words, key in marks_of(document.name, name):
            coder.code(words, key)
            coded += 1
            if asks:
                coder.key("?")
                coder.saved()
                asks = False
        finish(coder)
    assert {each.state for each in coder.window.session.overview.documents} == {CompletionState.FINISHED}
    return coded


def delete_everything(coder: Computer) -> int:
    """Reopen each article, delete all passages one by one by keys, and finish it; gives how many were deleted."""
    deleted = 0
    for _ in _articles(coder):
        coder.key(Qt.Key.Key_Return, ctrl=True)
        coder.until(lambda: coder.page.summary.state is not CompletionState.FINISHED)
        entries = coder.window.pages.desk.article.entries
        while entries:
            left = len(entries)
            coder.key("]")
            coder.until(lambda: coder.window.pages.desk.chosen)
            coder.key(Qt.Key.Key_Delete)
            coder.saved()
            entries = coder.window.pages.desk.article.entries
            assert len(entries) == left - 1
            deleted += 1
        finish(coder)
    return deleted


def finish(coder: Computer) -> None:
    """Finish the article that is open."""
    coder.key(Qt.Key.Key_Return, ctrl=True)
    coder.saved()
    coder.until(lambda: coder.page.summary is not None and coder.page.summary.state is CompletionState.FINISHED)


def send_copy(coder: Computer, path: Path) -> Path:
    """Save a copy that can be mailed."""
    coder.chooses(new=path)
    QTest.keyClick(coder.view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    coder.until(lambda: coder.window.banner.sentence.startswith("A verified copy lies at"))
    return path


def take_in(coder: Computer, path: Path) -> OwnWorkPage:
    """Drop a newer file from the lead on the window, and take in what it brings."""
    coder.drop([path])
    page = coder.window.stack.currentWidget()
    assert isinstance(page, OwnWorkPage)
    coder.push(page.newer.take)
    coder.saved()
    coder.until(lambda: not page.newer.isVisible() and page.decisions.model().lines)
    return page


def remarks_on_the_question(coder: Computer) -> list[str]:
    """What was said on the passage about which the coder asked: the first one of the first article."""
    desk = coder.window.pages.desk
    document = next(_articles(coder))
    words, _ = marks_of(document.name, coder.window.session.coder.name)[0]
    asked = next(each for each in desk.article.entries.values() if each.quote == words)
    for _ in desk.article.entries:
        coder.key("]")
        if desk.chosen is not None and desk.chosen.id == asked.id:
            break
    assert desk.chosen.id == asked.id
    coder.until(lambda: coder.page.talk.said.said)
    return [each.message.text for each in coder.page.talk.said.said]


def _articles(coder: Computer) -> Iterator[Document]:
    """Open one article after the other by keys, the first one first, and give each once it is shown."""
    desk = coder.window.pages.desk
    coder.until(lambda: desk.article)
    documents = [each.document for each in coder.window.session.overview.documents]
    while desk.article.document.id != documents[0].id:
        _turn(coder, Qt.Key.Key_PageUp)
    for place, document in enumerate(documents):
        if place:
            _turn(coder, Qt.Key.Key_PageDown)
        assert desk.article.document.id == document.id
        yield document


def _turn(coder: Computer, key: Qt.Key) -> None:
    desk = coder.window.pages.desk
    before = desk.article.document.id
    coder.key(key, ctrl=True)
    coder.until(lambda: desk.article.document.id != before)
