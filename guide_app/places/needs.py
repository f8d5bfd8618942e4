"""What a person may be looking for, in everyday words, and which services answer it."""

from __future__ import annotations

from dataclasses import dataclass

from guide_app.places.type_ahead import NO_MATCH, closeness, good_enough, words

KINDS = {
    "hotline": "Hotline",
    "legal_aid": "Free or low-cost legal help",
    "lawyer_referral": "Lawyer referral",
    "civil_rights": "Civil-rights organization",
    "victim_compensation": "Money for victims of crime",
    "complaint": "Complaint office",
    "clinic": "Clinic",
    "shelter": "Shelter",
    "other": "Other help",
}
"""The kinds of service: the data's word, and the words shown to a reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One thing to look for.

    `issues` are the data's words for it, the exact ones; `related` those that help where there is nothing exact.
    `kinds` are the kinds of service that are meant, all if it is empty. `said` are the ways in which people say it.
    """

    id: str
    label: str
    issues: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    said: tuple[str, ...] = ()


NEEDS = (
    Need(
        id="emergency",
        label="I am in danger now",
        issues=("emergency",),
        kinds=("hotline",),
        related=("crisis", "domestic_violence"),
        said=("911", "emergency", "danger", "in danger", "police now", "someone is hurting me", "intruder", "help now"),
    ),
    Need(
        id="police_misconduct",
        label="Hurt or mistreated by police",
        issues=("police_misconduct",),
        related=("civil_rights",),
        said=(
            "police misconduct",
            "beaten by police",
            "beat up by cops",
            "police brutality",
            "police violence",
            "excessive force",
            "police shooting",
            "shot by police",
            "false arrest",
            "wrongful arrest",
            "police did not come",
            "police never came",
            "cops did not show up",
            "cops never came",
            "police showed up late",
            "nobody came",
            "police ignored me",
            "dispatcher",
            "officer",
            "sheriff",
            "deputy",
            "sue the police",
            "sue cops",
            "police killed",
            "wrongful death",
        ),
    ),
    Need(
        id="lawyer",
        label="A lawyer",
        issues=("police_misconduct", "civil_rights", "personal_injury", "civil", "sue_attacker"),
        kinds=("lawyer_referral", "legal_aid", "civil_rights"),
        said=(
            "lawyer",
            "attorney",
            "find a lawyer",
            "legal help",
            "civil rights lawyer",
            "injury lawyer",
            "sue",
            "counsel",
        ),
    ),
    Need(
        id="free_lawyer",
        label="A free lawyer or free legal help",
        issues=("police_misconduct", "civil_rights", "personal_injury", "civil"),
        kinds=("legal_aid",),
        said=(
            "free lawyer",
            "free attorney",
            "legal aid",
            "pro bono",
            "free legal help",
            "cannot afford a lawyer",
            "no money for a lawyer",
            "low income",
            "legal clinic",
        ),
    ),
    Need(
        id="domestic_violence",
        label="Abuse by a partner or in the family",
        issues=("domestic_violence",),
        related=("sexual_assault",),
        said=(
            "domestic violence",
            "domestic abuse",
            "partner abuse",
            "husband beats me",
            "boyfriend hits me",
            "wife hits me",
            "ex threatens me",
            "restraining order",
            "protective order",
            "order of protection",
            "family violence",
            "shelter",
            "abuse",
            "abused",
            "dv",
        ),
    ),
    Need(
        id="sexual_assault",
        label="Rape or sexual assault",
        issues=("sexual_assault",),
        related=("domestic_violence",),
        said=("rape", "raped", "sexual assault", "sexual abuse", "molested", "groped", "sexually assaulted"),
    ),
    Need(
        id="stalking",
        label="Stalking or threats",
        issues=("stalking",),
        related=("domestic_violence",),
        said=("stalking", "stalker", "stalked", "following me", "threats", "harassment", "threatened"),
    ),
    Need(
        id="victim_compensation",
        label="Money for victims of crime",
        issues=("victim_compensation",),
        related=("criminal",),
        said=(
            "victim compensation",
            "crime victim",
            "victim fund",
            "money for victims",
            "medical bills",
            "hospital bills",
            "funeral costs",
            "lost wages",
            "compensation",
        ),
    ),
    Need(
        id="criminal",
        label="A crime was done to me",
        issues=("criminal",),
        related=("victim_compensation",),
        said=("crime", "assaulted", "attacked", "mugged", "robbed", "stabbed", "press charges", "victim", "criminal"),
    ),
    Need(
        id="complaint",
        label="Report or complain about an officer",
        kinds=("complaint",),
        said=(
            "complaint",
            "complain about police",
            "report an officer",
            "report a cop",
            "internal affairs",
            "fbi",
            "doj",
        ),
    ),
    Need(
        id="civil_rights",
        label="My rights were broken",
        issues=("civil_rights",),
        related=("police_misconduct",),
        said=(
            "civil rights",
            "constitutional rights",
            "discrimination",
            "racism",
            "racial profiling",
            "aclu",
            "section 1983",
        ),
    ),
    Need(
        id="personal_injury",
        label="I was injured",
        issues=("personal_injury",),
        related=("civil",),
        said=("injury", "injured", "personal injury", "accident", "car crash", "hurt", "negligence"),
    ),
    Need(
        id="sue_attacker",
        label="Sue the person who hurt me",
        issues=("sue_attacker",),
        related=("personal_injury",),
        said=("sue my attacker", "sue the attacker", "sue my abuser", "sue the person", "attacker"),
    ),
    Need(
        id="child_abuse",
        label="A child is being hurt",
        issues=("child_abuse",),
        related=("domestic_violence",),
        said=("child abuse", "child neglect", "abused child", "hurting a child", "cps", "kid"),
    ),
    Need(
        id="missing_child",
        label="A child is missing",
        issues=("missing_child",),
        related=("child_abuse",),
        said=("missing child", "kidnapped", "runaway", "abducted", "amber alert"),
    ),
    Need(
        id="crisis",
        label="Thoughts of suicide, or a crisis",
        issues=("crisis", "mental_health"),
        kinds=("hotline",),
        related=("emergency",),
        said=(
            "suicide",
            "suicidal",
            "crisis",
            "mental health",
            "depressed",
            "988",
            "someone to talk to",
            "kill myself",
        ),
    ),
    Need(
        id="hate_crime",
        label="A hate crime",
        issues=("hate_crime",),
        related=("civil_rights", "police_misconduct"),
        said=("hate crime", "attacked because of race", "antisemitic", "homophobic"),
    ),
    Need(
        id="veterans",
        label="Help for veterans",
        issues=("veterans",),
        related=("civil",),
        said=("veteran", "veterans", "military", "service member", "va"),
    ),
    Need(
        id="housing",
        label="Housing",
        issues=("housing",),
        related=("civil",),
        said=("housing", "eviction", "landlord", "rent", "homeless"),
    ),
    Need(
        id="civil",
        label="Another legal problem that is no crime",
        issues=("civil",),
        said=("civil", "legal problem", "family law", "divorce", "custody", "debt", "benefits", "immigration"),
    ),
)
"""Everything that can be looked for, in the order in which a list shows it."""

ISSUES = frozenset(issue for need in NEEDS for issue in need.issues)
"""The data's words for issues."""

FOR_SOME_PEOPLE = frozenset({"veterans"})
"""A service whose main issue is one of these is for these people alone: others are not sent there."""

_PHRASES = {need.id: tuple(words(phrase) for phrase in (need.label, *need.said)) for need in NEEDS}


def need_of(identity: str) -> Need | None:
    """Return the need of an id, or None."""
    return next((need for need in NEEDS if need.id == identity), None)


def suggest_issues(typed: str, limit: int = 8) -> tuple[Need, ...]:
    """Suggest needs for what has been typed so far, best first. Nothing typed: all of them."""
    parts = words(typed)
    if not parts:
        return NEEDS
    found = [(closeness(parts, _PHRASES[need.id]), place, need) for place, need in enumerate(NEEDS)]
    limit_of = min(good_enough([how for how, _, _ in found]), NO_MATCH)
    return tuple(need for how, _, need in sorted(found, key=lambda line: line[:2]) if how < limit_of)[:limit]
