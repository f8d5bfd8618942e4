"""The compiled guide: its schema, its reading, its search."""
