# SPDX-License-Identifier: MIT
"""Documents for reading and printing: articles with their passages marked, lists of quotes."""
