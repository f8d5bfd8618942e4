"""Services as a page for paper: the numbers first, then each service with what is known of it. Only text, no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from guide_app.places.clinic import Clinic
from guide_app.places.service_words import NO_CONTACT, facts_of, shown_url
from guide_app.places.services import ServiceLike

_LATER = ("How it was verified", "As of")
"""The facts that stand in small print."""


def services_html(
    title: str, lead: str, services: Sequence[ServiceLike], more: Sequence[ServiceLike], clinic: Clinic | None = None
) -> str:
    """Return the page. `more` are lines that answer everywhere, whose numbers stand below those of `services`."""
    numbers = [service for service in (*services, *more) if service.phone]
    rows = "".join(
        f"<tr><td><strong>{escape(service.phone)}</strong></td><td>{escape(service.name)}</td></tr>"
        for service in numbers
    )
    parts = [
        f"<h1>{escape(title)}</h1>",
        f'<p class="meta">{escape(lead)}</p>' if lead else "",
        _clinic(clinic) if clinic is not None else "",
        "<h2>Numbers to call</h2>",
        "<p>In an emergency call 911.</p>",
        f'<table class="facts" width="100%" cellspacing="0" cellpadding="4">{rows}</table>' if rows else "",
        "<h2>What each one does</h2>",
        *map(_entry, services),
    ]
    if more:
        parts += ["<h2>Lines that answer everywhere</h2>", *map(_entry, more)]
    return "".join(parts)


def _clinic(clinic: Clinic) -> str:
    known = (clinic.hours, clinic.phone, shown_url(clinic.url) if clinic.url else "", clinic.address)
    return f"<p><strong>{escape(clinic.name)}</strong><br/>{escape('  ·  '.join(filter(None, known)))}</p>"


def _entry(service: ServiceLike) -> str:
    ways = [
        f"<strong>Call {escape(service.phone)}</strong>" if service.phone else "",
        f"Text {escape(service.sms)}" if service.sms else "",
        escape(shown_url(service.url)) if service.url else "",
    ]
    facts = facts_of(service)
    known = "  ·  ".join(f"{fact.name}: {fact.text}" for fact in facts if fact.name not in _LATER)
    later = " ".join(f"{fact.name}: {fact.text.rstrip('.')}." for fact in facts if fact.name in _LATER)
    return (
        f"<h3>{escape(service.name)}</h3><p>{escape(service.what_for)}</p>"
        f"<p>{'  ·  '.join(filter(None, ways)) or escape(NO_CONTACT)}</p>"
        f'<p>{escape(known)}</p><p class="small">{escape(later)}</p>'
    )
