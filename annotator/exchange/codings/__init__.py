# SPDX-License-Identifier: MIT
"""Codings of other programs and for them, but for REFI-QDA: brat, UIMA CAS, JSON lines, W3C, DNA."""
