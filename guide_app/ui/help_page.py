"""Services as a page for paper: the numbers first, then each service with what is known of it. Only text, no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from guide_app.places.clinic import Clinic
from guide_app.places.service_words import NO_CONTACT, facts_of, shown_url
from guide_app.places.services import ServiceLike

_SMALL = ("How it was verified", "As of")
"""The facts that stand in small print."""

_NOT_ON_PAPER = ("Note",)
"""What is for somebody who checks an entry, not for somebody who calls."""


def services_html(
    title: str, lead: str, services: Sequence[ServiceLike], more: Sequence[ServiceLike], clinic: Clinic | None = None
) -> str:
    """Return the page. `more` are others with a number, which follow."""
    parts = [
        f"<h1>{escape(title)}</h1>",
        f'<p class="meta">{escape(lead)}</p>' if lead else "",
        _clinic(clinic) if clinic is not None else "",
        "<h2>Numbers to call</h2>",
        "<p>In an emergency call 911.</p>",
        _numbers((*services, *more)),
        "<h2>What each one does</h2>",
        *map(_entry, services),
    ]
    if more:
        parts += ["<h2>More numbers to call</h2>", *map(_entry, more)]
    return "".join(parts)


def state_help_html(name: str, services: Sequence[ServiceLike], more: Sequence[ServiceLike]) -> str:
    """Return the part of a page about a state that says who can help there; `more` give their numbers alone."""
    title = f"<h2>Who can help in {escape(name)}</h2>"
    return f"{title}{_numbers((*services, *more))}{''.join(map(_entry, services))}"


def _numbers(services: Sequence[ServiceLike]) -> str:
    rows = "".join(
        f"<tr><td><strong>{escape(service.phone)}</strong></td><td>{escape(service.name)}</td></tr>"
        for service in services
        if service.phone
    )
    return f'<table class="facts" width="100%" cellspacing="0" cellpadding="4">{rows}</table>' if rows else ""


def _clinic(clinic: Clinic) -> str:
    known = (clinic.hours, clinic.phone, shown_url(clinic.url) if clinic.url else "", clinic.address)
    return f"<p><strong>{escape(clinic.name)}</strong><br/>{escape('  ·  '.join(filter(None, known)))}</p>"


def _entry(service: ServiceLike) -> str:
    ways = [
        f"<strong>Call {escape(service.phone)}</strong>" if service.phone else "",
        f"Text {escape(service.sms)}" if service.sms else "",
        escape(shown_url(service.url)) if service.url else "",
    ]
    facts = [fact for fact in facts_of(service) if fact.name not in _NOT_ON_PAPER]
    ways += [escape(f"{fact.name}: {fact.text}") for fact in facts if fact.name not in _SMALL]
    small = " ".join(f"{fact.name}: {fact.text.rstrip('.')}." for fact in facts if fact.name in _SMALL)
    if not (service.phone or service.sms or service.url):
        ways.insert(0, escape(NO_CONTACT))
    return (
        f"<h3>{escape(service.name)}</h3><p>{escape(service.what_for)}</p>"
        f"<p>{'  ·  '.join(filter(None, ways))}</p>"
        f'<p class="small">{escape(small)}</p>'
    )
