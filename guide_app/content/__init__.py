"""Reads, checks and compiles a content folder.

Runs when the program is built or a source has changed, never on the way to the first paint.
"""
