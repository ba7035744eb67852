# SPDX-License-Identifier: MIT
"""REFI-QDA 1.5: projects (.qdpx) and codebooks (.qdc), out and in."""
