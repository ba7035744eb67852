# SPDX-License-Identifier: MIT
"""The pages that fill the window, one at a time."""
