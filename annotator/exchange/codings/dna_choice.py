# SPDX-License-Identifier: MIT
"""What of a database of the Discourse Network Analyzer becomes the code."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DnaChoice:
    """Which words of a statement are its code, and whose statements are taken.

    Without ``variable`` the code is the type of the statement; with it, the value of that variable (usually
    "concept"), and with ``sign``, a variable of yes and no (usually "agreement"), both together.
    ``statement_type`` limits to one type, "" takes all.
    """

    variable: str = ""
    sign: str = ""
    statement_type: str = ""


STATEMENT_TYPES = DnaChoice()
"""The code is the type of the statement, all types."""
