# SPDX-License-Identifier: MIT
"""Tables of many rows with cells that are edited in their places: one model, one view, one manner of refusing."""
