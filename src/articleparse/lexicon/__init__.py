"""French words as data, and their typed loaders: one module a family of words.

The words stand in `data/`: sorted, reviewable text files, one entry a line, with a
heading comment (`#`) that says what they are and where they came from.
"""
