"""The colours can be read, stand in one table, and follow the reader's choice."""

import io
import re
import tokenize
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPalette, QStyleHints, QTextDocument
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QStyleFactory,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

import guide_app.ui
from guide_app.ui.theme import (
    CHROME_MAX_SCALE,
    LINE_HEIGHT,
    MAX_SCALE,
    MIN_SCALE,
    READABLE_PAIRS,
    SCALE_STEPS,
    SCHEMES,
    Colours,
    Theme,
    choice_palette,
    document_style,
    qt_palette,
    style_sheet,
)

UI = Path(guide_app.ui.__file__).parent
MEANT_COLOURS = {
    "transparent",  # no colour at all: the ground below shows
}


def luminance(colour):
    """Return the relative luminance of WCAG 2.2."""
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """Return the contrast ratio of WCAG 2.2, 1 to 21."""
    low, high = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("one", "other", "ratio"), [("#000", "#fff", 21), ("#777", "#fff", 4.48), ("#fff", "#fff", 1)])
def test_contrast_is_measured_as_wcag_does(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("text", "ground"), READABLE_PAIRS)
def test_text_can_be_read(scheme, text, ground):
    colours = SCHEMES[scheme]
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 7


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("line", "ground"),
    # WCAG 1.4.11: the edge of a field, the focus ring, the mark of the chosen tab
    [("outline", "control"), ("outline", "paper"), ("accent", "paper"), ("accent", "chrome"), ("danger", "paper")],
)
def test_parts_of_controls_can_be_seen(scheme, line, ground):
    colours = SCHEMES[scheme]
    # The red button has a word on it that is read by itself: only the light schemes promise its edge as well.
    if line == "danger" and scheme in ("dark", "contrast"):
        assert contrast(colours.on_danger, colours.danger) >= 7
    else:
        assert contrast(getattr(colours, line), getattr(colours, ground)) >= 3


@pytest.mark.parametrize("kind", [QRadioButton, QCheckBox])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_rim_of_a_choice_can_be_seen(qtbot, qapp, scheme, kind):
    colours = SCHEMES[scheme]
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.setPalette(qt_palette(colours))
    ground.setStyle(QStyleFactory.create("Fusion"))
    choice = kind("", ground)
    choice.setStyle(ground.style())
    choice.setPalette(choice_palette(colours))
    image = ground.grab(choice.geometry()).toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert max(contrast(colour, colours.chrome) for colour in seen) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_colour_of_a_scheme_is_one(scheme):
    for field in Colours._fields:
        assert re.fullmatch(r"#[0-9a-f]{6}", getattr(SCHEMES[scheme], field)), field


def test_every_text_colour_of_the_style_sheets_stands_in_the_readable_pairs():
    """A rule that sets text on a ground of its own is a pair that must have been measured."""
    marked = Colours(**{field: f"<{field}>" for field in Colours._fields})
    sheet = style_sheet(marked) + document_style(marked, QFont())
    missing = set()
    for rule in re.findall(r"\{([^{}]*)\}", sheet):
        text = re.search(r"(?<![-\w])color: <(\w+)>", rule)
        ground = re.search(r"(?<!-)background(?:-color)?: <(\w+)>", rule)
        if text and ground and (text[1], ground[1]) not in READABLE_PAIRS:
            missing.add((text[1], ground[1]))
    assert not missing


def strings_of(file):
    """Return (line, text) of every string of a module that is not a docstring, f-strings whole."""
    before = None
    for token in tokenize.generate_tokens(io.StringIO(file.read_text("utf-8")).readline):
        if token.type == tokenize.STRING and before not in (tokenize.INDENT, tokenize.NEWLINE, tokenize.NL, None):
            yield token.start[0], token.string
        if token.type != tokenize.COMMENT:
            before = token.type


def colours_named_in(text):
    found = re.findall(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b|\b(?:rgb|rgba|hsl|hsla|hsv)(?=\()", text)
    found += re.findall(r"(?:color|background|border)(?:-color)?:\s*([a-z]+)\b(?!\()", text)
    return [name for name in found if name not in MEANT_COLOURS and not name.isdigit() and _is_colour(name)]


def _is_colour(name):
    return name.startswith(("#", "rgb", "hsl", "hsv")) or QColor.isValidColorName(name)


@pytest.mark.parametrize(
    "file", sorted(file for file in UI.glob("*.py") if file.name != "theme.py"), ids=lambda f: f.stem
)
def test_no_colour_is_named_outside_the_theme(file):
    named = [(line, colour) for line, text in strings_of(file) for colour in colours_named_in(text)]
    source = file.read_text("utf-8")
    named += [
        (0, found)
        for found in re.findall(r"Qt\.GlobalColor\.(?!transparent)\w+|QColor\((?:\"[^\"]*\"|'[^']*'|\d[^)]*)\)", source)
    ]
    assert not named


@pytest.mark.parametrize(
    ("text", "colours"),
    [
        ('"border: 1px solid #999999"', ["#999999"]), ('"color: #fff"', ["#fff"]), ('"color: red"', ["red"]),
        ('"background: rgba(1,2,3)"', ["rgba"]), ('"see #links"', []), ('"background: transparent"', []),
        ('"border: none"', []), ('"color: {ink}"', []),
    ],
)  # fmt: skip
def test_a_named_colour_would_be_found(text, colours):
    assert colours_named_in(text) == colours


@pytest.mark.parametrize("scheme", SCHEMES)
def test_links_take_their_colour_from_the_palette(scheme):
    palette = qt_palette(SCHEMES[scheme])
    for role in (QPalette.ColorRole.Link, QPalette.ColorRole.LinkVisited):
        assert palette.color(role).name() == SCHEMES[scheme].accent


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_cannot_be_used_is_still_to_be_seen(scheme):
    palette = qt_palette(SCHEMES[scheme])
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).name()
    assert contrast(disabled, SCHEMES[scheme].control) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("scale", [0.7, 1.0, 1.5])
def test_qt_understands_the_style_sheet(qtbot, scheme, scale, put_up):
    """A sheet with a mistake is dropped whole, with a Qt warning, which fails the test."""
    button = QPushButton("Word")
    button.setProperty("kind", "primary")
    button.setStyleSheet(style_sheet(SCHEMES[scheme], scale=scale))
    put_up(button, 200, 80)
    assert button.palette().color(QPalette.ColorRole.ButtonText).name() == SCHEMES[scheme].on_accent


@pytest.mark.parametrize(("height", "scale", "at_least"), [(36, 1.0, 36), (44, 1.0, 44), (36, 1.5, 54)])
def test_a_control_has_the_height_that_is_asked_for(put_up, height, scale, at_least):
    button = QPushButton("Word")
    button.setStyleSheet(style_sheet(SCHEMES["light"], height, scale))
    put_up(button, 200, 30)
    assert button.sizeHint().height() >= at_least


def test_a_choice_is_told_once(qtbot, theme):
    with qtbot.waitSignal(theme.changed):
        theme.choose("dark")
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose("dark")
    assert (theme.choice, theme.scheme, theme.colours) == ("dark", "dark", SCHEMES["dark"])


@pytest.mark.parametrize(("asked", "given"), [(10, MIN_SCALE), (125, 125), (900, MAX_SCALE)])
def test_the_text_size_stays_within_its_bounds(theme, asked, given):
    theme.set_scale(asked)
    assert theme.scale == given


def test_the_same_text_size_is_not_told(qtbot, theme):
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_scale(100)
    with qtbot.waitSignal(theme.changed):
        theme.set_scale(110)


def test_steps_walk_all_sizes_and_stay_at_the_ends(theme):
    theme.set_scale(MIN_SCALE)
    seen = [theme.scale]
    for _ in SCALE_STEPS:
        theme.set_scale(theme.step(1))
        seen.append(theme.scale)
    assert tuple(seen) == (*SCALE_STEPS, MAX_SCALE)
    for _ in SCALE_STEPS:
        theme.set_scale(theme.step(-1))
    assert theme.scale == MIN_SCALE


@pytest.mark.parametrize(("scale", "larger", "smaller"), [(105, 110, 100), (299, 300, 250), (71, 80, 70)])
def test_a_size_between_two_steps_goes_to_the_nearest_one(theme, scale, larger, smaller):
    theme.set_scale(scale)
    assert (theme.step(1), theme.step(-1)) == (larger, smaller)


def test_the_article_grows_all_the_way_and_the_chrome_up_to_its_bound(theme):
    sizes = []
    for scale in (100, 150, 300):
        theme.set_scale(scale)
        sizes.append((theme.article_font().pointSizeF(), theme.chrome_font().pointSizeF(), theme.chrome_scale))
    assert sizes[2][0] == pytest.approx(3 * sizes[0][0])
    assert sizes[1][1] == sizes[2][1]
    assert sizes[2][2] == CHROME_MAX_SCALE / 100


@pytest.fixture
def system_scheme(qapp, monkeypatch):
    """Play the system's light or dark setting: the offscreen platform has none that could be changed."""

    def play(scheme):
        monkeypatch.setattr(QStyleHints, "colorScheme", lambda _hints: scheme)
        qapp.styleHints().colorSchemeChanged.emit(scheme)

    return play


def test_the_system_setting_is_followed_while_running(qtbot, system_scheme):
    theme = Theme("system")
    system_scheme(Qt.ColorScheme.Light)
    assert theme.scheme == "light"
    with qtbot.waitSignal(theme.changed):
        system_scheme(Qt.ColorScheme.Dark)
    assert theme.scheme == "dark"


def test_a_choice_of_ones_own_goes_before_the_system_setting(qtbot, system_scheme):
    theme = Theme("light")
    with qtbot.assertNotEmitted(theme.changed):
        system_scheme(Qt.ColorScheme.Dark)
    assert theme.scheme == "light"


@pytest.mark.parametrize("points", [13.0, 26.0, 39.0])
def test_lines_of_an_article_stand_apart_as_the_table_says(theme, points):
    """WCAG 1.4.12 asks for 1.5 times the font size."""
    font = theme.article_font()
    font.setPointSizeF(points)
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(document_style(SCHEMES["light"], font))
    document.setHtml("<p>" + "word " * 200 + "</p>")
    document.setTextWidth(400)
    assert document.size().height() > 0  # this lays the lines out; before, there are none to ask about
    block = document.firstBlock()
    layout = block.layout()
    apart = layout.lineAt(2).y() - layout.lineAt(1).y()
    pixels = QFontInfo(font).pixelSize()
    assert apart / pixels == pytest.approx(LINE_HEIGHT, abs=0.06)
    assert apart / pixels >= 1.5
    assert QFontMetricsF(font).height() <= apart


def test_no_size_of_a_document_is_absolute():
    sheet = document_style(SCHEMES["light"], QFont())
    assert not re.findall(r"font-size:\s*\d", sheet)


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_a_box_can_be_told_from_the_page(put_up, scheme):
    """By its ground, or by its rim where it has the ground of the page."""
    colours = SCHEMES[scheme]
    page = QWidget()
    page.setStyleSheet(style_sheet(colours) + f"QWidget#page {{ background: {colours.paper}; }}")
    page.setObjectName("page")
    label = QLabel("Careful", page)
    label.setProperty("role", "warning")
    label.setGeometry(20, 20, 160, 40)
    put_up(page, 200, 80)
    row = [page.grab().toImage().pixelColor(x, 40).name() for x in range(16, 24)]
    assert len(set(row)) > 1


@pytest.mark.parametrize("scheme", ["contrast", "paper"])
def test_a_box_of_an_article_has_a_rim_where_it_has_no_ground(scheme):
    assert "table.answer td, table.callout td { border:" in document_style(SCHEMES[scheme], QFont())
    assert "table.callout td { border:" not in document_style(SCHEMES["light"], QFont())


def test_a_label_in_a_role_gets_its_colours(put_up, theme):
    label = QLabel("Careful")
    label.setProperty("role", "warning")
    label.setStyleSheet(style_sheet(theme.colours))
    put_up(label, 200, 60)
    assert label.palette().color(QPalette.ColorRole.WindowText).name() == theme.colours.on_warning


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("kind", [QPushButton, QToolButton, QCheckBox, QRadioButton])
def test_in_a_dialog_of_the_system_what_has_the_keyboard_can_be_seen(put_up, scheme, kind):
    """The ring of the window lies over no other window."""
    dialog = QDialog()
    dialog.setPalette(qt_palette(SCHEMES[scheme]))
    dialog.setStyleSheet(style_sheet(SCHEMES[scheme]))
    column = QVBoxLayout(dialog)
    here, there = kind(), QLineEdit()
    here.setText("Save")
    here.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for each in (here, there):
        column.addWidget(each)
    put_up(dialog, 300, 120)
    size = here.sizeHint()
    pictures = []
    for each in (there, here):
        each.setFocus()
        QApplication.processEvents()
        pictures.append(dialog.grab(here.geometry()).toImage())
    assert here.sizeHint() == size
    area = pictures[0].rect()
    changed = {
        (pictures[0].pixelColor(x, y).name(), pictures[1].pixelColor(x, y).name())
        for x in range(area.width())
        for y in range(area.height())
    }
    assert any(contrast(before, after) >= 3 for before, after in changed)


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("kind", ["primary", "danger"])
def test_a_strong_button_that_is_pressed_shows_it_and_keeps_its_icon_in_sight(put_up, scheme, kind):
    """Its icon is drawn for the ground of the button, which must not become a light one under it."""
    colours = SCHEMES[scheme]
    ink = colours.on_accent if kind == "primary" else colours.on_danger
    dialog = QWidget()
    dialog.setStyleSheet(style_sheet(colours))
    button = QPushButton("Copy citation", dialog)
    button.setProperty("kind", kind)
    put_up(dialog, 300, 80)
    size = button.sizeHint()
    beside, rim = QPoint(8, button.height() // 2), QPoint(button.width() // 2, 1)
    up = button.grab().toImage()
    button.setDown(True)
    down = button.grab().toImage()
    assert button.sizeHint() == size
    assert contrast(down.pixelColor(beside), QColor(ink)) >= 4.5
    assert contrast(down.pixelColor(rim), up.pixelColor(rim)) >= 3
