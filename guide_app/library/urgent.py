"""Know a question of somebody who is in danger now, who needs other words than those of the law.

To a search, "he is outside my door right now" is mostly the word "door", and a section about a raid has more of it.
Such a question leads to what can be done this minute, and one of somebody who thinks of suicide to people who listen.
A phrase here must hardly ever be said of the past or of the police: "help me" is, in "they did not help me".
"""

from __future__ import annotations

from collections.abc import Sequence

from guide_app.library.subjects import found, phrases_of

_ENGLISH_IN_DESPAIR = """
kill myself, killing myself, hurt myself, end my life, ending my life, take my life, suicidal, want to die, wanna die
rather be dead, suicide hotline, nobody to talk, someone to talk, somebody to talk, dont want to live
"""

_ENGLISH_IN_DANGER = """
outside my door, outside my house, outside my window, outside my apartment, outside my place, outside my room
is outside, hes outside, shes outside, theyre outside, at my door, at the door, at my window, is here now, hes here
is in my house, someone is in, somebody is in, someone in my, somebody in my, man in my, guy in my, hes in my
is in my home, is inside my, trying to break, is breaking in, is breaking into, to get in, kicking my door
banging on my, pounding on my, going to kill, gonna kill, coming to kill, coming to hurt, coming to get, coming for me
coming after me, trying to kill, wants to kill, has a gun, has a knife, got a gun, got a knife, pointing a gun
im hiding, am hiding, hiding in, is beating me, is hitting me, is hurting me, is choking me, attacking me, chasing me
following me, stalking me, for my life, right now, i am bleeding, im bleeding
"""

# the first that fits: "I am going to kill myself" is not about a killer
_SECTIONS = {
    "en": (
        ("same-day-safety/who-to-call", phrases_of(_ENGLISH_IN_DESPAIR)),
        ("same-day-safety/right-now", phrases_of(_ENGLISH_IN_DANGER)),
    )
}


def urgent_section(words: Sequence[str], language: str) -> str:
    """Return the section that must come up for the folded words of a question, or an empty string for most of them."""
    listed = _SECTIONS.get(language, ())
    return next((section for section, phrases in listed if any(found(words, phrases))), "")
