"""When a visitor seems to have gone."""

import pytest

from guide_app.kiosk.idle import IdleRule, Phase, Standing
from guide_app.settings import Settings

FIVE = Settings(idle_minutes=5, idle_warning_seconds=60)


@pytest.mark.parametrize(
    ("after", "standing", "next_change"),
    [
        (0, Standing(Phase.ACTIVE), 300),
        (299.5, Standing(Phase.ACTIVE), 0.5),
        (300, Standing(Phase.WARNING, 60), 1.0),
        (300.25, Standing(Phase.WARNING, 60), 0.75),
        (301, Standing(Phase.WARNING, 59), 1.0),
        (359.5, Standing(Phase.WARNING, 1), 0.5),
        (360, Standing(Phase.ENDED), 1.0),
        (10_000, Standing(Phase.ENDED), 1.0),
    ],
)
def test_the_phases_of_a_session(after, standing, next_change):
    rule = IdleRule(FIVE)
    rule.activity(1_000)
    assert rule.standing(1_000 + after) == standing
    assert rule.next_change(1_000 + after) == next_change


def test_nobody_is_warned_who_never_came():
    rule = IdleRule(FIVE)
    assert rule.standing(10_000) == Standing(Phase.UNTOUCHED)
    assert rule.next_change(10_000) is None
    assert not rule.active


def test_activity_extends_as_often_as_wanted():
    rule = IdleRule(FIVE)
    moment = 0.0
    for _ in range(50):
        rule.activity(moment)
        moment += 359
        assert rule.standing(moment) == Standing(Phase.WARNING, 1)
    rule.activity(moment)
    assert rule.standing(moment) == Standing(Phase.ACTIVE)
    assert rule.active


def test_after_a_reset_nobody_is_there():
    rule = IdleRule(FIVE)
    rule.activity(0)
    rule.reset()
    assert rule.standing(10_000).phase is Phase.UNTOUCHED
    assert not rule.active


def test_following_next_change_meets_every_phase_and_every_second():
    rule = IdleRule(Settings(idle_minutes=1, idle_warning_seconds=20))
    rule.activity(0.3)
    moment, seen = 0.3, []
    while True:
        standing = rule.standing(moment)
        seen.append(standing)
        if standing.phase is Phase.ENDED:
            break
        moment += rule.next_change(moment)
    assert seen[0] == Standing(Phase.ACTIVE)
    assert {one.seconds_left for one in seen[1:-1]} == set(range(1, 21))
    assert len(seen) < 50
