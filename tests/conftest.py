# SPDX-License-Identifier: MIT
"""Every test has settings, backups and logs of its own; windows are drawn without a screen."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says more about the machine than about the program. Half the examples that hypothesis
# draws by itself keep the run short; HYPOTHESIS_PROFILE=thorough draws five times its number.
settings.register_profile("annotator", deadline=None, max_examples=50)
settings.register_profile("thorough", deadline=None, max_examples=500)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or "annotator")

os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
for name in ("ANNOTATOR_AS", "ANNOTATOR_TEST_LOG"):
    os.environ.pop(name, None)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give this test a folder of its own for settings, backups, caches and logs."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("ANNOTATOR_HOME", str(folder))
    return folder


@pytest.fixture
def seeds() -> Path:
    """Give the folder of the five articles and the two trial codings."""
    return Path(__file__).parent.parent / "seeds"
