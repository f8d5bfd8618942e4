"""The colours, spacing and style of the window, as one table; nothing else in the program names a colour."""

from __future__ import annotations

import sys
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QGuiApplication, QPalette

RADIUS = 8
CONTROL_HEIGHT = 36
TOUCH_HEIGHT = 44
SCROLL_BAR = 14
SCALE_STEPS = (70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
MIN_SCALE, MAX_SCALE = SCALE_STEPS[0], SCALE_STEPS[-1]
CHROME_MAX_SCALE = 150
"""Text around the article grows with it up to here; beyond, only the article does, or nothing would be left of it."""
ARTICLE_POINTS = 13.0
CHROME_POINTS = 10.5
LINE_HEIGHT = 1.55

SERIF = {
    "win32": ("Georgia", "Cambria", "Times New Roman"),
    "darwin": ("Charter", "Georgia", "Times New Roman"),
}.get(sys.platform, ("Noto Serif", "DejaVu Serif", "Liberation Serif", "serif"))
SANS = {
    "win32": ("Segoe UI", "Arial"),
    "darwin": (".AppleSystemUIFont", "Helvetica Neue"),
}.get(sys.platform, ("Noto Sans", "DejaVu Sans", "Liberation Sans", "sans-serif"))


class Colours(NamedTuple):
    """One colour scheme. Every text colour has a contrast of at least 7:1 on the grounds that it stands on."""

    paper: str
    chrome: str
    control: str
    hover: str
    ink: str
    muted: str
    border: str
    outline: str
    accent: str
    on_accent: str
    accent_hover: str
    soft: str
    on_soft: str
    answer: str
    warning: str
    on_warning: str
    danger: str
    on_danger: str
    danger_hover: str
    mark: str
    on_mark: str


SCHEMES = {
    "light": Colours(
        paper="#fbf9f4", chrome="#f2f0ea", control="#fdfcf9", hover="#e9e6de", ink="#1b1e22", muted="#474c52",
        border="#dad6cc", outline="#8a867c", accent="#1a4a78", on_accent="#ffffff", accent_hover="#123a61",
        soft="#dde8f3", on_soft="#123f69", answer="#e5ecf5", warning="#fff0d6", on_warning="#653f00",
        danger="#98191f", on_danger="#ffffff", danger_hover="#7c1218", mark="#ffe08a", on_mark="#1b1e22",
    ),
    "dark": Colours(
        paper="#16181c", chrome="#1d2025", control="#24282e", hover="#2e333a", ink="#eceae4", muted="#bdc1c7",
        border="#363b42", outline="#7d838c", accent="#9cc5f0", on_accent="#0f1c2a", accent_hover="#bcd9f6",
        soft="#22364b", on_soft="#cbe2fa", answer="#1d2e40", warning="#352a16", on_warning="#f6d28c",
        danger="#98191f", on_danger="#ffffff", danger_hover="#b3232a", mark="#6a5310", on_mark="#fffbe9",
    ),
    "contrast": Colours(
        paper="#000000", chrome="#000000", control="#000000", hover="#1f1f1f", ink="#ffffff", muted="#ffffff",
        border="#ffffff", outline="#ffffff", accent="#ffe94a", on_accent="#000000", accent_hover="#fff5a8",
        soft="#3a3500", on_soft="#ffe94a", answer="#000000", warning="#000000", on_warning="#ffe94a",
        danger="#98191f", on_danger="#ffffff", danger_hover="#7c1218", mark="#ffe94a", on_mark="#000000",
    ),
    "paper": Colours(
        paper="#ffffff", chrome="#ffffff", control="#ffffff", hover="#ffffff", ink="#000000", muted="#333333",
        border="#999999", outline="#666666", accent="#000000", on_accent="#ffffff", accent_hover="#000000",
        soft="#ffffff", on_soft="#000000", answer="#ffffff", warning="#ffffff", on_warning="#000000",
        danger="#000000", on_danger="#ffffff", danger_hover="#000000", mark="#ffffff", on_mark="#000000",
    ),
}  # fmt: skip

READABLE_PAIRS = (
    ("ink", "paper"), ("ink", "chrome"), ("ink", "control"), ("ink", "hover"), ("ink", "answer"), ("ink", "warning"),
    ("muted", "paper"), ("muted", "chrome"), ("muted", "control"), ("accent", "paper"), ("accent", "chrome"),
    ("accent", "answer"), ("accent", "warning"), ("on_accent", "accent"), ("on_accent", "accent_hover"),
    ("on_soft", "soft"), ("on_warning", "warning"), ("on_danger", "danger"), ("on_mark", "mark"),
)  # fmt: skip
"""Text colour and ground, each pair of which is used somewhere (a test measures their contrast)."""


class Theme(QObject):
    """The scheme and text size in force.

    Signals: `changed()` after either has changed.
    """

    changed = Signal()

    def __init__(self, choice: str = "system", scale: int = 100, control_height: int = CONTROL_HEIGHT) -> None:
        super().__init__()
        self._choice = choice
        self._scale = scale
        self.control_height = control_height
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    @property
    def choice(self) -> str:
        """Return what the reader chose: "system", "light", "dark" or "contrast"."""
        return self._choice

    @property
    def scale(self) -> int:
        """Return the text size in percent."""
        return self._scale

    @property
    def scheme(self) -> str:
        """Return the name of the scheme in force."""
        if self._choice != "system":
            return self._choice
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    @property
    def colours(self) -> Colours:
        """Return the colours in force."""
        return SCHEMES[self.scheme]

    def choose(self, choice: str) -> None:
        """Take another scheme."""
        if choice != self._choice:
            self._choice = choice
            self.changed.emit()

    def set_scale(self, percent: int) -> None:
        """Take another text size, within the bounds."""
        percent = max(MIN_SCALE, min(MAX_SCALE, percent))
        if percent != self._scale:
            self._scale = percent
            self.changed.emit()

    def step(self, by: int) -> int:
        """Return the next larger (1) or smaller (-1) text size."""
        if by > 0:
            return next((step for step in SCALE_STEPS if step > self._scale), MAX_SCALE)
        return next((step for step in reversed(SCALE_STEPS) if step < self._scale), MIN_SCALE)

    def article_font(self) -> QFont:
        """Return the font of the article text at the present size."""
        font = QFont()
        font.setFamilies(SERIF)
        font.setPointSizeF(ARTICLE_POINTS * self._scale / 100)
        return font

    def chrome_font(self) -> QFont:
        """Return the font of everything around the article at the present size."""
        font = QFont()
        font.setFamilies(SANS)
        font.setPointSizeF(CHROME_POINTS * self.chrome_scale)
        return font

    @property
    def chrome_scale(self) -> float:
        """Return the factor by which everything around the article is enlarged."""
        return min(self._scale, CHROME_MAX_SCALE) / 100

    @property
    def target_height(self) -> int:
        """Return the height of a control or row at the present size; smaller words make no smaller targets."""
        return target_height(self.control_height, self.chrome_scale)

    @Slot(Qt.ColorScheme)
    def _on_system_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self._choice == "system":
            self.changed.emit()


def qt_palette(colours: Colours) -> QPalette:
    """Return the Qt palette of a scheme; links take their colour from here and nowhere else."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.chrome,
        QPalette.ColorRole.WindowText: colours.ink,
        QPalette.ColorRole.Base: colours.paper,
        QPalette.ColorRole.AlternateBase: colours.chrome,
        QPalette.ColorRole.Text: colours.ink,
        QPalette.ColorRole.Button: colours.control,
        QPalette.ColorRole.ButtonText: colours.ink,
        QPalette.ColorRole.ToolTipBase: colours.control,
        QPalette.ColorRole.ToolTipText: colours.ink,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.LinkVisited: colours.accent,
        QPalette.ColorRole.Accent: colours.accent,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, QColor(colours.outline))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text, QColor(colours.outline))
    return palette


def choice_palette(colours: Colours) -> QPalette:
    """Return the palette of radio buttons and check boxes, whose rims must be seen on every ground.

    Fusion has no role for the rim: it takes the colour of the window, made darker by half.
    """
    palette = qt_palette(colours)
    palette.setColor(QPalette.ColorRole.Window, QColor(colours.muted).lighter(150))
    palette.setColor(QPalette.ColorRole.Base, QColor(colours.control))
    return palette


def style_sheet(colours: Colours, control_height: int = CONTROL_HEIGHT, scale: float = 1.0) -> str:
    """Return the style sheet of the window."""
    values = colours._asdict()
    height = target_height(control_height, scale) - 2
    points = CHROME_POINTS * scale
    # A finger needs the whole width to take hold of the bar, which stays as slim as it is for a pointer.
    lost = round(20 * max(0.0, 1 - scale))  # what smaller words lose in width, the sides make good
    touch = control_height >= TOUCH_HEIGHT
    bar, thumb = (control_height, 10) if touch else (SCROLL_BAR, 8)
    return (_STYLE + (_RIMS if _needs_rims(colours) else "")).format(
        radius=RADIUS,
        height=height,
        target=height + 2,
        key=control_height - 2,  # at every text size: a small screen has no room for more
        side=12 + lost,
        focus_height=height - 2,  # a border of two pixels takes one more on each side
        focus_side=11 + lost,
        tab_side=5 + lost // 2,
        digit=round(height * 1.25),
        indicator=round(20 * max(1.0, scale)),
        bar=bar,
        bar_air=(bar - thumb) // 2,
        grip=control_height if touch else 40,
        round_thumb=thumb // 2,
        thumb=colours.outline,
        icon=round(20 * scale),
        points=points,
        large=points * 1.5,
        page=points * 1.35,
        heading=points * 1.2,
        family=_family(SANS),
        white=SCHEMES["paper"].paper,
        **values,
    )


def target_height(control_height: int, scale: float) -> int:
    """Return the height of a control at a text size; smaller words make no smaller targets."""
    return round(control_height * max(1.0, scale))


def document_style(colours: Colours, font: QFont, line_height: float = LINE_HEIGHT) -> str:
    """Return the style sheet of an article: relative sizes only, so that it follows the base font.

    Qt takes a line height in percent of the font's own line, which differs much from font to font; `line_height`
    counts in font sizes, so it is turned into that.
    """
    values = colours._asdict()
    info, metrics = QFontInfo(font), QFontMetricsF(font)
    natural = metrics.lineSpacing() / max(1.0, info.pixelSize())
    percent = max(100, round(100 * line_height / natural))
    sheet = _DOCUMENT + (_DOCUMENT_RIMS if _needs_rims(colours) else "")
    return sheet.format(line_height=percent, sans=_family(SANS), **values)


def _needs_rims(colours: Colours) -> bool:
    """Say whether boxes have the ground of the page, so that only a rim sets them off."""
    return colours.warning == colours.paper


def _family(names: tuple[str, ...]) -> str:
    return ", ".join(f"'{name}'" for name in names)


_STYLE = """
QWidget {{ color: {ink}; font-family: {family}; font-size: {points}pt; }}
QMainWindow, QWidget#window {{ background: {paper}; }}
QWidget#sidebar, QWidget#header, QWidget#sectionBar, QWidget#noticeBar {{ background: {chrome}; }}
QWidget#header {{ background: {paper}; }}
QWidget#stateBar {{ background: {chrome}; border-bottom: 1px solid {border}; }}
QWidget#sectionBar {{ border-top: 1px solid {border}; }}
QWidget#sidebar {{ border-right: 1px solid {border}; }}
QSplitter::handle {{ background: {chrome}; }}
QTextBrowser#article {{ background: {paper}; border: none; }}
QPushButton, QToolButton {{
    background: {control}; border: 1px solid {border}; border-radius: {radius}px;
    min-height: {height}px; padding: 0 {side}px; icon-size: {icon}px;
}}
QPushButton, QToolButton, QRadioButton, QCheckBox {{ outline: none; }}
QRadioButton, QCheckBox {{ min-height: {target}px; spacing: 10px; }}
QRadioButton::indicator, QCheckBox::indicator {{ width: {indicator}px; height: {indicator}px; }}
QPushButton:hover, QToolButton:hover {{ background: {hover}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {soft}; color: {on_soft}; }}
QPushButton:checked, QToolButton:checked {{ background: {soft}; color: {on_soft}; border-color: {accent}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {outline}; background: transparent; }}
QPushButton[kind="primary"] {{ background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ background: {accent_hover}; }}
QPushButton[kind="primary"]:pressed {{
    background: {accent_hover}; color: {on_accent};
    border: 2px solid {on_accent}; min-height: {focus_height}px; padding: 0 {focus_side}px;
}}
QPushButton[kind="primary"]:disabled {{ background: transparent; color: {outline}; border-color: {border}; }}
QPushButton[kind="danger"] {{ background: {danger}; color: {on_danger}; border-color: {danger}; font-weight: 600; }}
QPushButton[kind="danger"]:hover {{ background: {danger_hover}; }}
QPushButton[kind="danger"]:pressed {{
    color: {on_danger}; border: 2px solid {on_danger}; min-height: {focus_height}px; padding: 0 {focus_side}px;
}}
QPushButton[kind="quiet"], QToolButton[kind="quiet"] {{ background: transparent; border-color: transparent; }}
QToolButton[kind="quiet"] {{ min-width: {height}px; padding: 0; }}
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover {{ background: {hover}; }}
QPushButton[kind="quiet"]:pressed, QToolButton[kind="quiet"]:pressed {{ background: {soft}; color: {on_soft}; }}
QPushButton[kind="urgent"] {{ background: {warning}; color: {on_warning}; border-color: {warning}; font-weight: 600; }}
QPushButton[kind="urgent"]:hover, QPushButton[kind="urgent"]:checked {{ border-color: {on_warning}; }}
QPushButton[kind="sign"] {{ min-width: {height}px; padding: 0; }}
QPushButton[kind="key"] {{
    font-size: {heading}pt; min-height: {key}px; max-height: {key}px; min-width: {key}px; padding: 0;
}}
QPushButton[kind="digit"] {{ font-size: {large}pt; min-height: {digit}px; }}
QLineEdit, QPlainTextEdit {{
    background: {control}; border: 1px solid {outline}; border-radius: {radius}px; padding: 0 10px;
    min-height: {height}px; selection-background-color: {accent}; selection-color: {on_accent};
}}
QPlainTextEdit {{ padding: 6px 8px; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border-color: {accent}; }}
QLineEdit QToolButton {{ background: transparent; border: none; min-height: 0; padding: 0; }}
QPushButton[kind="tab"] {{
    background: transparent; color: {muted}; border: none; border-bottom: 2px solid transparent; border-radius: 0;
    padding: 0 {tab_side}px;
}}
QPushButton[kind="tab"]:hover {{ color: {ink}; border-bottom-color: {border}; }}
QPushButton[kind="tab"]:checked {{ background: transparent; color: {accent}; border-bottom-color: {accent}; }}
QTreeView, QListView, QListWidget, QTableView {{ background: transparent; border: none; outline: none; }}
QListView::item {{ border-radius: 6px; }}
QListWidget::item {{ padding: 6px 8px; }}
QListView::item:hover {{ background: {hover}; }}
QListView::item:selected {{ background: {soft}; color: {on_soft}; }}
QTreeView {{ show-decoration-selected: 0; selection-background-color: transparent; }}
QTreeView::branch, QTreeView::branch:selected, QTreeView::branch:hover {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; }}
QTableView {{ gridline-color: {border}; }}
QTableView#frozen {{ background: {chrome}; border-right: 1px solid {outline}; }}
QTableView::item:hover {{ background: {hover}; }}
QTableView::item:selected {{ background: {soft}; color: {on_soft}; }}
QHeaderView::section {{
    background: {chrome}; color: {muted}; border: none; border-bottom: 1px solid {border}; padding: 6px 8px;
}}
QScrollArea {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: {bar}px; margin: 0; }}
QScrollBar::handle:vertical {{
    background: {thumb}; border-radius: {round_thumb}px; min-height: {grip}px; margin: 2px {bar_air}px;
}}
QScrollBar::handle:vertical:hover {{ background: {muted}; }}
QScrollBar:horizontal {{ background: transparent; height: {bar}px; margin: 0; }}
QScrollBar::handle:horizontal {{
    background: {thumb}; border-radius: {round_thumb}px; min-width: {grip}px; margin: {bar_air}px 2px;
}}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QFrame#drawer {{ background: {chrome}; border: none; border-left: 1px solid {border}; }}
QFrame#drawer[whole="true"] {{ border-left: none; }}
QFrame#keyboard {{ background: {chrome}; border: none; border-top: 1px solid {border}; }}
QFrame#card {{ background: {control}; border: 1px solid {border}; border-radius: {radius}px; }}
QListWidget#suggestions {{
    background: {control}; border: 1px solid {outline}; border-radius: {radius}px; padding: 3px;
}}
QListWidget#suggestions::item {{ padding: 0 8px; }}
QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-weight: 700; }}
QLabel[role="page"] {{ font-weight: 700; font-size: {page}pt; }}
QLabel[role="heading"] {{ font-weight: 700; font-size: {heading}pt; }}
QLabel[role="number"] {{ font-weight: 700; font-size: {large}pt; }}
QLabel[role="preview"] {{
    background: {control}; border: 1px solid {border}; border-radius: {radius}px; padding: 10px 12px;
}}
QLabel[role="muted"] {{ color: {muted}; }}
QLabel[role="warning"] {{ background: {warning}; color: {on_warning}; border-radius: {radius}px; padding: 8px 12px; }}
QLabel[role="logo"] {{ background: {white}; border-radius: {radius}px; padding: 6px 8px; }}
QMenuBar {{ background: {chrome}; border-bottom: 1px solid {border}; }}
QMenuBar::item {{ padding: 6px 10px; background: transparent; }}
QMenuBar::item:selected, QMenu::item:selected {{ background: {soft}; color: {on_soft}; }}
QMenu {{ background: {control}; border: 1px solid {outline}; padding: 4px; }}
QMenu::item {{ min-height: {target}px; padding: 0 24px 0 16px; border-radius: 6px; }}
QMenu::separator {{ height: 1px; background: {border}; margin: 4px 8px; }}
QProgressDialog, QMessageBox {{ background: {paper}; }}
QDialog QPushButton:focus, QDialog QToolButton:focus {{
    border: 2px solid {accent}; min-height: {focus_height}px; padding: 0 {focus_side}px;
}}
QDialog QCheckBox, QDialog QRadioButton {{ border: 2px solid transparent; border-radius: {radius}px; }}
QDialog QCheckBox:focus, QDialog QRadioButton:focus {{ border: 2px solid {accent}; }}
QProgressBar {{
    background: {control}; border: 1px solid {outline}; border-radius: {radius}px; min-height: 20px; text-align: center;
}}
QProgressBar::chunk {{ background: {soft}; border-radius: 7px; }}
QToolTip {{ background: {control}; color: {ink}; border: 1px solid {outline}; padding: 4px 8px; }}
QWidget#cover, QWidget#sheet {{ background: {paper}; }}
"""

_RIMS = """
QLabel[role="warning"], QPushButton[kind="urgent"] {{ border: 1px solid {on_warning}; }}
"""

_DOCUMENT = """
body {{ color: {ink}; }}
p {{ line-height: {line_height}%; margin-top: 0; margin-bottom: 12px; }}
li {{ line-height: {line_height}%; margin-top: 0; margin-bottom: 6px; }}
td {{ line-height: {line_height}%; }}
ol {{ -qt-list-number-suffix: ".\u2002"; }}
h1, h2, h3 {{ font-family: {sans}; font-weight: 700; color: {ink}; }}
h1 {{ font-size: x-large; margin-top: 8px; margin-bottom: 4px; }}
h2 {{ font-size: large; margin-top: 30px; margin-bottom: 8px; }}
h3 {{ font-size: medium; margin-top: 16px; margin-bottom: 6px; }}
a {{ color: {accent}; text-decoration: none; }}
.meta {{ font-family: {sans}; font-size: small; color: {muted}; margin-bottom: 16px; }}
.small {{ font-family: {sans}; font-size: small; color: {muted}; }}
table.answer, table.callout {{ margin-top: 12px; margin-bottom: 12px; }}
table.answer td {{ background-color: {answer}; }}
table.callout td {{ background-color: {warning}; }}
table.call td {{ background-color: {answer}; }}
.callout-title {{ font-family: {sans}; font-weight: 700; color: {on_warning}; margin-bottom: 4px; }}
table.call .callout-title {{ color: {ink}; }}
table.answer p, table.callout p {{ margin-bottom: 6px; }}
table.facts {{ margin-top: 4px; margin-bottom: 12px; }}
table.facts td, table.facts th {{ border-bottom: 1px solid {border}; }}
table.facts th {{ background-color: {chrome}; }}
th {{ font-family: {sans}; font-size: small; font-weight: 700; text-align: left; }}
td p {{ margin-bottom: 4px; }}
"""

_DOCUMENT_RIMS = """
table.answer td, table.callout td {{ border: 1px solid {border}; }}
"""
