# SPDX-License-Identifier: MIT
"""The parts that screens are made of: each paints or wires one thing and knows no project."""
