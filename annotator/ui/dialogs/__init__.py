# SPDX-License-Identifier: MIT
"""Windows over the window: few, and each closes with Esc."""
