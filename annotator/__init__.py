# SPDX-License-Identifier: MIT
"""Discourse Annotator: code passages by hand, merge coders, measure agreement."""

__version__ = "0.1.0"
