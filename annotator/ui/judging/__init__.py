# SPDX-License-Identifier: MIT
"""What the pages Compare and Adjudicate share: the differences of a round in memory, their words, list and text."""
