# SPDX-License-Identifier: MIT
"""The reading and coding surface."""
