# SPDX-License-Identifier: MIT
import subprocess
import sys


def test_the_package_itself_loads_nothing() -> None:
    code = (
        "import sys, annotator.agreement.gamma; print([name for name in ('numpy', 'highspy') if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout == "[]\n"
