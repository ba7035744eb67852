# SPDX-License-Identifier: MIT
"""The parts of the page of exports: formats, what is chosen, options, what was written."""
