# SPDX-License-Identifier: MIT
"""The parts of the page of the history: its list, its filters, the details of one entry."""
