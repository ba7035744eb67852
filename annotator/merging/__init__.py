# SPDX-License-Identifier: MIT
"""Which change is new, which document is which, what a merge would do: pure functions."""
