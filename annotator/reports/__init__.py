# SPDX-License-Identifier: MIT
"""Tables and figures as data, and their renderers."""
