"""What a visitor of a kiosk may do: a table, and what is not in it may not.

`ACTIONS` has a rule for every action of the window, by its key. `Ability` names what the window asks about besides:
each is a door to a file, another program or another visitor, and all are shut in kiosk mode. What a kiosk is not built
with (records, a place and a cache on the disk) and what its gate takes from every window (a drag, a drop) is none.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from guide_app.settings import Settings


class Ability(Enum):
    """Something the program can do that leads out of the window or outlives a visit."""

    FILE_DIALOG = "open or save a file in a dialog of the system"
    SYSTEM_PRINT_DIALOG = "print through the dialog of the system, which can write files"
    CONTEXT_MENU = "a context menu that is not built from the table"
    MENU_BAR = "a menu bar or title bar"
    KEEP_CHOICES = "a reader's settings on disk"
    CLOSE_WINDOW = "close the window"


class ActionRule(NamedTuple):
    """Whether a visitor may use an action. `needs` is a setting without which it is shut; `why` is for whoever asks."""

    action: str
    allowed: bool
    why: str
    needs: str = ""


_READS = "it only shows the guide"
_RESETS = "it lives in memory and is forgotten at the reset"

ACTIONS: tuple[ActionRule, ...] = (
    *(ActionRule(action, True, _READS) for action in ("article", "home", "previous_section", "next_section")),
    *(
        ActionRule(action, True, _READS)
        for action in ("panel_topics", "panel_cases", "links", "emergency", "keys", "about")
    ),
    *(ActionRule(action, True, _RESETS) for action in ("search", "back", "forward", "sidebar", "panel_bookmarks")),
    ActionRule("panel_help", True, _RESETS),
    *(ActionRule(action, True, _RESETS) for action in ("larger", "smaller", "normal_size", "display", "bookmark")),
    *(ActionRule(action, True, _RESETS) for action in ("copy_citation", "copy_with_source", "forms")),
    *(ActionRule(action, True, _RESETS) for action in ("copy_authority", "table", "table_bookmarks", "cite_list")),
    *(ActionRule(action, True, _RESETS) for action in ("my_state", "my_deadline", "compare_states")),
    ActionRule("helpful_yes", True, "the answer goes into the anonymous totals and is forgotten"),
    ActionRule("helpful_no", True, "the answer goes into the anonymous totals and is forgotten"),
    ActionRule("print", True, "through the guide's own dialog, to the clinic's printer", needs="printer"),
    ActionRule("leave", True, "it is the reset"),
    ActionRule("pdf", False, "it opens the file system"),
    ActionRule("private", False, "a kiosk keeps nothing anyway"),
    ActionRule("traces", False, "it is about a reader's own computer"),
    ActionRule("quit", False, "staff leave with the PIN"),
)

OPEN_IN_KIOSK: frozenset[Ability] = frozenset()
"""The abilities that a kiosk keeps: none."""

_RULES = {rule.action: rule for rule in ACTIONS}


class Policy(NamedTuple):
    """What the reader at hand may do: everything in personal use, what the table allows in kiosk mode."""

    kiosk: bool
    settings: Settings

    def allows(self, action: str) -> bool:
        """Tell whether an action is open. In kiosk mode one without a rule is shut."""
        if not self.kiosk:
            return True
        rule = _RULES.get(action)
        return rule is not None and rule.allowed and (not rule.needs or bool(getattr(self.settings, rule.needs)))

    def may(self, ability: Ability) -> bool:
        """Tell whether the program may do something that leads out of the window or outlives a visit."""
        return not self.kiosk or ability in OPEN_IN_KIOSK


def policy_for(settings: Settings, *, kiosk: bool = False) -> Policy:
    """Return the policy for the settings; `kiosk` is `--kiosk` of the command line."""
    return Policy(settings.kiosk or kiosk, settings)
