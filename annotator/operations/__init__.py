# SPDX-License-Identifier: MIT
"""The verbs of the tool: one keyword-only function per user action, and what it touched."""
