"""State rules, deadlines and services: the pure logic."""
