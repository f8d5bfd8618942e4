"""What a visitor may do: only what the table says."""

import pytest

from guide_app.kiosk import policy
from guide_app.kiosk.policy import ACTIONS, Ability, Policy, policy_for
from guide_app.settings import Settings
from guide_app.ui.actions import ACTIONS as WINDOW_ACTIONS

KIOSK = policy_for(Settings(kiosk=True, printer="Desk"))


def test_every_action_of_the_window_has_a_rule_and_no_rule_is_left_over():
    ruled, in_the_window = {rule.action for rule in ACTIONS}, {row.key for row in WINDOW_ACTIONS}
    assert not in_the_window - ruled, "decide in kiosk/policy.py whether a visitor may use these"
    assert not ruled - in_the_window
    assert len({rule.action for rule in ACTIONS}) == len(ACTIONS)


@pytest.mark.parametrize("action", ["pdf", "private", "quit", "", "export_bookmarks", "anything new"])
def test_shut_in_kiosk_mode(action):
    assert not KIOSK.allows(action)
    assert policy_for(Settings()).allows(action)


@pytest.mark.parametrize("action", ["search", "bookmark", "leave", "home", "helpful_yes", "larger"])
def test_open_in_kiosk_mode(action):
    assert KIOSK.allows(action)


def test_printing_needs_the_clinic_s_printer():
    assert KIOSK.allows("print")
    assert not policy_for(Settings(kiosk=True)).allows("print")
    assert policy_for(Settings()).allows("print")


@pytest.mark.parametrize("ability", Ability)
def test_every_door_is_shut_in_kiosk_mode_and_open_at_home(ability):
    assert not KIOSK.may(ability)
    assert policy_for(Settings()).may(ability)


def test_a_door_can_only_be_opened_by_the_table(monkeypatch):
    monkeypatch.setattr(policy, "OPEN_IN_KIOSK", frozenset({Ability.MENU_BAR}))
    assert KIOSK.may(Ability.MENU_BAR)
    assert not KIOSK.may(Ability.FILE_DIALOG)


def test_the_setting_or_the_command_line_make_a_kiosk():
    assert policy_for(Settings(), kiosk=True) == Policy(True, Settings())
    assert policy_for(Settings(kiosk=True)).kiosk
    assert not policy_for(Settings()).kiosk


def test_every_rule_says_why():
    assert all(rule.why for rule in ACTIONS)
    assert all(hasattr(Settings(), rule.needs) for rule in ACTIONS if rule.needs)
