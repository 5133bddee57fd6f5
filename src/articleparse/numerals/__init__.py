"""The grammar of written numbers: what figures and dates are both made of.

A layer of its own, since extractors do not import one another.
"""
