# SPDX-License-Identifier: MIT
"""Counting what was coded: pure functions over plain data."""
