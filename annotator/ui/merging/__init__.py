# SPDX-License-Identifier: MIT
"""The parts of the page that merges: its table, the cards of its questions, what is settled, the foot."""
