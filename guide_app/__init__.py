"""Police Liability Guide: an offline desktop guide to suing the police for not coming."""

__version__ = "0.1.0"
GUIDE_TITLE = "Police Liability Guide"
