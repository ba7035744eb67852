# SPDX-License-Identifier: MIT
"""Numbers of passages: what is counted, its tables, its figure, and the passages behind a cell."""
