"""The window: widgets that show and emit, and the services that need Qt."""
