"""The window: puts the parts together and connects what they say to what is done."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QSplitter, QVBoxLayout, QWidget

from guide_app.citations.options import Options
from guide_app.kiosk.policy import Ability, Policy
from guide_app.library.reader import Library
from guide_app.state import WindowState
from guide_app.ui.article_pane import ArticlePane
from guide_app.ui.clipboard import CopyService
from guide_app.ui.display import Display
from guide_app.ui.header import Header
from guide_app.ui.icons import Icons
from guide_app.ui.my_state import MyState
from guide_app.ui.navigator import Navigator
from guide_app.ui.notices import NoticeBar
from guide_app.ui.quick_exit import Cover, ShiftWatcher
from guide_app.ui.section_bar import SectionBar
from guide_app.ui.session import Session
from guide_app.ui.sidebar import Sidebar
from guide_app.ui.sides import Sides
from guide_app.ui.state_bar import StateBar, StateButton
from guide_app.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

DEFAULT_SIZE = (1280, 800)
MINIMUM_SIZE = (640, 480)
TITLE_BAR = 40
SIDEBAR_WIDTH = 348
EQUIP_AFTER_MS = 1
"""Not 0: the paint, of which the window has heard, is first to reach the screen."""


class WindowParts(NamedTuple):
    """What the window is given."""

    library: Library
    session: Session
    theme: Theme
    icons: Icons
    copier: CopyService
    cite_options: Options
    cite_form: str
    state: WindowState
    policy: Policy


class MainWindow(QMainWindow):
    """The one window.

    Signals: `left()` when the reader has left in a hurry (the window is covered by then), `closing(state)` with what is
    to be restored, `setting_chosen(key, value)` for a choice of the reader's that is to be kept,
    `removal_wanted()` when everything that the guide has kept is to be removed, `equipped()` when all is there.

    The window is put up in two steps, so that the article is in sight early: first what is seen at once, then, a moment
    after the first paint, what a reader can do with it (`equip`).
    """

    left = Signal()
    closing = Signal(object)
    setting_chosen = Signal(str, object)
    removal_wanted = Signal()
    equipped = Signal()

    def __init__(self, parts: WindowParts) -> None:
        super().__init__()
        self._library = parts.library
        self._session = parts.session
        self._theme = parts.theme
        self._icons = parts.icons
        self._copier = parts.copier
        self._policy = parts.policy
        self._left = False
        self._pressed_at: QWidget | None = None
        self._alt_alone = False
        self._parts = parts
        self._painted = False
        self._equipped = False
        self.actions_by_key: dict[str, QAction] = {}
        self.setObjectName("window")
        self.setWindowTitle(self._library.title)
        self.setMinimumSize(*MINIMUM_SIZE)
        # A kiosk's visitor and a private session begin without a state, whatever somebody kept on this computer.
        forgets = self._session.private or self._policy.kiosk
        self.my_state = MyState(self._library, "" if forgets else self._policy.settings.my_state)
        self.display = Display(self._theme, self._icons, self)
        self.display.dress()
        self._build()
        self.navigator = Navigator(self._library, self.article, self.header, self.my_state.place_of)
        self._connect_sight()
        self._restyle_parts()
        self._restore(parts.state)

    @Slot()
    def equip(self) -> None:
        """Make what is not in sight at a start: panels, pages, paper, actions. A second call does nothing."""
        if self._equipped:
            return
        self._equipped = True
        typed = self.sidebar.search_box.text()  # whoever is quicker than the rest of the window loses no letter
        # Imported here: none of it is needed on the way to the first paint.
        from guide_app.ui.authority_in_hand import AuthorityInHand
        from guide_app.ui.cite_actions import CiteActions
        from guide_app.ui.cite_pages import CitePages
        from guide_app.ui.deadline_actions import DeadlineActions
        from guide_app.ui.directory import Directory
        from guide_app.ui.drawer import Drawer
        from guide_app.ui.drawer_pages import DrawerPages
        from guide_app.ui.focus_ring import FocusRing
        from guide_app.ui.help_finder import HelpFinder
        from guide_app.ui.help_paper import HelpPaper
        from guide_app.ui.menu_bar import MenuBar
        from guide_app.ui.offers import Offers
        from guide_app.ui.panels import Panels
        from guide_app.ui.paper_actions import PaperActions
        from guide_app.ui.private_copies import PrivateCopies
        from guide_app.ui.reading import Reading
        from guide_app.ui.record_actions import RecordActions
        from guide_app.ui.searching import Searching
        from guide_app.ui.state_pages import StatePages
        from guide_app.ui.topic_tree import TopicTree
        from guide_app.ui.touch_scrolling import TouchScrolling

        parts = self._parts
        self._private_copies = PrivateCopies(self._copier, self)
        self._touch = TouchScrolling(self)
        self._ring = FocusRing(self._theme, self)
        self.drawer = Drawer(self._theme, self._icons, self._article_area)
        self.tree = TopicTree(self._theme, self._icons)
        self._records = RecordActions(self._library, self._session, self.notices)
        self.cite = CiteActions(self._library, self._copier, self.notices, parts.cite_options, parts.cite_form)
        self.reading = Reading(self._library, self.article, self.tree, self.bar, self._records, self.cite, self.notices)
        directory = Directory(self._library)
        self.help_finder = HelpFinder(directory, self._theme, paper=self._policy.allows("print"), parent=self)
        self.help_finder.set_place(self.my_state.abbreviation)
        self._drawer_pages = DrawerPages(
            self.drawer, self._session, self._theme, self.cite, self._policy, directory, self.my_state
        )
        self.paper = PaperActions(self, self._library, self._session, self.cite, self.notices, self._policy)
        self.deadlines = DeadlineActions(
            self.drawer, self.my_state, self._library, self._theme, self._policy, self.cite, self.paper, self.notices,
            directory,
        )  # fmt: skip
        self.state_pages = StatePages(
            self.drawer, self.my_state, self._library, self._session, self._policy, self.notices, self._theme,
            self.cite, self.paper, self.deadlines,
        )  # fmt: skip
        self._panels = Panels(
            self.sidebar, self.tree, self._library, self._records, self._theme, self._icons, self._policy,
            self.help_finder,
        )  # fmt: skip
        self.cite_pages = CitePages(
            self.drawer, self._library, self._session, self.cite, self.reading, self._records, self._policy
        )
        self.authority_in_hand = AuthorityInHand(self.article, self._panels, self.drawer, self.cite_pages, self.cite)
        self.help_paper = HelpPaper(directory, self.help_finder, self.paper)
        self.offers = Offers(self.drawer, self._drawer_pages, self.article, self.bar, self.paper)
        self.searching = Searching(self.sidebar, self._library, self._theme, self.notices)
        self._build_actions()
        self.menus = MenuBar(self, self.actions_by_key, self._policy)
        self._connect()
        self._panels.restyle()
        self._order_tabs()
        self._panels.show_guide()
        self.sidebar.show_panel(parts.state.sidebar_tab)
        self._show_in_tree()
        self.reading.show_bar()
        self._watch_keys()
        self.sidebar.search_box.setText(typed)
        self.equipped.emit()

    # -- building ---------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._state_button = StateButton(self.my_state)
        self.header = Header(self._theme, self._icons, self._state_button, kiosk=self._policy.kiosk)
        self.header.narrowed.connect(self._state_button.set_short)
        self._state_bar = StateBar(self.my_state)
        self.sidebar = Sidebar()
        self.article = ArticlePane(self._theme)
        self.article.private_copies = self._session.private
        self.bar = SectionBar(self._theme, self._icons)
        self.notices = NoticeBar()
        # From the window inwards: what is put into another parent once it is full has its style worked out again.
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self.setCentralWidget(self._splitter)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        reading = QWidget()
        self._splitter.addWidget(reading)
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._article_area = QWidget()
        area = QVBoxLayout(self._article_area)
        area.setContentsMargins(0, 0, 0, 0)
        area.setSpacing(0)
        area.addWidget(self._state_bar)
        area.addWidget(self.article, 1)
        for widget in (self.header, self._article_area, self.notices, self.bar):
            column.addWidget(widget, 1 if widget is self._article_area else 0)
        self._article_area.setFocusProxy(self.article)
        self.sides = Sides(
            self._splitter, self.sidebar, column, self.header, self._article_area, self.bar,
            movable=not self._policy.kiosk,
        )  # fmt: skip
        self._splitter.setStretchFactor(1, 1)
        self._cover = Cover(self)
        if not self._policy.may(Ability.CONTEXT_MENU):
            self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._shift = ShiftWatcher()

    def _build_actions(self) -> None:
        go, read, pages, panels = self.navigator, self.reading, self._drawer_pages, self._panels
        display, offers, cites = self.display, self.offers, self.cite_pages
        from PySide6.QtGui import QAction, QKeySequence

        from guide_app.ui.actions import ACTIONS

        slots: dict[str, Callable[[], object]] = {
            "search": self.searching.focus, "article": self.focus_article, "home": go.go_home, "back": go.go_back,
            "forward": go.go_forward, "previous_section": go.go_previous, "next_section": go.go_next,
            "about": go.open_about, "panel_topics": panels.show_topics, "panel_bookmarks": panels.show_bookmarks,
            "panel_cases": panels.show_cases, "panel_help": panels.show_help, "sidebar": self.sides.toggle,
            "links": offers.show_links, "larger": display.larger, "smaller": display.smaller,
            "normal_size": display.normal_size, "display": pages.toggle_display, "bookmark": read.toggle_bookmark,
            "copy_citation": read.copy_citation, "copy_authority": self.authority_in_hand.copy,
            "copy_with_source": read.copy_with_source, "forms": cites.show_forms, "table": cites.show_table,
            "table_bookmarks": cites.show_bookmarks_table, "cite_list": cites.toggle_cite_list,
            "helpful_yes": read.answer_yes, "helpful_no": read.answer_no,
            "print": offers.print_, "pdf": offers.save_pdf, "private": pages.toggle_private,
            "my_state": self.state_pages.toggle_chooser, "my_deadline": self.deadlines.toggle,
            "compare_states": self.state_pages.toggle_comparison,
            "emergency": pages.toggle_emergency, "keys": pages.toggle_keys, "leave": self.leave, "quit": self.close,
            "traces": pages.toggle_traces,
        }  # fmt: skip
        for row in ACTIONS:
            if self._policy.allows(row.key):
                action = QAction(row.words, self)
                action.setShortcuts([QKeySequence(key) for key in row.keys])
                action.setStatusTip(row.description)
                action.triggered.connect(slots[row.key])
                self.addAction(action)
                self.actions_by_key[row.key] = action

    def _connect_sight(self) -> None:
        """Connect what is there at the first paint: the way out above all."""
        self.header.leave_requested.connect(self.leave)
        self._shift.triggered.connect(self.leave)
        self.header.back_requested.connect(self.navigator.go_back)
        self.header.forward_requested.connect(self.navigator.go_forward)
        self.header.topics_requested.connect(self.sides.toggle)
        self.sidebar.hidden.connect(self._on_sidebar_hidden)
        self.navigator.lost.connect(self._on_place_lost)
        self.navigator.arrived.connect(self.sides.show_reading)
        self.navigator.article_opened.connect(self._state_bar.show_for)
        self.my_state.changed.connect(self.header.refit)
        self.article.back_requested.connect(self.navigator.go_back)
        self.article.forward_requested.connect(self.navigator.go_forward)
        self._session.became_private.connect(self._on_became_private)
        self._theme.changed.connect(self._restyle)

    def _connect(self) -> None:
        self.tree.chosen.connect(self.navigator.open_target)
        self.navigator.article_opened.connect(self._show_in_tree)
        self.drawer.opening.connect(self.sides.show_reading)
        self.drawer.covering.connect(self.sides.on_article_covered)
        self.header.help_requested.connect(self._panels.show_help)
        self.header.emergency_requested.connect(self._drawer_pages.toggle_emergency)
        self.header.display_requested.connect(self._drawer_pages.toggle_display)
        self.header.private_requested.connect(self._drawer_pages.toggle_private)
        self.searching.section_chosen.connect(self.navigator.open_target)
        self.searching.authority_chosen.connect(self.cite_pages.show_authority)
        self.searching.help_wanted.connect(self._on_help_wanted)
        self.searching.left.connect(self._on_search_left)
        self.article.link_followed.connect(self.follow_link)
        if self._policy.may(Ability.CONTEXT_MENU):
            from guide_app.ui.context_menus import ContextMenus

            menus = ContextMenus(self, self.actions_by_key, self.article, self.cite, self.cite_pages)
            self.article.menu_requested.connect(menus.show_for_article)
            self._panels.authority_menu_requested.connect(menus.show_for_row)
            self._panels.bookmark_menu_requested.connect(menus.show_for_bookmark)
            self.cite_pages.menu_requested.connect(menus.show_for_card)
        self.bar.forms_requested.connect(self.cite_pages.show_forms)
        self.bar.print_requested.connect(self.offers.print_answer)
        if self._policy.kiosk and self._policy.allows("print"):
            self.bar.print_button.show()  # there is no menu to find it in
        self._records.bookmarks_changed.connect(self._panels.show_records)
        self._panels.section_chosen.connect(self.navigator.open_target)
        self.help_finder.service_chosen.connect(self._drawer_pages.show_service)
        self.help_finder.announced.connect(self.notices.announce)
        self._panels.authority_chosen.connect(self.cite_pages.show_authority)
        self._panels.bookmarks_export_wanted.connect(self.paper.export_bookmarks)
        self._panels.bookmarks_import_wanted.connect(self.paper.import_bookmarks)
        self.paper.bookmarks_imported.connect(self._records.bookmarks_changed)
        self.cite_pages.section_chosen.connect(self._on_card_section_chosen)
        self._drawer_pages.service_print_wanted.connect(self.help_paper.print_entry)
        self._drawer_pages.link_followed.connect(self.follow_link)
        self._drawer_pages.larger.connect(self.display.larger)
        self._drawer_pages.smaller.connect(self.display.smaller)
        self._drawer_pages.normal_size.connect(self.display.normal_size)
        self._drawer_pages.scheme_chosen.connect(self.display.choose_scheme)
        self._drawer_pages.removal_wanted.connect(self.removal_wanted)
        self.cite_pages.file_wanted.connect(self.paper.save_citation)
        self._state_button.clicked.connect(self.state_pages.toggle_chooser)
        self._state_bar.page_wanted.connect(self.state_pages.show_page)
        self._state_bar.section_wanted.connect(self._open_own_section)
        self.my_state.changed.connect(self._open_own_section)
        self.my_state.keep_asked.connect(self._on_state_keep_asked)
        self.state_pages.section_chosen.connect(self._on_card_section_chosen)
        self.state_pages.help_wanted.connect(self._on_state_help_wanted)
        self.my_state.changed.connect(self._on_state_changed)
        self.state_pages.authority_chosen.connect(self.cite_pages.show_authority)
        self.deadlines.authority_chosen.connect(self.cite_pages.show_authority)
        self.cite.form_changed.connect(self._on_cite_form_changed)
        self.cite.options_changed.connect(self._on_cite_options_changed)
        self._panels.table_wanted.connect(self.cite_pages.show_bookmarks_table)
        self.article.zoomed.connect(self.display.step)
        self.display.sized.connect(self._drawer_pages.show_scale)
        self.display.sized.connect(self._on_sized)
        self.display.chosen.connect(self._choose)

    def _order_tabs(self) -> None:
        """Put "Leave now" first, as GOV.UK's pattern asks, then the search, the left side, the article, the bar."""
        order = (
            self.header.leave_button, self.sidebar.search_box, self.header.topics_button, self.header.back_button,
            self.header.forward_button, self.header.help_button, self._state_button, self.header.emergency_button,
            self.header.display_button, self.header.staff_button, self.tree, self.article, self.bar.bookmark_button,
            self.bar.copy_button, self.bar.forms_button, self.bar.print_button, self.bar.yes_button, self.bar.no_button,
        )  # fmt: skip
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _restore(self, state: WindowState) -> None:
        if not (state.geometry and self.restoreGeometry(QByteArray(state.geometry))):
            # A small laptop has 1366 x 768, and a title bar and a task bar on it.
            room = self.screen().availableSize() - QSize(0, TITLE_BAR)
            self.resize(QSize(*DEFAULT_SIZE).boundedTo(room))
        if state.maximised:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)
        if len(state.splitter) == 2:
            self._splitter.setSizes(list(state.splitter))
        else:
            self._splitter.setSizes([SIDEBAR_WIDTH, DEFAULT_SIZE[0] - SIDEBAR_WIDTH])
        self.header.set_private(private=self._session.private and not self._policy.kiosk)

    # -- going places -----------------------------------------------------------------------------------------------

    @property
    def section(self) -> str:
        """Return the full id of the section being read."""
        return self.article.current_section

    def start(self, target: str = "") -> bool:
        """Open a place, or the start page; return whether the place is in the guide."""
        known = not target or self.navigator.knows(target)
        self.navigator.open_target(target if target and known else self.navigator.start_page)
        self.sidebar.search_box.setFocus(Qt.FocusReason.OtherFocusReason)
        return known

    @Slot(str)
    def follow_link(self, address: str) -> None:
        """Follow a link of an article or a card: to a place, a card, or an address that is shown and never opened."""
        kind, _, rest = address.partition(":")
        if kind == "guide":
            self.navigator.open_target(rest)
        elif kind == "cite":
            authority, _, pinpoint = rest.partition("@")
            self.cite_pages.show_authority(authority, pinpoint)
        elif kind == "service":
            self._drawer_pages.show_service(rest)
        else:
            self._drawer_pages.show_address(address)

    @Slot()
    def _show_in_tree(self) -> None:
        if self.navigator.article is not None:
            self._panels.show_in_tree(self.navigator.article, self.section)

    @Slot(str)
    def _on_card_section_chosen(self, section_id: str) -> None:
        self.drawer.close_drawer()
        self.navigator.open_target(section_id)

    @Slot(str)
    def _on_help_wanted(self, question: str) -> None:
        """Go on in the help finder with the question that the guide has no answer to."""
        self._panels.show_help()
        self.help_finder.ask(question)

    @Slot()
    def _on_search_left(self) -> None:
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def focus_article(self) -> None:
        """Move the keyboard to the article text."""
        self.drawer.close_drawer()
        self.sides.show_reading()
        self.article.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _open_own_section(self) -> None:
        """Go to the chosen state's part of the article that is open, where it has one."""
        article = self.navigator.article
        if article is not None and self.my_state.place_of(article.id) != article.id:
            self.navigator.open_target(article.id)

    @Slot(str)
    def _on_state_keep_asked(self, abbreviation: str) -> None:
        if abbreviation:
            self._choose("my_state", abbreviation)
        else:  # in a private session too: to let go of what was kept keeps nothing
            self.setting_chosen.emit("my_state", "")

    @Slot(str)
    def _on_state_help_wanted(self, state: str) -> None:
        """Look for help in the chosen state."""
        self.drawer.close_drawer()
        self.help_finder.set_place(state)
        self._panels.show_help()

    @Slot()
    def _on_state_changed(self) -> None:
        self.help_finder.set_place(self.my_state.abbreviation)

    @Slot(bool)
    def _on_sidebar_hidden(self, hidden: bool) -> None:
        self.header.offer_help(offered=hidden)

    @Slot(str)
    def _on_place_lost(self, _target: str) -> None:
        self.notices.say("That part is not in this guide any more.")

    @Slot(bool)
    def _on_became_private(self, forget: bool) -> None:
        self._copier.private = self.article.private_copies = True
        self.header.set_private(private=True)
        self.drawer.close_drawer()
        self._records.bookmarks_changed.emit()
        self.notices.say("Private session. Nothing is kept from now on.")
        if forget and self.my_state.kept_since_start:
            self.my_state.keep(keep=False)  # last: if the disk does not allow it, that is what the reader has to know

    # -- text size and colours --------------------------------------------------------------------------------------

    @Slot(int)
    def _on_sized(self, percent: int) -> None:
        self.notices.say(f"Text size {percent} percent.")

    @Slot()
    def _restyle(self) -> None:
        self.display.dress()
        self._restyle_parts()
        self.sides.fit(self.width(), self._theme)
        self.article.redraw()

    def _restyle_parts(self) -> None:
        colours = self._theme.colours
        self.sidebar.search_box.set_icon(self._icons.icon("search", colours.muted))
        self.header.restyle()
        self.bar.restyle()
        if self._equipped:
            self._panels.restyle()

    @Slot(str)
    def _on_cite_form_changed(self, form_id: str) -> None:
        self._choose("citation_form", form_id)

    @Slot(object)
    def _on_cite_options_changed(self, options: Options) -> None:
        self._choose("citation_emphasis", options.emphasis)
        self._choose("citation_quotes", options.quotes)
        self._choose("parallel_cites", options.parallel)

    @Slot(str, object)
    def _choose(self, key: str, value: str | int) -> None:
        """Hand over a choice that is to be kept, unless nothing is."""
        if not self._session.private:
            self.setting_chosen.emit(key, value)

    # -- forgetting (the reset of a kiosk) ---------------------------------------------------------------------------

    def forget_pages(self) -> None:
        """Throw away cards, panels and what stands in them."""
        self._drawer_pages.forget()
        self._panels.forget()

    def forget_records(self) -> None:
        """Forget every bookmark and answer. Raises RecordsError."""
        self._session.records.erase_all()
        self._records.bookmarks_changed.emit()
        self._records.answers_changed.emit()

    def start_anew(self) -> None:
        """Show tree, panels and focus as at a start."""
        self.sides.start_anew()
        self._splitter.setSizes([SIDEBAR_WIDTH, self.width() - SIDEBAR_WIDTH])
        self._panels.show_guide()
        self.navigator.start_anew()
        self.tree.scrollToTop()
        self.sidebar.search_box.setFocus(Qt.FocusReason.OtherFocusReason)

    def come_back(self) -> None:
        """Take the cover away: what it covered is gone."""
        self._left = False
        self.setWindowTitle(self._library.title)
        self._cover.lift()

    # -- leaving ----------------------------------------------------------------------------------------------------

    @Slot()
    def leave(self) -> None:
        """Cover the window in this very frame, then let the program close (or, in a kiosk, begin anew)."""
        if self._left:
            return
        self._left = True
        self._cover.drop()
        self._copier.forget()
        self.left.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hand over what is to be restored next time. A kiosk is not closed: staff leave it with the PIN."""
        if not self._policy.may(Ability.CLOSE_WINDOW):
            event.ignore()
            return
        if not self._left:
            self.closing.emit(self.state())
        self._copier.flush()
        super().closeEvent(event)

    def state(self) -> WindowState:
        """Return what is to be restored next time."""
        return WindowState(
            geometry=bytes(self.saveGeometry().data()),
            splitter=tuple(self._splitter.sizes()),
            maximised=self.isMaximized(),
            sidebar_tab=self.sidebar.current_panel if self._equipped else self._parts.state.sidebar_tab,
            last_section=self.section,
        )

    def raise_from_elsewhere(self) -> None:
        """Come to the front because the program was started a second time."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    # -- events -----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the drawer by Esc; press the button that has the keyboard by Enter."""
        focused = self.focusWidget()
        pressed_at, self._pressed_at = self._pressed_at, None
        if not self._equipped:
            pass  # in the first moment there is nothing yet that a key could do
        elif event.key() == Qt.Key.Key_Escape:
            self.drawer.close_drawer()
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and isinstance(focused, QAbstractButton)
            # A field that has taken the same Enter may have moved the keyboard to a button, which nobody has pressed.
            and focused is pressed_at
        ):
            # Qt does this in dialogs only; outside of them it leaves buttons to the space bar.
            focused.click()
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Show the menus after Alt alone: Alt and another key is a shortcut, and must move nothing in the window."""
        super().keyReleaseEvent(event)
        if event.key() == Qt.Key.Key_Alt and self._alt_alone and self._equipped:
            self._alt_alone = False
            self.menus.toggle()

    def event(self, event: QEvent) -> bool:
        """Remember where a key is pressed, before anything that has the keyboard takes it; note the first paint."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride:
            self._pressed_at = self.focusWidget()
            self._alt_alone = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Alt
        elif kind == QEvent.Type.WindowDeactivate:
            self._alt_alone = False  # Alt was for the system, which goes to another window by it
        elif kind == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(EQUIP_AFTER_MS, self.equip)
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Watch the keys of the window for Shift three times; a filter of the whole program would slow it down."""
        super().showEvent(event)
        QTimer.singleShot(0, self._watch_keys)

    @Slot()
    def show_icon(self) -> None:
        """Give the window the program's icon; drawing it can wait until the window is there."""
        self.setWindowIcon(self._icons.application_icon())

    @Slot()
    def _watch_keys(self) -> None:
        handle = self.windowHandle()
        if handle is not None:
            handle.installEventFilter(self._shift)
            if self._equipped:
                handle.installEventFilter(self._touch)
                handle.installEventFilter(self._private_copies)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cover over everything, and both sides in the room that there is."""
        super().resizeEvent(event)
        self.sides.fit(self.width(), self._theme)
        self._cover.setGeometry(self.rect())
