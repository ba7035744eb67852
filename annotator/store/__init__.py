# SPDX-License-Identifier: MIT
"""The project file: the only room that speaks SQL. Only operations come in here."""
