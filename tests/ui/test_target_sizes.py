"""Every control of every place is large enough: 44 pixels for a finger in a kiosk, 36 for a pointer on a desktop.

The one exception are links in running text. A window's frame belongs to the system. On a desktop the scroll bars and
the line between the sides are as slim as the system's own: Qt takes hold of that line some pixels beside it too, bars
of 36 pixels would take the room of the text, and wheel, keys and F9 do the same (WCAG 2.5.8, "equivalent").
"""

import importlib
import pkgutil

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QSplitterHandle,
    QTabBar,
    QWidget,
)

import guide_app.ui
from guide_app.kiosk.totals import to_text
from guide_app.settings import Settings
from guide_app.ui.theme import CONTROL_HEIGHT, TOUCH_HEIGHT
from tests.ui.every_place import settle, walk, walk_sheets
from tests.ui.test_report_page import some_totals

NOT_WALKED = {
    "Cover": "it covers everything, and has no control",
    "ScreenCover": "it covers a further screen, and has no control",
    "Sheet": "the PIN pad, the warning and the staff page are made of it, and each of them is met",
}
"""Widgets of the program that no walk can meet, and why that is no loss."""

FIELDS = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox, QTabBar, QAbstractButton)
SIZES = [(1280, 800, 100), (1280, 800, 200), (1024, 768, 200), (1024, 768, 70)]


def too_small(window, least, *, bars=True):
    """Return what is smaller than `least` pixels either way, in words; with the scroll bars and handles if `bars`."""
    found = []
    for each in window.findChildren(QWidget):
        if not each.isVisible() or (not bars and isinstance(each, (QScrollBar, QSplitterHandle))):
            continue
        found.extend(_targets(each))
    return sorted({f"{name}: {width} x {height}" for name, width, height in found if min(width, height) < least})


def cut(window):
    """Return the areas whose contents are wider than they are, and that nobody can scroll to the side."""
    return sorted(
        {
            f"{_name(area.parentWidget())} shows {area.viewport().width()} of {area.widget().width()}"
            for area in window.findChildren(QScrollArea)
            if area.isVisible()
            and area.widget() is not None
            and area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            and area.widget().width() > area.viewport().width()
        }
    )


def _targets(each):
    """Yield the targets of a widget, with their sizes."""
    if isinstance(each, FIELDS):
        yield _name(each), each.width(), each.height()
    elif isinstance(each, QSplitterHandle):
        if each.isEnabled():
            yield "handle", each.width(), each.height()
    elif isinstance(each, QScrollBar):
        across = each.width() if each.orientation() is Qt.Orientation.Vertical else each.height()
        yield f"scroll bar of {_name(each.parentWidget().parentWidget())}", across, across
    elif isinstance(each, QHeaderView):
        if each.sectionsClickable():
            yield from (
                ("heading", each.sectionSize(at), each.height())
                for at in range(each.count())
                if not each.isSectionHidden(at)
            )
    elif isinstance(each, QAbstractItemView):
        yield from _rows(each)
    else:
        assert not isinstance(each, QAbstractSlider), each


def _rows(view, parent=QModelIndex()):  # noqa: B008
    model = view.model()
    if view.selectionMode() is QAbstractItemView.SelectionMode.NoSelection:
        return  # a table that is only read
    for row in range(model.rowCount(parent) if model is not None else 0):
        index = model.index(row, 0, parent)
        place = view.visualRect(index)
        if place.isValid() and not place.isEmpty():
            yield f"row “{index.data()}” of {_name(view)}", place.width(), place.height()
        yield from _rows(view, index)


def _told(small):
    """Return each target once, after the first place where it is too small."""
    told = {}
    for place, targets in small.items():
        for target in targets:
            told.setdefault(target, place)
    return "\n".join(f"{place}: {target}" for target, place in told.items())


def _name(widget):
    words = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else widget.objectName())
    return f"{type(widget).__name__} “{words}”"


@pytest.fixture
def clinic_kiosk(start_kiosk, clinic_library):
    def start(text_size):
        kiosk = start_kiosk(Settings(kiosk=True, printer="Desk", text_size=text_size), library=clinic_library)
        kiosk.paths.totals_file.write_text(to_text(some_totals()))
        return kiosk

    return start


@pytest.mark.parametrize(("width", "height", "text_size"), SIZES)
def test_in_a_kiosk_every_target_is_large_enough_for_a_finger(clinic_kiosk, width, height, text_size):
    kiosk = clinic_kiosk(text_size)
    window = kiosk.window
    window.resize(width, height)
    settle()
    small = {}
    for place in walk(window):
        if found := too_small(window, TOUCH_HEIGHT) + cut(window):
            small[place] = found
    for place in walk_sheets(kiosk.program):
        if found := too_small(window, TOUCH_HEIGHT):
            small[place] = found
    assert not small, _told(small)


@pytest.mark.parametrize(("width", "height", "text_size"), SIZES)
def test_on_a_desktop_every_target_is_large_enough_for_a_pointer(open_window, clinic_library, width, height, text_size):
    window = open_window(library=clinic_library, size=(width, height), text_size=text_size)
    small = {}
    for place in walk(window):
        if found := too_small(window, CONTROL_HEIGHT, bars=False) + cut(window):
            small[place] = found
    assert not small, _told(small)


@pytest.mark.parametrize("text_size", [70, 100, 200])
def test_on_a_desktop_every_row_of_a_menu_is_large_enough_for_a_pointer(qtbot, open_window, text_size):
    window = open_window(text_size=text_size)
    window.menus.toggle()
    for title in window.menuBar().actions():
        menu = title.menu()
        menu.ensurePolished()
        menu.sizeHint()  # lays its rows out
        for action in menu.actions():
            assert menu.actionGeometry(action).height() >= CONTROL_HEIGHT, action.text()


def own_widgets():
    """Return the names of all widget classes of the program."""
    for module in pkgutil.iter_modules(guide_app.ui.__path__, "guide_app.ui."):
        importlib.import_module(module.name)
    found, classes = set(), [QWidget]
    while classes:
        for each in classes.pop().__subclasses__():
            classes.append(each)
            if each.__module__.startswith("guide_app.ui."):
                found.add(each.__name__)
    return found


def test_the_walks_meet_every_widget_of_the_program(clinic_kiosk, open_window, clinic_library):
    """A page that nobody put into the walk would never be measured."""
    kiosk = clinic_kiosk(200)
    kiosk.window.resize(1024, 768)
    desktop = open_window(library=clinic_library)
    met = set()
    for window, places in (
        (kiosk.window, (walk(kiosk.window), walk_sheets(kiosk.program))),
        (desktop, (walk(desktop),)),
    ):
        for walked in places:
            for _place in walked:
                met |= {type(each).__name__ for each in window.findChildren(QWidget) if each.isVisible()}
    assert set(NOT_WALKED) <= own_widgets()
    missed = own_widgets() - met - set(NOT_WALKED)
    assert missed == {"MainWindow"}, "the window itself is above all of them"
