# SPDX-License-Identifier: MIT
"""The parts of taking articles in: what is chosen, the preview table, the text of a row, how files are read."""
