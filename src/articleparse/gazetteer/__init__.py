"""The geographic code of INSEE through time, countries and cities abroad."""

YEAR = 2026
"""The year of the geographic code that the package data end with."""
