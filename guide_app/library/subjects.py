"""Words that tell what a question is about: the subject of this guide, or one of the many that it does not cover.

A guide knows only its own words. To it, "divorce" and "begged" are the same: words that it does not have. A reader at a
clinic's desk asks about both, so the words of other subjects are named here, by what people bring to a legal help desk
(housing, family, work, money, traffic, immigration, health, school, papers) and by what is typed into any search box.

A word or phrase here says nothing alone: `confidence` asks for more where a question has words of another subject, and
for less where it has words of this one. Left out on purpose are words that both have: "custody", "ticket", "landlord".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from guide_app.library.porter import stem

_LONGEST = 3

_ENGLISH_HERE = """
police, policeman, policemen, policewoman, cop, officer, deputy, sheriff, trooper, detective, patrol, law enforcement
precinct, swat, nypd, lapd, pd, po po, popo, 5 0, 911, dispatcher, dispatch, operator, call taker, emergency call
arrested, handcuffed, handcuffs, cuffed, cuffs, tased, taser, jailed, jailer, pepper sprayed, chokehold, brutality
restraining, protective order, protection order, order of protection, no contact order, tro, ppo
attacker, abuser, stalker, rapist, robber, burglar, intruder, murderer, killer
attacked, raped, stabbed, murdered, killed, shot, assaulted, robbed, beaten, strangled, choked, kidnapped, stalked
threatened, threatens, hurt me, hit me, hits me, beat me, beats me, broke in, breaking in, victim, lost wages
informant, snitch, domestic violence, not safe, feel safe, scared, he is outside, hes outside, outside my house
my door
misconduct, excessive force, civil rights, internal affairs, public duty, duty to protect, failure to protect
qualified immunity, sovereign immunity, governmental immunity, special relationship, created danger, body cam, bodycam
section 1983, 1983, notice of claim, monell, deshaney, warren, riss, castle rock, gonzales, winnebago
this guide, this app, this program
"""

_ENGLISH_ELSEWHERE = """
speeding ticket, speed camera, speed limit, caught speeding, traffic ticket, traffic school, traffic fine, fix it ticket
parking ticket, parking meter, parking spot, parking space, red light camera, points on my, tinted windows, tail light
dui, dwi, drunk driving, drivers license, driver license, driving license, license plate, registration, vin
title transfer, dmv, tow, toll, smog, car insurance, accident insurance, auto insurance, uber, lyft, whiplash
tenant, lease, rent, renter, evict, eviction, deposit, mold, my roommate, mortgage, foreclosure, realtor, hoa, zoning
property line, property tax, fence, easement, bedbugs, bed bugs, sublet, utilities, no heat, homeowner
divorce, alimony, visitation, child support, adoption, adopt, paternity test, prenup, prenuptial, marriage license
guardianship, child custody, custody of my, custody battle, full custody, joint custody, legal separation, annulment
parental rights, stepchild, surrogate
immigration, visa, green card, citizenship, naturalization, deport, deportation, asylum, passport, daca, work permit
uscis, undocumented, travel ban, to usa, to america, sponsor my
salary, wage, overtime, hiring, hired, recruit, recruitment, employer, employee, boss, manager, paycheck, unemployment
resume, interview, workers comp, workers compensation, coworker, fmla, maternity, pregnant, academy, civil service exam
career, pension, retirement, 401k, law school, bar exam, get a job, job opening, at work, harassment at work
termination, fired from, fired me, fired for, laid off, layoff, whistleblower, noncompete
become a police, become a cop, become an officer, become a dispatcher, become a lawyer, become a sheriff, cops make
police make, officers make, police carry, do cops carry
tax, taxes, irs, refund, w2, 1099, bankruptcy, debt, loan, credit, collector, garnishment, scam, scammed, fraud alert
identity theft, my identity, bank account, atm, inheritance, probate, estate planning, living trust, power of attorney
write a will, make a will, my will, a will, notary, name change, change my name, birth certificate, death certificate
marriage certificate, insurance company, insurance claim, insurance denied, stock market, bitcoin, crypto, invest
social security, disability benefits, disability rating, ssi, ssdi, medicaid, medicare, food stamps, snap, wic
welfare benefits, veterans, va benefits, stimulus
malpractice, surgeon, surgery, misdiagnosed, misdiagnosis, nursing home, dentist, tooth, pharmacy, prescription, vaccine
symptoms, cancer, diabetes, headache, fever, hernia, mesothelioma, asbestos, huge bill
school, bullying, bullied, teacher, homework, college, university, scholarship, tuition, expelled, essay, iep, grade
special education, exam, degree
expunge, expungement, criminal record, seal my record, seal a record, record sealed, pardon, parole, probation, bail
misdemeanor, felony, can a felon, felon own, felon vote, sex offender registry, background check
public defender, concealed, gun permit, gun license, own a gun, buy a gun, gun laws, gun rights, carry a gun, firearm
ammo, hunting, knife laws, shoplifting, weed, marijuana, cannabis, drinking age, fireworks, curfew
police clearance, police scanner, police radio, police auction, police costume, crime rate, free coffee
noise, loud music, barking, barks
trademark, copyright, patent, llc, contract, warranty, small business, start a business, defamation, slander, libel
slip and fall, slipped on, walmart, amazon, product liability, defective, recall, airline, cruise, timeshare
class action, contractor, car dealer, lemon, dog bite, bit my kid, dog license
jury duty, voting, register to vote, vote in the, election, president, congress, senator, military, draft, army
recipe, cook, bake, soup, bread, chicken, egg, pizza, pancake, restaurant, coffee, weather, forecast, temperature
football, baseball, basketball, soccer, lottery, movie, netflix, tv, song, lyrics, music, facebook, instagram, youtube
wifi, password, printer, laptop, iphone, android, internet provider, bus schedule, bus times, bus route, bus to
train ticket, train station, flight, airport, hotel, opening hours, library hours, library, bathroom, restroom
translate, horoscope, joke, birthday, christmas, vacation, bicycle, haircut, puppy, plumber, electrician, mechanic, tire
lose weight, gym, meaning of life, what time is, capital of, how tall
"""

_HERE = {"en": _ENGLISH_HERE}
_ELSEWHERE = {"en": _ENGLISH_ELSEWHERE}

Phrase = tuple[str, ...]


class Subjects:
    """The words of this guide's subject and of others, in one language.

    `in_headline` says whether folded words stand together in a title or heading: what a guide has a headline for, be it
    a clinic's own page about evictions, is not another subject there.
    """

    def __init__(self, language: str, in_headline: Callable[[str], bool]) -> None:
        self._here = _phrases(_HERE.get(language, ""))
        self._elsewhere = _phrases(_ELSEWHERE.get(language, ""))
        self._in_headline = lru_cache(maxsize=1024)(in_headline)

    def about_this(self, words: Sequence[str]) -> bool:
        """Say whether folded words have one of the guide's own subject."""
        return any(True for _ in _found(words, self._here))

    def elsewhere(self, words: Sequence[str]) -> frozenset[int]:
        """Return the places of the folded words that belong to another subject."""
        return frozenset(
            place
            for places in _found(words, self._elsewhere)
            if not self._in_headline(" ".join(words[places.start : places.stop]))
            for place in places
        )


def _phrases(listed: str) -> frozenset[Phrase]:
    entries = (entry.split() for entry in listed.replace("\n", ",").split(","))
    return frozenset(tuple(stem(word) for word in entry) for entry in entries if entry)


def _found(words: Sequence[str], phrases: frozenset[Phrase]) -> Iterator[range]:
    """Yield the places of the phrases that stand among folded words."""
    stems = [stem(word) for word in words]
    for at in range(len(stems)):
        for length in range(1, min(_LONGEST, len(stems) - at) + 1):
            if tuple(stems[at : at + length]) in phrases:
                yield range(at, at + length)
