"""Measures the guide beside its floors, in one run: `python -m bench`, or `make bench`."""
