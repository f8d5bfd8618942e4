"""Party names and courts as the Bluebook abbreviates them.

Words of party names are those of table T6 as reporters-db carries it (the test suite compares the two), states those of
table T10, courts those of tables T1 and T7 as far as this guide cites them.

What is not covered, and why: words that only later editions of T6 added (Estate, Highway, Legal), since no public list
of them was at hand; the cities of table T10, which courts write out (City of Philadelphia); dropping words from a name
(rule 10.2.1) other than "State of", "Commonwealth of" and the place of a public body that names its county or city; and
family names that are also words of the table and stand before another word (Robert West is safe, West Smith is not).
"""

from __future__ import annotations

import re
from functools import cache

from guide_app.citations.model import Case

_CASE_NAME_WORDS = """
Acad. Academy | Adm'r Administrator | Adm'x Administratrix | Admin. Administration Administrative
Adver. Advertising | Agric. Agricultural Agriculture | All. Alliance | Alt. Alternative | Am. America American
Ass'n Association | Assoc. Associate | Atl. Atlantic | Auth. Authority | Auto. Automobile Automotive
Ave. Avenue | Bankr. Bankruptcy | Bd. Board | Bhd. Brotherhood | Bldg. Building
Broad. Broadcast Broadcasting | Bros. Brothers | Bus. Business | Cas. Casualty | Cent. Central
Chem. Chemical | Cmty. Community | Cnty. County | Co. Company | Coal. Coalition | Coll. College
Comm'n Commission | Comm'r Commissioner | Comm. Committee | Commc'n Communication | Comp. Compensation
Comput. Computer | Condo. Condominium | Cong. Congress Congressional | Consol. Consolidated
Constr. Construction | Cont'l Continental | Coop. Cooperative | Corp. Corporation
Corr. Correctional Corrections | Ctr. Center Centre | Def. Defense | Dep't Department | Det. Detention
Dev. Development | Dig. Digital | Dir. Director | Disc. Discount | Dist. District
Distrib. Distributing Distributor | Div. Division | E. East Eastern
Econ. Economic Economical Economics Economy | Educ. Education Educational
Elec. Electric Electrical Electricity Electronic | Emp'r Employer | Emp't Employment | Emp. Employee
Eng'g Engineering | Eng'r Engineer | Enter. Enterprise | Entm't Entertainment | Env't Environment
Envtl. Environmental | Equal. Equality | Equip. Equipment | Ex'r Executor | Ex'x Executrix | Exam'r Examiner
Exch. Exchange | Exec. Executive | Exp. Exportation Exporter | Expl. Exploration Exploratory
Fed'n Federation | Fed. Federal | Fid. Fidelity | Fin. Finance Financial Financing | Found. Foundation
Gen. General | Gend. Gender | Glob. Global | Gov't Government | Grp. Group | Guar. Guaranty | Hosp. Hospital
Hous. Housing | Imp. Importation Importer | Inc. Incorporated | Indem. Indemnity | Indep. Independent
Indus. Industrial Industries Industry | Info. Information | Ins. Insurance | Inst. Institute Institution
Int'l International | Inv'r Investor | Inv. Investment | Lab. Laboratory | Liab. Liability | Litig. Litigation
Ltd. Limited | Mach. Machine Machinery | Maint. Maintenance | Mar. Maritime | Mech. Mechanic Mechanical
Med. Medical Medicine | Mem'l Memorial | Merch. Merchandise Merchandising Merchant | Metro. Metropolitan
Mfg. Manufacturing | Mfr. Manufacturer | Mgmt. Management | Mkt. Market | Mktg. Marketing | Mortg. Mortgage
Mun. Municipal | Mut. Mutual | N. North Northern | Nat'l National | Nat. Natural | Ne. Northeast Northeastern
No. Number | Nw. Northwest Northwestern | Op. Opinion | Org. Organization Organizing | P'ship Partnership
Pac. Pacific | Par. Parish | Pers. Personal Personnel | Pharm. Pharmaceutical Pharmaceuticals Pharmaceutics
Pres. Preservation Preserve | Prob. Probation | Prod. Product Production | Prof'l Professional
Prop. Property | Prot. Protection | Pub. Public | Publ'g Publishing | Publ'n Publication | R.R. Railroad
Rd. Road | Ref. Refining | Reg'l Regional | Rehab. Rehabilitation | Reprod. Reproduction Reproductive
Res. Resource Resources | Rest. Restaurant | Ret. Retirement | Ry. Railway | S'holder Shareholder
S. South Southern | S.S. Steamship Steamships | Sav. Savings | Sch. School Schools | Sci. Science
Se. Southeast Southeastern | Sec'y Secretary | Sec. Securities Security | Serv. Service | Soc'y Society
Soc. Social | Sol. Solution | St. Street | Subcomm. Subcommittee | Sur. Surety | Sw. Southwest Southwestern
Sys. System Systems | Tech. Technology | Tel. Telegraph Telephone | Telecomm. Telecommunication
Temp. Temporary | Tpk. Turnpike | Tr. Trustee | Transcon. Transcontinental | Transp. Transport Transportation
Twp. Township | Unif. Uniform | Univ. University | Util. Utility | Vill. Village | W. West Western
"""
"""Table T6: an abbreviation and the words it stands for."""

STATES = {
    "Alabama": "Ala.", "Alaska": "Alaska", "Arizona": "Ariz.", "Arkansas": "Ark.", "California": "Cal.",
    "Colorado": "Colo.", "Connecticut": "Conn.", "Delaware": "Del.", "District of Columbia": "D.C.",
    "Florida": "Fla.", "Georgia": "Ga.", "Hawaii": "Haw.", "Idaho": "Idaho", "Illinois": "Ill.", "Indiana": "Ind.",
    "Iowa": "Iowa", "Kansas": "Kan.", "Kentucky": "Ky.", "Louisiana": "La.", "Maine": "Me.", "Maryland": "Md.",
    "Massachusetts": "Mass.", "Michigan": "Mich.", "Minnesota": "Minn.", "Mississippi": "Miss.", "Missouri": "Mo.",
    "Montana": "Mont.", "Nebraska": "Neb.", "Nevada": "Nev.", "New Hampshire": "N.H.", "New Jersey": "N.J.",
    "New Mexico": "N.M.", "New York": "N.Y.", "North Carolina": "N.C.", "North Dakota": "N.D.", "Ohio": "Ohio",
    "Oklahoma": "Okla.", "Oregon": "Or.", "Pennsylvania": "Pa.", "Rhode Island": "R.I.", "South Carolina": "S.C.",
    "South Dakota": "S.D.", "Tennessee": "Tenn.", "Texas": "Tex.", "Utah": "Utah", "Vermont": "Vt.",
    "Virginia": "Va.", "Washington": "Wash.", "West Virginia": "W. Va.", "Wisconsin": "Wis.", "Wyoming": "Wyo.",
}  # fmt: skip
"""Table T10.1: how a state is abbreviated in a name or in a court's parenthetical."""

_LOWER_COURTS = {
    "arizctapp": "Ariz. Ct. App.",
    "calctapp": "Cal. Ct. App.",
    "massappct": "Mass. App. Ct.",
    "mdctspecapp": "Md. Ct. Spec. App.",
    "michctapp": "Mich. Ct. App.",
    "njsuperctappdiv": "N.J. Super. Ct. App. Div.",
    "ohioctapp": "Ohio Ct. App.",
    "pacommwct": "Pa. Commw. Ct.",
    "pasuperct": "Pa. Super. Ct.",
    "scctapp": "S.C. Ct. App.",
    "washctapp": "Wash. Ct. App.",
}
"""Courts below a state's highest one whose parenthetical in a full citation leaves the state to the reporter's name."""

_COURTS_OF_APPEALS_ON_TOP = frozenset(
    ("New York Court of Appeals", "Court of Appeals of Maryland", "District of Columbia Court of Appeals")
)
"""Highest courts whose name sounds like that of a lower one (table T1)."""

MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
"""Table T12."""

_DIRECTIONS = frozenset(
    [
        "East",
        "Eastern",
        "North",
        "Northeast",
        "Northeastern",
        "Northern",
        "Northwest",
        "Northwestern",
        "South",
        "Southeast",
        "Southeastern",
        "Southern",
        "Southwest",
        "Southwestern",
        "West",
        "Western",
        "Central",
        "Pacific",
        "Atlantic",
    ]
)
_PLACE_KINDS = frozenset(("City", "County", "Parish", "Township", "Beach", "Island", "Heights"))
_OWN_PLACE = re.compile(r"^(?:Municipal )?(?:City|County|Town|Township|Village|Borough|City and County|Parish) of ")
_PLACE_OF_A_BODY = re.compile(
    r"(?<=\w) of (?:the )?(?:(?:City|County|Parish|Town|Township|Village|Borough|Port) of [A-Z].*"
    r"|(?:[A-Z][\w'-]* )+(?:County|Parish|Township))$"
)
"""A phrase that only says where a body is: Board of Commissioners of Vanderburgh County."""
_INITIALS_APART = re.compile(r"\b([A-Z]\.) (?=[A-Z]\.)")
_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")
_STATE = re.compile(r"\b(?:" + "|".join(sorted(STATES, key=len, reverse=True)) + r")\b")
_PARTIES = re.compile(r"( v\. | ex rel\. )")


@cache
def case_name_words() -> dict[str, str]:
    """Return the words of table T6 with their abbreviations."""
    words: dict[str, str] = {}
    for item in re.split(r"[|\n]", _CASE_NAME_WORDS.strip()):
        abbreviation, *meant = item.split()
        words.update(dict.fromkeys(meant, abbreviation))
    return words


def abbreviate_caption(caption: str, court_name: str = "") -> str:
    """Abbreviate the name of a case for a citation (rule 10.2.2).

    `court_name` tells whether "State of ..." is the state whose court decided: then it is "State" (rule 10.2.1(f)).
    """
    pieces = _PARTIES.split(caption)
    return "".join(piece if index % 2 else _abbreviate_party(piece, court_name) for index, piece in enumerate(pieces))


def close_initials(name: str) -> str:
    """Put initials that stand side by side together: Linda R.S. (rule 6.1(a))."""
    return _INITIALS_APART.sub(r"\1", name)


def _abbreviate_party(party: str, court_name: str) -> str:
    party = close_initials(party)
    for form in ("State of ", "Commonwealth of "):
        state = party.removeprefix(form)
        if state != party and state in STATES:
            return form.removesuffix(" of ") if state in court_name and "United States" not in court_name else state
    if party in STATES or party == "United States" or " " not in party:
        return party  # a place or a single word that is the whole party stays (rule 10.2.2)
    own_place = _OWN_PLACE.match(party) is not None
    if not own_place:
        party = _without_place(party)
        party = _STATE.sub(lambda found: _state_in_name(party, found), party)
        party = re.sub(r"\bUnited States\b", "U.S.", party)
    return _WORD.sub(lambda found: _word_in_name(party, found, own_place), party).replace(" and ", " & ")


def _without_place(party: str) -> str:
    """Drop the place of a public body, unless that would leave one word (rule 10.2.1(f))."""
    shorter = _PLACE_OF_A_BODY.sub("", party)
    return shorter if " " in shorter else party


def _state_in_name(party: str, found: re.Match[str]) -> str:
    following = party[found.end() :].split(" ")
    if len(following) > 1 and following[1].rstrip(",") in _PLACE_KINDS:
        return found[0]  # Washington County and Kansas City are no states
    return STATES[found[0]]


def _word_in_name(party: str, found: re.Match[str], own_place: bool) -> str:
    word = found[0]
    if party[found.end() : found.end() + 1] == ".":
        return word  # an abbreviation or an initial already
    words = case_name_words()
    if word in _DIRECTIONS and (own_place or found.end() == len(party)):
        return word  # City of South Bend; a family name at the end
    if word in words:
        return words[word]
    for ending, singular in (("ies", word[:-3] + "y"), ("s", word[:-1])):
        if word.endswith(ending) and singular in words:
            return _plural(words[singular])
    return word


def _plural(abbreviation: str) -> str:
    """Add the s of a plural: Servs., Comm'rs (rule 6.1(b))."""
    return abbreviation[:-1] + "s." if abbreviation.endswith(".") else abbreviation + "s"


def court_in_full(case: Case) -> str:
    """Return the court with its state, for a place where no reporter tells it: "U.S.", "Cal. Ct. App.", "9th Cir."."""
    if case.court == "scotus":
        return "U.S."
    if case.court in _LOWER_COURTS:
        return _LOWER_COURTS[case.court]
    written = case.regional_parenthetical or case.court_parenthetical or case.court_bluebook
    if written:
        return written
    return next((short for state, short in STATES.items() if _is_highest_court_of(state, case.court_name)), "")


def _is_highest_court_of(state: str, court_name: str) -> bool:
    if court_name in _COURTS_OF_APPEALS_ON_TOP:
        return state in court_name
    forms = (
        "Supreme Court of {}",
        "{} Supreme Court",
        "Supreme Judicial Court of {}",
        "Supreme Court of Appeals of {}",
    )
    return any(form.format(state) == court_name for form in forms)


def bluebook_date(written: str) -> str:
    """Print an ISO date, or the part of it that is known, as the Bluebook does; an empty string for anything else."""
    found = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", written.strip())
    if not found:
        return ""
    year, month, day = found.groups()
    if month is None or not 1 <= int(month) <= 12:
        return year
    name = MONTHS[int(month) - 1]
    return f"{name} {int(day)}, {year}" if day else f"{name} {year}"
