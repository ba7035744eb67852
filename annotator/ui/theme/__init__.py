# SPDX-License-Identifier: MIT
"""Colours, type and the style sheet."""
