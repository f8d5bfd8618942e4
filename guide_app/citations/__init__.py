"""Authorities as typed objects, and the forms in which they are cited."""
