"""The rules of kiosk mode, without widgets."""
