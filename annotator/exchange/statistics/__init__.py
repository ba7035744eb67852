# SPDX-License-Identifier: MIT
"""Files that statistics programs and spreadsheets open, and the scripts that load them."""
