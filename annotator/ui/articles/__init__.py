# SPDX-License-Identifier: MIT
"""The parts of the page of articles: the table, setting values, fields, tables of values, copies."""
