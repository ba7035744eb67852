# SPDX-License-Identifier: MIT
"""A process that has copied from the text ends as it should, though the clipboard outlives Python."""

import subprocess
import sys

COPIES = """
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from annotator.domain import Span
from annotator.ui.text_view import ArticleView
application = QApplication([])
view = ArticleView()
view.show_article("Five\\u00a0words, no more.", [])
view.select_span(Span.of(0, 10))
view.copy()
print(ascii(QGuiApplication.clipboard().text()), QGuiApplication.clipboard().mimeData().formats())
"""


def test_what_was_copied_outlives_the_program_quietly() -> None:
    answer = subprocess.run([sys.executable, "-c", COPIES], capture_output=True, text=True, check=False)
    assert (answer.stdout, answer.returncode, answer.stderr) == ("'Five\\xa0words' ['text/plain']\n", 0, "")
