"""Every page, panel, card and sheet that a reader or staff can bring up, as a walk through one window."""

import datetime

from PySide6.QtWidgets import QAbstractButton, QApplication

from guide_app.ui.actions import ACTIONS
from tests.ui.finding import button

NOT_PLACES = frozenset({"leave", "quit", "print", "pdf", "sidebar", "larger", "smaller", "normal_size"})
"""Actions that end the window, open a dialog of the system, or change what every place looks like."""


def settle():
    for _ in range(4):  # layouts settle over a few rounds of the event loop
        QApplication.processEvents()


def _press(parent, words):
    button(parent, words).click()


def _search(window, text):
    window.sidebar.search_box.setFocus()
    window.sidebar.search_box.setText(text)


def walk(window):
    """Yield the name of each place once the window shows it."""
    for name, arrange in _places(window):
        arrange()
        settle()
        yield name


def _places(window):
    drawer, actions = window.drawer, window.actions_by_key

    yield "start", settle
    for row in ACTIONS:
        if row.key in actions and row.key not in NOT_PLACES:
            yield f"action {row.key}", actions[row.key].trigger
    window.notices.clear()
    yield "reasons", window.reading.answer_no
    yield "notice", lambda: window.notices.say("Bookmark deleted.", "Undo", lambda: None)
    yield "bookmarks", lambda: _bookmarks(window)
    yield "results", lambda: _search(window, "911 never came")
    yield "no answer", lambda: _search(window, "zzyzx")
    window.sidebar.clear_search()
    yield "help", lambda: _help(window)
    yield "suggestions", lambda: window.sidebar.panel("help").place_line.open_suggestions(everything=True)
    window.help_finder.set_place("OH")
    panel = window.sidebar.panel("help")
    for row in range(panel.list_view.model().rowCount()):
        if row in (0, panel.list_view.model().rowCount() - 1):
            yield f"service {row}", lambda row=row: panel.list_view.clicked.emit(panel.list_view.model().index(row, 0))
    actions["panel_cases"].trigger()
    yield "filter", lambda: window.sidebar.panel("cases").filter_box.setText("warren")
    actions["panel_topics"].trigger()
    yield "authority", lambda: window.follow_link("cite:deshaney-v-winnebago-1989")
    yield "address", lambda: window.follow_link("https://example.org")
    yield "paper", window.offers.print_
    yield "cite list", lambda: _cite_list(window)
    window.navigator.open_target("state-rules")
    drawer.close_drawer()
    yield "state bar", settle
    yield "no state", window.state_pages.show_chooser
    yield "dates without a state", window.deadlines.show
    window.my_state.choose("OH")
    yield "state", window.state_pages.show_chooser
    yield "a state's page", window.state_pages.show_own
    yield "comparison", window.state_pages.show_comparison
    yield "comparison, sideways", lambda: _sideways(drawer.content.table)
    yield "sort", lambda: _press(drawer, "Sort…")
    yield "dates", window.deadlines.show
    if more := [each for each in _buttons(drawer) if each.text().startswith("More dates")]:
        yield "more dates", more[0].click
    yield "wrong date", lambda: _work_out(window, "tomorrow")
    yield "worked out", lambda: _work_out(window, in_words(window.my_state.today() - datetime.timedelta(days=40)))
    yield "code", lambda: _press(drawer, "Code for my phone")
    yield "calendar", lambda: _calendar(window)
    yield "traces, asked", lambda: _traces(window)
    drawer.close_drawer()


def walk_sheets(program):
    """Yield the name of each sheet of a kiosk once it lies over the window."""
    program.window.sidebar.search_box.setFocus()
    program.typing.bring_up()
    settle()
    yield "keyboard"
    program.typing.put_away()
    program.warning.show_count(30)
    settle()
    yield "warning"
    program.warning.dismiss()
    program.pin_pad.ask()
    settle()
    yield "PIN"
    program.pin_pad.close_sheet()
    program.staff_page.show_page()
    settle()
    yield "staff"
    program.staff_page.show_report()
    settle()
    yield "report"
    program.staff_page.close_sheet()


def in_words(day):
    return f"{day.month}/{day.day}/{day.year}"


def _buttons(parent):
    return [each for each in parent.findChildren(QAbstractButton) if each.isVisible()]


def _sideways(table):
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())


def _bookmarks(window):
    for section in ("duty-to-protect", "state-rules"):
        window.navigator.open_target(section)
        if not window._records.starred() & {window.section}:
            window.reading.toggle_bookmark()
    window.actions_by_key["panel_bookmarks"].trigger()
    window.sidebar.panel("bookmarks").list_widget.setCurrentRow(0)


def _help(window):
    window.drawer.close_drawer()
    window.actions_by_key["panel_help"].trigger()
    panel = window.sidebar.panel("help")
    if not panel.more_button.isChecked():
        panel.more_button.click()


def _cite_list(window):
    window.cite.copy(window.cite.of_authority("deshaney-v-winnebago-1989"))
    window.cite.copy(window.cite.of_authority("castle-rock-v-gonzales-2005"))
    if window.drawer.key != "cite-list":
        window.actions_by_key["cite_list"].trigger()


def _work_out(window, typed):
    if window.drawer.key != "deadline":
        window.deadlines.show()
    field = window.drawer.content.fields["happened"]
    field.line.setText(typed)
    field.line.setFocus()
    window.deadlines.work_out()


def _calendar(window):
    _work_out(window, in_words(window.my_state.today() - datetime.timedelta(days=40)))
    if any(each.text() == "Save to a calendar…" for each in _buttons(window.drawer)):
        _press(window.drawer, "Save to a calendar…")


def _traces(window):
    if "traces" not in window.actions_by_key:
        return
    if window.drawer.key != "traces":
        window.actions_by_key["traces"].trigger()
    _press(window.drawer, "Remove what the guide has kept…")
