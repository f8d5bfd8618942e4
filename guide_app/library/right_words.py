"""Everyday words that are spelled right, though the guide does not have them: they are never taken for a misspelling.

To a guide that has "stopped" and not "stomped", the one is a misspelling of the other. These are the common words that
would be taken for one of the guide's; add whatever else is. Left out on purpose are words that are more often typed for
another: "trail" for "trial", "loose" for "lose", "sewing" for "suing".
"""

from __future__ import annotations

_ENGLISH = """
abel abide aboard abroad acclaimed accompany aching acquainted acre actors actresses adapted admit adore advise afar
afterlife afterward ahmed aired alice allen allocation alloy ally alongside alter altitude ample amused andy anger
angered angles anna annie anon anton anyhow appalling apparent applaud apple apples arena aria arid army arrow artwork
artworks ascending asses attach attached attracted auction audit authorised avery avid await awaited awaiting awaits
aware awful awfully awhile baba backdrop background backgrounds backstage backward bait bale bali ball ballots balls
band bands barb bard bare barely barge barking barlow barney baroness barr barrage barrel barren barriers barrow based
bases bash basil basin bass bath bats batting beach bead beads beams bean beans bear beard bearded beards bearing
bearings bears beast beasts beck become bedside beforehand bell bells beloved belts bend bending bends benson berries
bestowed beta beth bets betting bible bidding billboard billboards billion binder birds bitter blackmail blackout
blade blake blanc bland blank blast blasting blasts blaze bleak blended blender bless blink blockade bloke blond blow
blown boar boat boating boats bodyguard boil bondage bone bones bookstore boon boosted booth boots borderline boring
bosch boulder bout bowed boxers boyd brace brad brake braking bran bras bread breakfast breakout breakthrough
breathing brendan brent brian bride brides briggs bright brink broader broadway brock broker brokerage broom broth
brows brunch brunette bryan builder bull bullock bulls bunk burner burrows burton buses bush businessman buster butt
butter buys cabin cable cafes cages cakes cali calming cameraman camp camps candid cane cannon canon canyon capable
cape caption cara cardboard caretaker carlos carly carmen carpet carr carriages carter carts carve cary casa cass cast
caste casts cats cattle caves cease ceased ceiling centre centred centres centuries century chairman chant chap
chapman char character characters charm charming chatter cheat cheated cheating checkout checkpoint cheek cheeks chef
chic chick chicks chile chili chill chilled chin choir chops chose christ chuck circulated circus civic clans clare
clark clash classroom claude claws cleansing click clicks clint clive cloak clone clones closet clover coal coalition
coarse coast coasts coats coffee cognition coin coincidence coins cola colder cole collier colombian colts comeback
comedies commented commenting commodity commonplace communists commute commuter commuting compact comparison
compassion compete compliant comprise comprises concealed conceived conception concepts condemned cone cones
conference conferred conform congestion congressman conor consist consisted consolation constance constrained
construct consumers contained contention contested contradict contrasts convention convert converted converts
convinced cooked cool cooling coop copyright cord corey coronation corps corpses correlated correlation cortex cory
costume counsellor countered counters countess countless countryside coup coupe courtesy covert coveted coworkers
crate crease creations creatures crest cries crises crops crore crossover crossroads crown crude cruises crush cunts
cups curated cure curry curtain cute dagger dairy dancer dane dare dared daring darts dashboard david daylight daytime
dearly decade decades deceptive declare dedication deed defiance deficit deficits dell dent dental depleted deported
depth derive descendant descendants deserted despite devil diets diluted dine ding dire dirt discussed dish disk
distract diva dive diversion divert dives dividends diving dong donor doorstep doorway doping dora dose doses doug
dover downfall downright downside downward drain drank dread dress dried drip driven driveway drone drums dual duel
dusk dust dusty dwell dyes earl easter eaten eater eating eats education eerie ejected elder elections elective
elimination elsa emery empress endless endorsement endowed englishman ernie especially esther ethan ether evan
evergreen everlasting everybody everyday excerpt exclusive exiting exits expansion exploited explorers exports extent
extracts extraordinarily eyewitness faction factories factual fallout famed farce fare fares farm farmer farms farther
faster fats fearless feast feather feature feeder feeding feeds fellow fellows fest fever fiat fibre filth finger finn
finnish firearm firearms fireplace fireworks fisherman fishes flair flaming flaws flea fled fleeting fleming flies
flight flights fling flock flood flour flower flowing foes foil folder fond fooling fore foreman forge forged forgot
forks format formula forster forum forums founder foxes fractions fred fried fright frost fuel furnished furthermore
fused gain games gaming gases gasp gearing gene genera getaway giles giveaway gland glide gloss glove goat gong
goodman goodwill gorge gotten governors grace grades grange grape grapes grass gravel greed greek greenhouse greenland
greenwood greet grieving groom groundbreaking groves grown guidelines guild guise guts hack hallway handmade handsome
handwriting handwritten hardcover harden hardly hardwood hare harmless harper harry hart hartford harvest harvested
harvesting hash haste hatch hayward headlights headline headlines headphone headset healing heals heaps heartbeat
heartbreak heartbreaking heartbroken heartfelt heartless heath heating heats heed height heir heirs helpless herd
herman hero highland highlight highlights highschool hiking hind historians hive holden holes holmes homecoming
homemade homeowners hometown homework homo hong hopes horse hose hostel household households housewife housewives hugh
hume hunger hunted hunting hunts iceland icons ideals imitation imply indian indirectly induction indy influence
injection injections inland innate inner intercept interfere interval intervals invent irrational irregular
irresponsible jane jerry joan jokes jonas juan judd jude judy juliet kang keyboard keyboards keynote keyword keywords
kicker kidd knight knockout knots kung laced landmark landmarks landowners lane lanes lang laos laser latex latte
latter laurence leaning leash leftover legged legislative legislators legs lend lending lends lest lester lever libel
lifelong lifetime lighthouse lightly lightning lightweight lineage liner liners ling linger lips lite liter litter
load loading locker lodged loft logo logos lois lone lookout looming loops loot looting losers lottery lover loyal
luck luke lung lust madrid maid mainland maize mali mall malls mana mandate mandated mandates mane mankind manly mann
manny manor manu maple marco mare margin marine marker markers marketplace marsh marvin masked masks massage mast
master mastered masters match mater mates mating matte mattress matured maxwell maya mayer mayo mead meals meaningless
meantime meanwhile meat meats meditation mein melting melts mere meta metal mick midway mike mile milling mina miner
mint mist mitch moan moaning mode model moderator moist mole monkey montage moose moran moreover morse moss motel
motorway mount mourning mouth mouths movie mule munitions naive nate nearly needless neon neutral newcastle newport
newsletter nick nina nodes noise nonsense nonstop noon norma norman northeast northwest notable noun novice nowhere
nuclear oblivious odor offset olive oneself opposition orange ordnance organ otter ounce outbreak outbreaks outdated
outdoor outfit outfits outgoing outlaw outlet outlets outline outlines outlook outpatient outpost output outputs
outrage outreach outright outset outstanding outward overall overboard overcome overcoming overdue overhead overheard
overlook overlooked overlooking overrated overrun oversee overseeing overthrow overtime overview overwatch overweight
pace paced pacers pacing pack packed packing paint painted painter paints palace palaces palate pants paperback paris
parity parkway parry particle particles passport password passwords patch patel patent patents pathway pathways patron
pats patty paving payable payday peach peaks peat peck pence perceived perception perceptions percussion perish
persecution persian persist personnel pest pete petrol photon pilot pint pipeline pipelines piper pits plaid planes
playback player pleasure plight plugs pointless poison poker poking polish politician polling polymer ponder pope pork
portable possess postage pots pounding pour powder powerhouse powerless prayed prayer prayers praying preach preached
preference preferences prefers president presidents presiding pretended pretending prevalent preview priceless pride
prime prize probe probes proclaimed production productive prof profile profiles profiling profit profits profound
programmes projector promotion prone prop proposition prose prospective prospects prosper prosperity prostate
protestors prowess puck qualities quiet quota quotas rack racks raider rails rain rained raining rains rainy ranch
rant rapid rapids rated rates ratio rats react reacted readable realization realty reception receptive recurring
reduction reed reel reelection referees reflected reflection reflective refuge regain regal regarding regent reid
reinforce reinforced reinforcement reinforcing relatable relations relaxation relay relegated relegation relevance
relief religions remind remote renal renovation repaid repent replica replication replied reply replying repost
reprinted resent reservation reserved reset residence resilience resort resorts restart restless retain retaining
retains retreated reuse revealed revelations rewarding rice rick ridge ridges ring ringing rings rinse riots ripe
river rivers roach roadside roadway roam robots rode rods roland roll rolling rope rory rosa rose roses rouge rover
rubbed rudy ruin ruining ruins rulers runaway runoff runway rust sack sacred safeguard safeguards sand sands sane
sanford sank saturation scaled scent scope score scored scots scratched sealed seam sean selfless semen senseless
sequences serie server setback sexy shade shaft shake shale shalt shame shane shape shaped shareholder shark sharp
shave shaved shaving shaw shawn shea shear sheen sheep shelf shell ship ships shire shirt shoe shoes shook shore
shortage shout shouting shouts showcase showdown shower shred shrinking shut shuts shutting sideline sidelines
sideways sighs sims simulation simulations sincerely sing singer singing sings sinner sins sire sits sixties sixty
sized sizes skate skates skill skilled skills slack slate slated slater slave slayer sleek slew slick slide slides
slight sling slots slower smack smart smear smell smoke snake snatched sneak sneaking soften somewhat songs sore
southeast southwest spare spared spark sparkling spat spawn spear spears specialties spike spill spin spit spite spoon
sport spotlight spreading spring sprint spun squat squid stacking stacy stain stained stale standpoint star starch
stare stared stares staring stark starr starred starring stars startled startling starved starving statesman steak
steaks steam steep steering stems steven stick stiff sting stink stirred stirring stocked stocks stoke stoked stone
stoned stony stool storey storytelling stove straightforward strait straits strange strap straps streaming streams
stronghold strung stuart stuck stuffed submarines suck suction suitable suitcase summarized sung suns superman
supermarket supernatural supervision supper surge surrey sweat sweating sweep swell swift swing swipe switched
switching sword swords table takeoff takeover tales tall tame tanker tanks tapping taps tart tasted taxed taxes taxing
teach teaches teamwork teased tees teeth tended tends tent tents terrace terraces terrain terror texans textbooks
thank thanking thee theo thereafter thick thigh thorn thorough threesome throat throats throughout thrust thus tide
tides tile tiles timeless tina tire tired tires toes token toned tones tonic tony topless tories tory tough touring
towel tower toxic tract tracy trade trades trailing trait trance transaction transform transformer transforms
translate transparent transport tray tread treason tree trent trey tribal trick tricks trio trip trips trolls
troublesome trough troy truce trunk truss tuned tuning turks turner twain tying typo tyre unanswered unauthorized
underdog underestimate undergoing underground undermine understand understanding understands understatement understood
undertake undertaking underwater underway underwent underwood unfinished unfit unnatural uphold users vale valve
variety vary veil vent vents vera vibrating vibration vibrations vice viewpoint vince vineyards violet vogue voters
vowed wager waist waiter wakes wales walker wall walled walls walsh walter wander warden ware warmed warming warner
warped washer wasted wasting waterfall waterfront waterproof waterways watt watts waved waves weaken wearing weave
weeds weekday weekends wellington westward whale wheat whenever whoa whoever wholesome width wilder winding wine wines
winger winter wire wires wise wisely wiser witch witches withdrawn withheld withholding withstand woes woodland
woodward wore workout workplace workshop world worlds worms worn worst worthless worthwhile woven wright yearly yeast
zones
"""

RIGHT_WORDS: dict[str, frozenset[str]] = {"en": frozenset(_ENGLISH.split())}
