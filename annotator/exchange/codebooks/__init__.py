# SPDX-License-Identifier: MIT
"""Codebooks as tables and as text, out and in."""
