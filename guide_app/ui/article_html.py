"""An article of the library as one HTML page in Qt's rich-text subset: no Qt here, only text."""

from __future__ import annotations

import datetime

from guide_app.dates import iso_in_words
from guide_app.library.model import Article, Section

STALE_AFTER_DAYS = 365
NOTICE = (
    "Information, not legal advice. Laws change, and no citator (a tool that shows whether a case is still good law) "
    "was used: ask a lawyer to check before you rely on a case."
)


def is_stale(reviewed: str, today: datetime.date) -> bool:
    """Say whether an article was last reviewed more than a year before `today`."""
    try:
        return (today - datetime.date.fromisoformat(reviewed)).days > STALE_AFTER_DAYS
    except ValueError:
        return True


def stale_note(reviewed: str, today: datetime.date) -> str:
    """Return a line on the age of an old page, else "": for where the page's own notice is out of sight."""
    if not is_stale(reviewed, today):
        return ""
    when = _escaped(iso_in_words(reviewed))
    return f'<p class="small"><b>Last reviewed on {when}, more than a year ago.</b> The law may have changed.</p>'


def article_page(article: Article, today: datetime.date) -> str:
    """Return the whole article: title, dates, the answer first, its sections in order, related articles, the notice."""
    minutes = "1 minute" if article.minutes == 1 else f"{article.minutes} minutes"
    parts = [
        f"<h1>{_escaped(article.title)}</h1>",
        f'<p class="meta">Reviewed {_escaped(iso_in_words(article.reviewed))} &nbsp;·&nbsp; '
        f"{_escaped(article.applies_to)} &nbsp;·&nbsp; {minutes}</p>",
        _box("answer", f"<p>{article.summary_html}</p>"),
    ]
    if is_stale(article.reviewed, today):
        parts.append(
            _box(
                "callout warning",
                '<p class="callout-title">This page is more than a year old</p>'
                f"<p>It was last reviewed on {_escaped(iso_in_words(article.reviewed))}. The law may have changed.</p>",
            )
        )
    parts.append(article.lead_html)
    # a search or a bookmark lands on a section, below the notice
    note = stale_note(article.reviewed, today)
    parts.extend(section_part(section, note) for section in article.sections)
    if article.related:
        links = "".join(
            f'<li><a href="guide:{_escaped(link.target)}">{_escaped(link.title)}</a></li>' for link in article.related
        )
        parts.append(f"<h3>Related</h3><ul>{links}</ul>")
    parts.append(f'<p class="small">{_escaped(NOTICE)}</p>')
    return f"<body>{''.join(parts)}</body>"


def section_part(section: Section, note: str = "") -> str:
    """Return one section with its heading, and a note under that."""
    return f"<h2>{_escaped(section.heading)}</h2>{note}{section.html}"


def _escaped(text: str) -> str:
    """Return a text as HTML. Python's `html` does the same, but brings a table of 2,000 entities to every start."""
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#x27;")):
        text = text.replace(sign, entity)
    return text


def _box(kind: str, inner: str) -> str:
    return f'<table class="{kind}" width="100%" cellspacing="0" cellpadding="12"><tr><td>{inner}</td></tr></table>'
