# SPDX-License-Identifier: MIT
"""What becomes an article: files of every kind as exact texts, and what they say of them."""
