# SPDX-License-Identifier: MIT
"""The window. The only room that speaks Qt."""
