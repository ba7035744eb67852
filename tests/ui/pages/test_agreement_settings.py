# SPDX-License-Identifier: MIT
"""What is compared, before anything is chosen."""

from pytestqt.qtbot import QtBot

from annotator.ui.pages.agreement_settings import AgreementSettings
from annotator.ui.theme.current import Theme


def test_defaults(theme: Theme, qtbot: QtBot) -> None:
    settings = AgreementSettings(theme)
    qtbot.addWidget(settings)
    assert (settings.unit, settings.excluded, settings.coders) == ("character", "accepted", ())
    with qtbot.waitSignal(settings.changed):
        settings._units["sentence"].click()
    assert settings.unit == "sentence"
