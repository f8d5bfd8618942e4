"""Printing and PDF: built from the library, not from the screen; black on white, in points, with page x of y."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from guide_app.dates import in_words, iso_in_words
from guide_app.library.model import Article, Section
from guide_app.ui.article_html import NOTICE, stale_note
from guide_app.ui.article_lists import air_lists
from guide_app.ui.paper_pages import Page, draw, pages_of
from guide_app.ui.theme import SANS, SCHEMES, SERIF, document_style

BODY_POINTS = 11.0
SMALL_POINTS = 8.5
LINE_HEIGHT, CLOSER_LINE_HEIGHT = 1.45, 1.36
SHORT_PAGE = 0.2
"""A last page that is filled less than this is avoided where a little less air does it."""
MARGIN_MM = 20.0
DISCLAIMER = "Information, not legal advice."


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What goes on paper: the title in the head of each page, the line in its foot, and the body."""

    title: str
    foot: str
    html: str
    landscape: bool = False


def article_job(article: Article, sources_html: tuple[str, ...], guide: str, printed: datetime.date) -> PrintJob:
    """Return the whole article as a print job; `sources_html` are its authorities as full citations."""
    parts = [
        f"<h1>{escape(article.title)}</h1>",
        _meta(article, printed),
        f'<table class="answer" width="100%" cellpadding="8"><tr><td><p>{article.summary_html}</p></td></tr></table>',
        article.lead_html,
        *(f"<h2>{escape(section.heading)}</h2>{section.html}" for section in article.sections),
    ]
    return _job(article.title, "".join(parts), article, sources_html, guide, printed)


def section_job(
    article: Article, section: Section, sources_html: tuple[str, ...], guide: str, printed: datetime.date
) -> PrintJob:
    """Return one section as a print job."""
    parts = (
        f"<h1>{escape(section.heading)}</h1>",
        f'<p class="meta">From: {escape(article.title)}</p>',
        _meta(article, printed),
    )
    return _job(section.heading, "".join(parts) + section.html, article, sources_html, guide, printed)


def html_job(title: str, html: str, guide: str, printed: datetime.date, *, landscape: bool = False) -> PrintJob:
    """Return a page that is not an article (the reader's dates, a table) as a print job."""
    foot = f"{guide}, printed {in_words(printed)}"
    return PrintJob(title, foot, f"<body>{html}{_notice()}</body>", landscape)


def page_layout(job: PrintJob) -> QPageLayout:
    """Return US Letter, upright or on its side, with margins of 20 mm."""
    orientation = QPageLayout.Orientation.Landscape if job.landscape else QPageLayout.Orientation.Portrait
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    return QPageLayout(QPageSize(QPageSize.PageSizeId.Letter), orientation, margins, QPageLayout.Unit.Millimeter)


def page_count(job: PrintJob) -> int:
    """Return how many pages a job takes; a long article takes a fifth of a second."""
    writer = _pdf_writer(job, QBuffer())
    _document, cuts = _laid_out(job, writer, _body(writer))
    return len(cuts)


def in_pages(number: int) -> str:
    """Return a number of pages in words."""
    return f"{number} {'page' if number == 1 else 'pages'}"


def write_pdf(job: PrintJob, path: Path) -> int:
    """Write a PDF file and return its number of pages. Raises OSError when the file cannot be written."""
    # Into memory first: QPdfWriter tells nobody when a disk is full or a folder read-only, and Python does.
    content = QBuffer()
    content.open(QBuffer.OpenModeFlag.WriteOnly)
    pages = print_job(job, _pdf_writer(job, content))
    content.close()
    path.write_bytes(content.data().data())
    return pages


def _pdf_writer(job: PrintJob, content: QBuffer) -> QPdfWriter:
    writer = QPdfWriter(content)
    writer.setResolution(300)
    writer.setTitle(job.title)
    writer.setCreator("Police Liability Guide")
    writer.setPageLayout(page_layout(job))
    return writer


def print_job(job: PrintJob, device: QPagedPaintDevice) -> int:
    """Draw a job on a printer or PDF and return its number of pages."""
    painter = QPainter(device)
    dots = device.logicalDpiY() / 72
    page = QRectF(0, 0, device.width(), device.height())
    small = _small_font()
    line = QFontMetricsF(small, device).lineSpacing()
    body = _body(device)
    document, cuts = _laid_out(job, device, body)
    for number, cut in enumerate(cuts):
        if number:
            device.newPage()
        draw(painter, document, cut, body)
        painter.setFont(small)
        painter.setPen(QColor(SCHEMES["paper"].ink))
        title = QFontMetricsF(small, device).elidedText(job.title, Qt.TextElideMode.ElideRight, page.width())
        painter.drawText(QRectF(0, 0, page.width(), line), title)
        painter.drawLine(QPointF(0, line * 1.3), QPointF(page.width(), line * 1.3))
        above = QRectF(0, page.bottom() - 2 * line, page.width(), line)
        painter.drawText(above, Qt.AlignmentFlag.AlignLeft, DISCLAIMER)
        bottom = QRectF(0, page.bottom() - line, page.width(), line)
        counter = f"Page {number + 1} of {len(cuts)}"
        room = page.width() - QFontMetricsF(small, device).horizontalAdvance(counter) - 12 * dots
        foot_text = QFontMetricsF(small, device).elidedText(job.foot, Qt.TextElideMode.ElideRight, room)
        painter.drawText(bottom, Qt.AlignmentFlag.AlignLeft, foot_text)
        painter.drawText(bottom, Qt.AlignmentFlag.AlignRight, counter)
    painter.end()
    return len(cuts)


def _small_font() -> QFont:
    font = QFont()
    font.setFamilies(SANS)
    font.setPointSizeF(SMALL_POINTS)
    return font


def _body(device: QPagedPaintDevice) -> QRectF:
    """Return the room between the head and the foot of a page."""
    line = QFontMetricsF(_small_font(), device).lineSpacing()
    return QRectF(0, 2 * line, device.width(), device.height() - 5.4 * line)


def _laid_out(job: PrintJob, device: QPagedPaintDevice, body: QRectF) -> tuple[QTextDocument, list[Page]]:
    """Lay a job out in pages, a little closer where that saves a last page with next to nothing on it."""
    document = _document(job, device, body, LINE_HEIGHT)
    cuts = pages_of(document, body.height())
    if len(cuts) > 1 and cuts[-1].bottom - cuts[-1].top < SHORT_PAGE * body.height():
        closer = _document(job, device, body, CLOSER_LINE_HEIGHT)
        fewer = pages_of(closer, body.height())
        if len(fewer) < len(cuts):
            return closer, fewer
    return document, cuts


def _document(job: PrintJob, device: QPagedPaintDevice, body: QRectF, line_height: float) -> QTextDocument:
    document = QTextDocument()
    document.setLayoutEnabled(False)
    font = QFont()
    font.setFamilies(SERIF)
    font.setPointSizeF(BODY_POINTS)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setDefaultStyleSheet(document_style(SCHEMES["paper"], font, line_height))
    document.documentLayout().setPaintDevice(device)
    document.setHtml(job.html)
    air_lists(document, font)
    document.setLayoutEnabled(True)
    document.setTextWidth(body.width())
    return document


def _job(
    title: str, inner: str, article: Article, sources_html: tuple[str, ...], guide: str, printed: datetime.date
) -> PrintJob:
    sources = "".join(f"<li>{source}</li>" for source in sources_html)
    listed = f"<h3>Sources</h3><ul>{sources}</ul>" if sources else ""
    foot = f"{guide}. Reviewed {iso_in_words(article.reviewed)}. Printed {in_words(printed)}."
    return PrintJob(title, foot, f"<body>{inner}{listed}{_notice()}</body>")


def _meta(article: Article, printed: datetime.date) -> str:
    reviewed = f"Reviewed {iso_in_words(article.reviewed)} &nbsp;·&nbsp; {escape(article.applies_to)}"
    return f'<p class="meta">{reviewed}</p>{stale_note(article.reviewed, printed)}'


def _notice() -> str:
    return f'<p class="small">{escape(NOTICE)}</p>'
