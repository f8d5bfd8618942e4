"""The states, the District of Columbia and the territories: names, regions, larger cities, and suggestions for them.

The regions are those of the United States Census Bureau.
"""

from __future__ import annotations

from dataclasses import dataclass

from guide_app.places.type_ahead import NO_MATCH, closeness, good_enough, words


@dataclass(frozen=True, slots=True)
class Place:
    """A state, the District of Columbia or a territory, by its postal abbreviation."""

    abbreviation: str
    name: str
    region: str


@dataclass(frozen=True, slots=True)
class PlaceSuggestion:
    """A place for what has been typed; `city` is the city that was meant, or ""."""

    place: Place
    city: str = ""


_BY_REGION = {
    "Northeast": "CT Connecticut,ME Maine,MA Massachusetts,NH New Hampshire,NJ New Jersey,NY New York,"
    "PA Pennsylvania,RI Rhode Island,VT Vermont",
    "Midwest": "IL Illinois,IN Indiana,IA Iowa,KS Kansas,MI Michigan,MN Minnesota,MO Missouri,NE Nebraska,"
    "ND North Dakota,OH Ohio,SD South Dakota,WI Wisconsin",
    "South": "AL Alabama,AR Arkansas,DE Delaware,DC District of Columbia,FL Florida,GA Georgia,KY Kentucky,"
    "LA Louisiana,MD Maryland,MS Mississippi,NC North Carolina,OK Oklahoma,SC South Carolina,TN Tennessee,TX Texas,"
    "VA Virginia,WV West Virginia",
    "West": "AK Alaska,AZ Arizona,CA California,CO Colorado,HI Hawaii,ID Idaho,MT Montana,NV Nevada,NM New Mexico,"
    "OR Oregon,UT Utah,WA Washington,WY Wyoming",
    "Territories": "AS American Samoa,GU Guam,MP Northern Mariana Islands,PR Puerto Rico,VI U.S. Virgin Islands",
}

REGIONS = tuple(_BY_REGION)
"""The regions, in the order in which a list shows them."""

PLACES = tuple(Place(line[:2], line[3:], region) for region, lines in _BY_REGION.items() for line in lines.split(","))
"""Every place, by region and name. The guide has no state rules for the territories, but knows services in some."""

_BY_ABBREVIATION = {place.abbreviation: place for place in PLACES}

_OTHER_NAMES = {
    "DC": ("Washington DC", "Washington D.C.", "D.C."),
    "VI": ("Virgin Islands",),
    "MP": ("Saipan",),
    "NY": ("NYC",),
    "CA": ("Calif",),
    "MA": ("Mass",),
    "PA": ("Penn",),
    "PR": ("Porto Rico",),
}

_CITIES = {
    "AK": "Anchorage",
    "AL": "Birmingham,Huntsville,Mobile,Montgomery",
    "AR": "Little Rock",
    "AZ": "Phoenix,Tucson,Mesa,Chandler,Scottsdale,Glendale",
    "CA": "Los Angeles,San Diego,San Jose,San Francisco,Fresno,Sacramento,Long Beach,Oakland,Bakersfield,Anaheim,"
    "Riverside,Stockton,Santa Ana,Glendale",
    "CO": "Denver,Colorado Springs,Aurora",
    "CT": "Hartford,Bridgeport,New Haven",
    "DE": "Wilmington,Dover",
    "FL": "Jacksonville,Miami,Tampa,Orlando,St. Petersburg,Tallahassee,Fort Lauderdale",
    "GA": "Atlanta,Augusta,Savannah,Columbus",
    "HI": "Honolulu",
    "IA": "Des Moines,Cedar Rapids",
    "ID": "Boise",
    "IL": "Chicago,Aurora,Springfield,Rockford",
    "IN": "Indianapolis,Fort Wayne,Gary",
    "KS": "Wichita,Kansas City,Topeka",
    "KY": "Louisville,Lexington",
    "LA": "New Orleans,Baton Rouge,Shreveport",
    "MA": "Boston,Worcester,Springfield",
    "MD": "Baltimore,Annapolis",
    "ME": "Portland,Augusta",
    "MI": "Detroit,Grand Rapids,Lansing,Flint",
    "MN": "Minneapolis,Saint Paul,St. Paul,Duluth",
    "MO": "Kansas City,St. Louis,Springfield",
    "MS": "Jackson",
    "MT": "Billings,Missoula",
    "NC": "Charlotte,Raleigh,Greensboro,Durham,Winston-Salem,Wilmington",
    "ND": "Fargo,Bismarck",
    "NE": "Omaha,Lincoln",
    "NH": "Manchester,Concord",
    "NJ": "Newark,Jersey City,Trenton,Camden,Paterson",
    "NM": "Albuquerque,Santa Fe",
    "NV": "Las Vegas,Reno,Henderson",
    "NY": "New York City,Brooklyn,Queens,Bronx,Manhattan,Staten Island,Buffalo,Rochester,Albany,Syracuse,Yonkers",
    "OH": "Columbus,Cleveland,Cincinnati,Toledo,Akron,Dayton",
    "OK": "Oklahoma City,Tulsa",
    "OR": "Portland,Salem,Eugene",
    "PA": "Philadelphia,Pittsburgh,Allentown,Harrisburg",
    "PR": "San Juan",
    "RI": "Providence",
    "SC": "Charleston,Columbia",
    "SD": "Sioux Falls",
    "TN": "Nashville,Memphis,Knoxville,Chattanooga",
    "TX": "Houston,San Antonio,Dallas,Austin,Fort Worth,El Paso,Arlington,Corpus Christi",
    "UT": "Salt Lake City,Provo",
    "VA": "Virginia Beach,Richmond,Norfolk,Arlington,Alexandria",
    "VT": "Burlington",
    "WA": "Seattle,Spokane,Tacoma,Vancouver",
    "WI": "Milwaukee,Madison,Green Bay",
    "WV": "Charleston,Huntington",
    "WY": "Cheyenne,Casper",
}
"""Larger cities, so that a person who types one is offered its state. A name that stands in several offers each."""

_CITY = 3.0
"""How much less well a city fits than the name of a state."""


def place_named(abbreviation: str) -> Place | None:
    """Return the place of a postal abbreviation, or None."""
    return _BY_ABBREVIATION.get(abbreviation.strip().upper())


def places_of(region: str) -> tuple[Place, ...]:
    """Return the places of one of REGIONS, by name."""
    return tuple(place for place in PLACES if place.region == region)


def suggest_places(typed: str, limit: int = 8) -> tuple[PlaceSuggestion, ...]:
    """Suggest places for what has been typed: an abbreviation, a name or a larger city. Nothing typed: all by name."""
    parts = words(typed)
    if not parts:
        by_name = sorted(PLACES, key=lambda place: place.name)
        return tuple(PlaceSuggestion(place) for place in by_name)
    found = [(*_how(parts, place), place) for place in PLACES]
    limit_of = good_enough([how for how, _, _ in found])
    found = [line for line in found if line[0] < min(limit_of, NO_MATCH)]
    found.sort(key=lambda line: (line[0], line[2].name))
    return tuple(PlaceSuggestion(place, city) for _, city, place in found)[:limit]


def _how(parts: tuple[str, ...], place: Place) -> tuple[float, str]:
    """Say how well a place fits what was typed, and by which city if by one."""
    if "".join(parts) == place.abbreviation.casefold():
        return -1.0, ""
    names = [words(name) for name in (place.name, *_OTHER_NAMES.get(place.abbreviation, ()))]
    how, by_city = closeness(parts, names), ""
    # one or two letters begin too many cities, and mean a state
    if len("".join(parts)) > 2 and place.abbreviation in _CITIES:
        for city in _CITIES[place.abbreviation].split(","):
            as_city = closeness(parts, [words(city)]) + _CITY
            if as_city < how:
                how, by_city = as_city, city
    return how, by_city
