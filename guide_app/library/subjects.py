"""Words that tell what a question is about: the subject of this guide, or one of the many that it does not cover.

A guide knows only its own words. To it, "divorce" and "begged" are the same: words that it does not have. A reader at a
clinic's desk asks about both, so the words of other subjects are named here, by what people bring to a legal help desk
(housing, family, work, money, traffic, immigration, health, school, papers) and by what is typed into any search box.

A word or phrase here says nothing alone: `confidence` asks for more where a question has words of another subject, and
for less where it has words of this one. Where it has both ("my stepfather beats me and the police did not come"), the
police decide, but for their pay and the like. Left out on purpose are words that both have: "ticket", "landlord".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import lru_cache

from guide_app.library.porter import stem

_LONGEST = 3

_ENGLISH_OWN = """
police, policeman, policemen, policewoman, cop, officer, deputy, sheriff, trooper, detective, patrol, law enforcement
sergeant, lieutenant, police chief, constable, squad car, cop car, precinct, swat, nypd, lapd, pd, po po, popo, 5 0
911, dispatcher, dispatch, operator, call taker, emergency call, 911 center, call center, handcuffed, handcuffs
cuffed, cuffs, tased, taser, jailer, pepper sprayed, chokehold, brutality, restraining, protective order
protection order, order of protection, no contact order, tro, ppo, breaking the order, misconduct, excessive force
civil rights, internal affairs, duty to protect, failure to protect, public duty, qualified immunity
sovereign immunity, governmental immunity, special relationship, created danger, body cam, bodycam, section 1983, 1983
notice of claim, monell, deshaney, warren, riss, castle rock, gonzales, winnebago, false arrest, wrongful death
failure to train, this guide, this app, this program, protect us, protect me, protect you, protect people
protect citizens, job to protect, protect and serve, serve and protect, this computer, this site, this website
policia, policias, pigs, patrolman, cruiser, body camera, failed to protect, wellness check, wrongly arrested
falsely arrested, wrongfully arrested, unlawfully arrested, arrested for nothing, arrested for no, arrested me
arrested my, arrested us
"""

_ENGLISH_NEAR = """
arrested, jail, jailed, prison, in a cell, warrant, locked up, hauled off, taken in, in custody, custody death
detained, prosecutor, prosecute, prosecution, press charges, da, crime, criminal case, criminally, acquitted
not guilty, ambulance, paramedic, emergency services, attacker, assault, attack, rape, murder, stab, shooting, gunman
mugged, mugger, beating, abused, abuser, stalker, rapist, robber, burglar, intruder, murderer, killer, raped, stabbed
killed, shot, robbed, beaten, strangled, choked, kidnapped, stalked, threatened, threatens, hurt me, hit me, hits me
beat me, beats me, broke in, breaking in, victim, lost wages, informant, snitch, domestic violence, not safe
feel safe, scared, he is outside, hes outside, outside my house, my door, immunity, immune, supreme court, due process
equal protection, constitutional, amendment, deliberate indifference, clearly established, objectively reasonable
probable cause, tort claim, negligence, punitive damages, policy or custom, failure to act, racist, racism, racial
profiling, discrimination, fbi, dea, atf, us marshal, border patrol, federal agent, ice agent, feds, jumped me
got jumped, carjacked, home invasion, slapped me, shoved me, punched me, punched, pushed me, choked me, harassed
harassing, stalking, trauma, nightmare, ptsd, filmed, filming, bogus charges, false charges, fake charges, framed me
planted evidence, nobody came, no one came, never came, never showed, didnt come, no one showed, nobody showed
didnt show, wouldnt come, wont come, dont come, come quick, came late, deadline, statute of limitations, time limit
broke the order, violated the order, court order, footage, evidence, dashcam, recording, died waiting, let him die
let her die, it happened, this happened, happened to me, black people, white people, white folks, white neighborhood
people of color, my race, skin color, hispanic, latino, mexicans, mexicano, gay, lesbian, trans, transgender
violencia, abusive, beats her, hit her, threatening, following me, attacked me, came after me, inmate, he died
she died, lockup, hung himself, hung herself, never charged, wasnt charged
"""

_ENGLISH_POLICE_WORK = """
salary, police hiring, sheriff hiring, cops hiring, now hiring, recruit, recruitment, police academy, sheriff academy
civil service exam, police exam, police career, become a police, become a cop, become an officer, become a dispatcher
become a sheriff, become a trooper, become a detective, join the police, join the sheriff, reserve officer
physical test, fitness test, officer job, dispatcher job, job opening, police carry, do cops carry, police clearance
police scanner, police radio, police auction, police costume, crime rate, free coffee, police movie, police show
how tall, do cops make, do police make, do officers make, cops make a, police make a, cops make in, police make in
cops get paid, police get paid, police dogs eat, police dog breed, cop costume, police uniform, police badge
toy police, lego police, police song, cop show, cop movie, police quote, police joke, cop jokes, police meme
written police test, oral board, polygraph, ride along, job requirement, police job opening, cop job, be a detective
be a cop, be a police, be a sheriff, be an officer, be a dispatcher, sheriff sale, sheriff auction, fingerprinting
ten codes, 10 codes, police code, police rank, police retirement, police pension, police school, police college
police training school, police written exam, dogs eat, police gear, police boots, police band
"""

_ENGLISH_ELSEWHERE = """
speeding ticket, speed camera, speed limit, caught speeding, traffic ticket, traffic school, traffic fine
fix it ticket, traffic citation, driving citation, reckless driving, camera ticket, breathalyzer, interlock, seat belt
impound, running a red, stop sign, parking ticket, parking meter, parking spot, parking space, red light camera
points on my, tinted windows, tail light, dui, dwi, drunk driving, drivers license, driver license, driving license
license plate, registration, vin, title transfer, dmv, tow, toll, smog, car insurance, accident insurance
auto insurance, uber, lyft, whiplash, tenant, lease, rent, renter, evict, eviction, move out, blocked my driveway
upstairs neighbor, roaches, rats, subtenant, deposit, mold, my roommate, mortgage, foreclosure, realtor, hoa, zoning
property line, property tax, fence, easement, bedbugs, bed bugs, sublet, utilities, no heat, homeowner, divorce
alimony, visitation, child support, adoption, adopt, paternity test, prenup, prenuptial, marriage license
guardianship, child custody, custody of my, custody battle, full custody, joint custody, legal separation, annulment
parental rights, stepchild, stepfather, surrogate, wedding, divorce papers, foster care, immigration, visa, green card
citizenship, naturalization, deport, deportation, asylum, passport, daca, work permit, uscis, residency, h1b
travel ban, to usa, to america, sponsor my, wage, overtime, hiring near, get hired, employer, employee, boss, manager
paycheck, unemployment, resume, interview, workers comp, workers compensation, coworker, calling in sick, sick day
sick leave, recruits, internship, fmla, maternity, pregnant, career, pension, retirement, 401k, law school, bar exam
get a job, at work, harassment at work, termination, fired from, fired me, fired for, laid off, layoff, whistleblower
noncompete, become a lawyer, tax, taxes, irs, refund, w2, 1099, bankruptcy, debt, loan, credit, collector, garnishment
scam, scammed, fraud alert, identity theft, my identity, bank account, atm, inheritance, probate, estate planning
living trust, beneficiary, executor, pour over, will and testament, power of attorney, write a will, make a will
my will, a will, notary, name change, change my name, birth certificate, death certificate, marriage certificate
insurance company, insurance claim, insurance denied, stock market, bitcoin, crypto, invest, social security
disability benefits, disability rating, ssi, ssdi, medicaid, medicare, food stamps, snap, wic, welfare benefits
veterans, va benefits, stimulus, malpractice, botched, nose job, wrong blood, blood test, surgeon, surgery
misdiagnosed, misdiagnosis, nursing home, dentist, tooth, pharmacy, prescription, vaccine, symptoms, cancer, diabetes
headache, fever, hernia, mesothelioma, asbestos, huge bill, school, bullying, bullied, teasing, teacher, homework
college, university, scholarship, tuition, expelled, essay, iep, grade, special education, exam, degree, expunge
expungement, off my record, on my record, arrest record, clean record, criminal record, hung jury, arraignment
sentencing, cease and desist, seal my record, seal a record, record sealed, pardon, parole, probation, bail
misdemeanor, felony, can a felon, felon own, felon vote, sex offender registry, background check, public defender
concealed, gun permit, gun license, own a gun, buy a gun, gun laws, gun rights, pistol, rifle, shotgun, carry a gun
firearm, ammo, hunting, knife laws, shoplifting, weed, marijuana, cannabis, drinking age, fireworks, curfew, noise
loud music, barking, barks, trademark, copyright, patent, llc, contract, warranty, small business, start a business
defamation, slander, libel, slip and fall, slipped on, walmart, amazon, product liability, defective, recall, airline
cruise, timeshare, class action, contractor, car dealer, lemon, dog bite, bit my kid, dog license, jury duty, voting
register to vote, vote in the, election, president, congress, senator, military, draft, army, turtle, aquarium, recipe
dinner, lasagna, cook, bake, soup, bread, chicken, egg, pizza, pancake, restaurant, coffee, weather, forecast
temperature, football, baseball, basketball, soccer, lottery, movie, netflix, tv, song, lyrics, music, facebook
instagram, youtube, wifi, password, printer, laptop, iphone, android, internet provider, bus schedule, bus times
bus route, bus to, train ticket, train station, flight, airport, hotel, opening hours, library hours, library
bathroom, restroom, translate, horoscope, joke, birthday, christmas, vacation, bicycle, haircut, puppy, plumber
electrician, mechanic, tire, lose weight, gym, meaning of life, what time is, capital of, my landlord, landlord wont
landlord changed, landlord raised, landlord entered, landlord kept, landlord says, changed the locks, change the locks
locked me out, lockout, squatter, section 8, housing voucher, rent control, water damage, leaky, leak, leaking, faucet
sink, toilet, roof, furnace, air conditioner, airbnb, condo, escrow, closing cost, refinance, appraisal, septic
building permit, booted, repo, repossess, repossession, license suspended, suspended license, license back
license revoked, road test, driving test, permit test, oil change, engine, used car, car dealership, totaled, adjuster
deductible, my insurance, his insurance, insurance pay, insurance wont, uninsured, car accident, accident lawyer
phone while driving, texting while driving, quit my job, unpaid, minimum wage, lunch break, hr department
wrongfully terminated, terminated, wrongful termination, severance, pto, vacation pay, work from home, job interview
cover letter, linkedin, drug test, job reference, savings, checking account, interest rate, venmo, cashapp, cash app
paypal, zelle, chargeback, coupon, gift card, payday loan, title loan, garnish, owes me, owe, borrowed, pay me back
cheating on, cheated on, parenting plan, grandparents rights, dna test, baby daddy, baby mama, abortion, birth control
marry, marriage, get married, engagement ring, in laws, emancipated, emancipation, plea, plea deal, plea bargain
bond out, bail out, on bond, bond hearing, bondsman, jail time, years for, years in prison, prison time, sentence
sentenced, first offense, second offense, my charges, beat my case, beat the case, beat a case, beat the charge
fight the charge, fight my case, fight the case, fight a charge, fight my charge, my court date, missed court
missed my court, miss court, failure to appear, bench warrant, turn myself in, have a warrant, warrant out
warrant check, possession of, drug possession, drug charge, gun charge, assault charge, battery charge, theft charge
charged with possession, charged with theft, house arrest, ankle monitor, ankle bracelet, work release, halfway house
commissary, an inmate, inmate search, inmate lookup, visit an inmate, send money, diversion program, community service
anger management, traffic court, stand your ground, castle doctrine, public intoxication, open container
indecent exposure, fake id, vaping, vape, underage drinking, knife, knives, switchblade, sponsor, ead, tps, migra
inmigracion, papeles, residencia, ciudadania, deportar, deportacion, asilo, doctor messed, doctor wont, doctors note
overcharged, billing, copay, health insurance, obamacare, ibuprofen, tylenol, aspirin, side effects, dosage
antibiotic, flu, covid, rash, stomach, back pain, sore throat, diet, calories, vitamin, adhd, std, denied disability
disability claim, disability check, apply for disability, allergy, blood pressure, math, algebra, student
financial aid, fafsa, ged, diploma, daycare, kindergarten, plagiarism, let my son, school wont, social security card
id card, real id, state id, apostille, census, po box, usps, package, change of address, post office, boil, fry, grill
rice, pasta, salad, sandwich, cookies, cheese, milk, beer, wine, vegan, ingredients, oven, microwave, stain, laundry
garden, lawn, grass, tomatoes, ants, mice, snake, kitten, dog food, fish, horse, hack, hacked, hacking, sim card
excel, python, javascript, chatgpt, gmail, google, tiktok, snapchat, twitter, whatsapp, roblox, minecraft, xbox
playstation, video game, download, bluetooth, super bowl, nfl, nba, world cup, concert, celebrity, actor, anime, comic
novel, poem, riddle, trivia, halloween, costume, thanksgiving, easter, valentine, party supplies, gift, tinder
girlfriend gift, population, tallest, how far, planet, moon, dinosaur, square root, convert, meters, spell, time zone
timezone, for sale, store hours, good morning, good evening, good night, how are you, roofer, photographer, nda
business license, food truck, sales tax, slipped, fell at, tripped on, food poisoning, divorcio, alquiler, renta
clima, receta, licencia, manejar, trabajo, empleo, escuela, impuestos, seguro, dentista, banco, prestamo, pasaporte
nacimiento, matrimonio, cupones, desempleo, estacionamiento, manutencion, last name, lottery ticket, barbecue, camping
beach, cats, puppies, dog groomer, courthouse open, office hours, open today, what time does
"""

_ENGLISH = (_ENGLISH_OWN, _ENGLISH_NEAR, _ENGLISH_POLICE_WORK, _ENGLISH_ELSEWHERE)

Phrase = tuple[str, ...]


class Nearness(Enum):
    """How near a question is to the guide's subject: it names the police or the like, or only a crime or the law."""

    OWN = "own"
    NEAR = "near"
    UNKNOWN = "unknown"


class Subjects:
    """The words of this guide's subject and of others, in one language.

    `in_headline` says whether folded words stand together in a title or heading: what a guide has a headline for, be it
    a clinic's own page about evictions, is not another subject there.
    """

    def __init__(self, language: str, in_headline: Callable[[str], bool]) -> None:
        lists = _ENGLISH if language == "en" else ("", "", "", "")
        self._own, self._near, self._police_work, others = map(phrases_of, lists)
        self._not_covered = self._police_work | others
        self._in_headline = lru_cache(maxsize=1024)(in_headline)

    def nearness(self, words: Sequence[str]) -> Nearness:
        """Say how near folded words are to the guide's subject; how to become an officer is not near it."""
        if self._elsewhere(words, self._police_work):
            return Nearness.UNKNOWN
        if any(found(words, self._own)):
            return Nearness.OWN
        return Nearness.NEAR if any(found(words, self._near)) else Nearness.UNKNOWN

    def elsewhere(self, words: Sequence[str]) -> frozenset[int]:
        """Return the places of the folded words that belong to another subject."""
        return self._elsewhere(words, self._not_covered)

    def _elsewhere(self, words: Sequence[str], phrases: frozenset[Phrase]) -> frozenset[int]:
        return frozenset(
            place
            for places in found(words, phrases)
            if not self._in_headline(" ".join(words[places.start : places.stop]))
            for place in places
        )


def phrases_of(listed: str) -> frozenset[Phrase]:
    """Read phrases between commas or on lines of their own, each as the stems of its words."""
    entries = (entry.split() for entry in listed.replace("\n", ",").split(","))
    return frozenset(tuple(stem(word) for word in entry) for entry in entries if entry)


def found(words: Sequence[str], phrases: frozenset[Phrase]) -> Iterator[range]:
    """Yield the places of the phrases that stand among folded words."""
    stems = [stem(word) for word in words]
    for at in range(len(stems)):
        for length in range(1, min(_LONGEST, len(stems) - at) + 1):
            if tuple(stems[at : at + length]) in phrases:
                yield range(at, at + length)
