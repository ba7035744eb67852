# SPDX-License-Identifier: MIT
"""The gamma family: agreement on where units lie and what they are at once, by aligning them.

Gamma of Mathet, Widlöcher and Métivier (2015), gamma-cat and gamma-k of Mathet (2017). Nothing is
loaded here; :mod:`.measuring` is the way in.
"""
