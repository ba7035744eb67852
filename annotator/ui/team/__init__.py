# SPDX-License-Identifier: MIT
"""Parts of the pages about people: who codes what, how far they are, what they ask, what came of their work."""
