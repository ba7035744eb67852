# SPDX-License-Identifier: MIT
"""The tables of the statistics export: one file for each, built of plain values."""
