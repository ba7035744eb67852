# SPDX-License-Identifier: MIT
"""Passages to be read again: which are wanted, how they are paged, drawn and copied."""
