"""The record over its text, for people to read."""
