# SPDX-License-Identifier: MIT
"""What lists show: Qt item models and the pure model of the open article."""
