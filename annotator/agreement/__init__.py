# SPDX-License-Identifier: MIT
"""Agreement between coders: pure functions over plain data."""
