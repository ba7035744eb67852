# SPDX-License-Identifier: MIT
"""One file per foreign format: bytes or paths to domain values and back."""
