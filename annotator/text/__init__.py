# SPDX-License-Identifier: MIT
"""Characters, offsets and units: bytes to exact text, code points to UTF-16, words to sentences."""
