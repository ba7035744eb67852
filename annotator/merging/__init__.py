# SPDX-License-Identifier: MIT
"""Which change is new, which document is which, what a merge would do: pure functions."""

from annotator.merging.registers import DELETED, Resolved, resolve

__all__ = ["DELETED", "Resolved", "resolve"]
