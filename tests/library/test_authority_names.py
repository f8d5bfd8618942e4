"""Citations and names of cases in what a reader typed."""

import sqlite3
from contextlib import closing

import pytest

from guide_app.library.authority_names import AuthorityNames
from guide_app.library.question import read_question
from guide_app.library.text import fold

DESHANEY = ("deshaney-v-winnebago-1989",)
CASTLE_ROCK = ("castle-rock-v-gonzales-2005",)
SECTION_1983 = ("usc-42-1983",)


@pytest.fixture
def names(small_file):
    with closing(sqlite3.connect(small_file)) as connection:
        yield AuthorityNames(connection)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("489 U.S. 189", DESHANEY),
        ("489 US 189", DESHANEY),
        ("what does 489 U.S. 189 say", DESHANEY),
        ("see DeShaney, 489 U.S. 189, 195 (1989)", DESHANEY),
        ("42 USC 1983", SECTION_1983),
        ("42 U.S.C. § 1983", SECTION_1983),
        ("489 U.S. 189 and 545 U.S. 748", (*DESHANEY, *CASTLE_ROCK)),
        ("42 U.S.C. § 1983(a)", SECTION_1983),
        ("is the Fourth Amendment here", ("us-const-amend-iv",)),
        ("490 U.S. 1", ()),
        ("1 2 3 4 5 6 7 8 9", ()),
        ("deshaney v winnebago", DESHANEY),
        ("deshaney vs. winnebago county", DESHANEY),
        ("deshany v winebago", DESHANEY),  # a little misspelt
        ("deshaney v win", DESHANEY),  # while it is being typed
        ("deshaney v.", DESHANEY),
        ("deshaney v smith", DESHANEY),  # the first party alone decides when the second is not known
        ("castle rock v gonzales", CASTLE_ROCK),
        ("gonzales v bozeman", ("gonzales-v-bozeman-2009",)),  # and not the case against Gonzales
        ("gonzales v", ("gonzales-v-helena-2011", "gonzales-v-bozeman-2009")),
        ("gonzales v. city of bozeman", ("gonzales-v-bozeman-2009",)),
        ("smith v jones", ()),
        ("v", ()),
        ("the deshaney case", DESHANEY),
        ("what did castle rock decide", CASTLE_ROCK),
        ("castle rocks", CASTLE_ROCK),
        ("castle", ()),  # half a name is not one
        ("deshaney police", ()),  # more than the case is asked
        ("what is the law", ()),
        ("", ()),
    ],
)
def test_find(names, question, found):
    read = read_question(question)
    assert names.find(read, [fold(word) for word in read.words]) == found


def test_short_names(names):
    assert names.short_name("castle-rock-v-gonzales-2005") == ("castle", "rock")
    assert names.short_name("usc-42-1983") == ()
