"""Words of a question that say little about what is asked, by language.

Stop words are dropped before a search, so that a whole question costs no more than its few telling words. Weak words
stay, and count for less: they tell two answers apart ("came late", "never came") but never make one.
"""

from __future__ import annotations

_ENGLISH_STOP = """
a an the this that these those such
i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her
hers herself it its itself
they them their theirs themselves one ones
am is are was were be been being do does did doing done have has had having can could shall should will would may might
must ought cannot
and or but nor if then than so as because while until unless though although whether
of at by for with about between into through during to from in on off over under again out up down
here there when where why how what who whom which whose
all any both each few more most other some same too very just also even still yet ever already only own else
no not now
s t d m ll re ve don didn doesn isn aren wasn weren won wouldn couldn shouldn hasn haven hadn ain mustn needn
dont didnt doesnt isnt arent wasnt werent wont wouldnt couldnt shouldnt hasnt havent hadnt aint
cant im ive id youre theyre
theres thats whats hes shes gonna wanna gotta lol please pls plz hi hello hey thanks ok okay well oh ya u r
wen wat wit dis dat dem tho bc cuz coz cos asap rn idk tbh fyi btw omg wtf im ive abt thru ur cld shld wld hav
til till ppl folks folk dude bro fella gon imma lemme gimme yall finna tryna dey wut whut kno alot shoulda coulda woulda
someday somehow however whatever anyways honestly seriously wondering curious um uh hmm ugh smh ffs sir maam
damn damned dang hell heck fuck fucking fuckin fucked fkn fkng shit shitty bullshit bs crap freaking friggin effing ass
asshole assholes bitch bitches bastard bastards
el los las del una para pero porque con sin como cuando donde que quien cual mis tus muy esta este hay puedo puede
possible possibly actually really basically literally kinda sorta like anyway maybe
"""

_ENGLISH_WEAK = """
get gets got getting want wants wanted need needs needed know knew tell tells told telling say says
said saying ask asked
go goes going went gone make makes made making take takes took taking taken give gives gave given giving let lets put
think thought see saw seen look looking find found use used try tried trying keep kept mean means
happen happens happened
happening work works supposed start started end
thing things something anything nothing everything someone somebody anyone anybody everyone people person guy guys
lady way ways time times day days today yesterday tomorrow week weeks month months year years ago night
much many lot lots little bit long good bad right wrong new old big
first last next before after back away around since ever always another
kind sort explain example meaning definition define difference
help helped helping
two three four five six seven eight nine ten twenty thirty forty fifty hundred couple several
real true sure normal bring brought worry instead every toward towards within upon
situation problem problems issue issues question questions
friday saturday sunday monday tuesday wednesday thursday weekend
"""

_SPANISH_STOP = """
el la los las lo un una unos unas y o u e ni pero si que como cuando donde quien cual cuales porque
por para con sin de del
al a en sobre entre hasta desde mi mis tu tus su sus me te se le les nos yo el ella ellos ellas
usted ustedes nosotros es
son era fue ser estar esta estan estaba hay ha han he haber muy mas ya no este esta esto ese esa eso puedo puede pueden
"""

STOP_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(_ENGLISH_STOP.split()),
    "es": frozenset(_SPANISH_STOP.split()),
}
DEFINING_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(("mean", "means", "meant", "meaning", "define", "defined", "definition")),
    "es": frozenset(("significa", "significado", "definicion")),
}
"""Words of a question that asks what a word means."""
WEAK_WORDS: dict[str, frozenset[str]] = {"en": frozenset(_ENGLISH_WEAK.split())}
