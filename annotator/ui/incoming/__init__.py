# SPDX-License-Identifier: MIT
"""The parts of taking in what was coded elsewhere: reading, options, matching, places, what came of it."""
