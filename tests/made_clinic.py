"""A clinic's folder: a start page, entries of its own, a logo, a note, something hidden and something replaced."""

from pathlib import Path

LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50" width="200" height="50">
<rect width="200" height="50" fill="#1a4a78"/><circle cx="25" cy="25" r="12" fill="#ffe08a"/></svg>
"""
ARTICLE = """---
id: eastside
title: "Can someone at Eastside help me today?"
summary: "**Yes.** Ask at the front desk."
topic: start
order: 1
reviewed: 2026-11-24
applies_to: "New York"
related: [find-lawyer]
sections:
  today:
    asked_as: [help today, eastside desk]
---

## When is the desk open? {#today}

On weekdays. For a lawyer ask [@service:ny-lawyer-referral], or call [@service:front-desk]. {.general}
"""
CLINIC = """name: Eastside Legal Aid
hours: Mon-Fri 9:00-17:00
phone: 212-555-0123
url: https://www.eastside.example.org
address: 12 Main Street
logo: logo.svg
services:
- id: front-desk
  name: Front desk
  kind: clinic
  phone: 212-555-0123
  languages: [en, es]
  what_for: Come by without an appointment.
  source: our own front desk
  as_of: 2026-11-01
- id: our-lawyers
  name: Our lawyers
  kind: lawyer_referral
  issues: [police_misconduct]
  phone: 212-555-0199
  what_for: Lawyers who work here.
  source: our own list
  as_of: 2026-11-01
  cost: paid
  replaces: ny-lawyer-referral
hide: [us-victim-bar]
state_notes:
- state: NY
  field: notice
  text: The county asks for its own form.
  source: https://www.eastside.example.org/form
  as_of: 2026-11-01
"""


def write_clinic(folder: Path, clinic: str = CLINIC, *, logo: str | bytes | None = LOGO) -> Path:
    """Write the folder and return it."""
    (folder / "articles" / "en").mkdir(parents=True)
    (folder / "articles" / "en" / "eastside.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "clinic.yaml").write_text(clinic, encoding="utf-8")
    if logo is not None:
        (folder / "logo.svg").write_bytes(logo if isinstance(logo, bytes) else logo.encode())
    return folder
