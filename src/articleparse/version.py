"""The version of the library: in one place, so that every copy writes the same records."""

__version__ = "0.1.0"
