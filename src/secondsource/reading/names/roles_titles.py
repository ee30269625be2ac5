"""Which English words make the phrase of an office, beside those of the vocabulary."""

import re
from functools import cache

from secondsource.reading.names.roles_lists import words
from secondsource.reading.vocabulary import word_set

_HEADS = words(
    """
    fm pm cfo coo cto cio mp mep vp boss strongman oligarch magnate tycoon mate master harbourmaster helmsman
    skipper commandant commissar academician patriarch metropolitan coroner magistrate councillor counselor
    advocate solicitor barrister notary translator interpreter photographer cameraman columnist commentator
    dispatcher navigator trader broker dealer curator archivist librarian employee shareholder stakeholder
    author co-author architect designer technician mechanic accountant auditor banker financier merchant
    lobbyist organiser organizer fixer doctor surgeon nurse teacher lecturer guard guardsman bodyguard detective
    constable policeman policewoman soldier cadet airman corporal private commodore wing warlord chieftain elder
    caliph shah tsar emperor empress duke duchess count baron president-elect undersecretary under-secretary
    vizier regent monk priest nun vicar chaplain hojjatoleslam caretaker registrar clerk bailiff monitor
    observer inspector-general member lawyer attorney activist engineer scientist physicist chemist biologist
    veteran specialist strategist consultant candidate executive investigator ruler dictator pilot associate
    operative agent counterpart statesman ombudsman chargé secretary-treasurer treasurer premier-designate
    parliamentarian legislator deputy-general writer student co-pilot businessman businesswoman entrepreneur
    industrialist justice justices prosecutor-general vice-premier helmswoman stationmaster quartermaster
    paymaster
    """
)
_NO_HEADS = words(
    """
    wife husband son daughter brother sister mother father cousin nephew niece uncle aunt widow widower resident
    defector dissident critic supporter follower survivor victim witness suspect native
    """
)
_MODIFIERS = words(
    """
    retired ex- chief deputy first second third fourth senior junior acting interim former outgoing incoming
    vice co- sub- lead head veteran provisional transitional caretaker permanent adjunct emeritus shadow lay
    titular hereditary oil gas energy power water transport transportation railways railway rail roads trade
    commerce industry industrial mining agriculture farming fisheries forestry tourism sports sport culture
    cultural labour labor employment education science technology technical digital cyber communications
    telecommunications information media press health medical welfare housing planning budget treasury tax
    customs revenue economy economic finance financial fiscal monetary foreign home interior internal external
    defence defense war security intelligence spy counter-intelligence counterintelligence counterterrorism
    counter-terrorism sanctions arms nuclear disarmament emergency emergencies justice legal judicial police
    prison border coast army navy naval military air force forces field ground guard militia rebel junta
    opposition majority minority party government state city town village provincial district county municipal
    local national federal regional central general supreme grand high principal main managing operating
    executive investment marketing sales compliance risk research policy political diplomatic presidential
    parliamentary congressional cabinet council union reunification unification reconstruction development
    environment environmental climate space aviation maritime shipping harbour harbor port flight crew team
    project programme program country area bureau desk section department division unit brigade battalion
    regiment squadron fleet wing corps staff office personal private public human rights humanitarian aid
    refugee religious spiritual tribal clan student youth women's veterans overseas overall joint special armed
    assistant associate visiting honorary distinguished doctoral postdoctoral forensic independent freelance
    investigative social affairs relations europe asia africa international global board house senate upper
    lower people's whip floor attorney prosecutor commissioner secretary minister premier president
    vice-president director politburo presidium cross-strait
    """
)
_DESCRIPTORS = words(
    """
    new newly recently freshly longtime long-time long-serving longest-serving veteran powerful influential
    prominent controversial embattled hardline hard-line moderate reformist ailing ageing aging young elderly
    late current popular outspoken charismatic disgraced exiled jailed imprisoned detained ousted deposed
    toppled sacked fired wanted sanctioned notorious infamous famous famed respected well-known little-known
    well-connected self-styled self-proclaimed self-declared so-called secretive reclusive shadowy mysterious
    firebrand one-time onetime sometime newly-appointed newly-elected appointed elected re-elected reelected
    named installed local wealthy rich billionaire millionaire london-based outgoing-then now then next
    second-generation unelected pro-russian pro-western pro-government anti-government nominal sole only
    two-term
    """
) - {"veteran", "local"}
_RANKS = words(
    """
    general colonel captain major lieutenant sergeant admiral marshal brigadier commodore corporal
    """
)
_SHORT_RANKS = words("gen lt col maj sgt adm capt brig cmdr sen rep gov prof cpl vadm radm")
_DIGNITIES = words("sheikh ayatollah prince princess hojjatoleslam academician")
_SPLITS_BEFORE_RANK = words(
    """
    spokesman spokeswoman spokesperson minister commander president premier director adviser advisor chairman
    leader head ruler official officer
    """
)
_PREFIXES = words(
    """
    ex co vice deputy sub under arch spy police army navy ex-vice harbour harbor then
    """
)
_ENDINGS = ("-in-chief", "-at-large", "-designate", "-elect", "-general")
_CALLING = re.compile(r"[a-z]{2,20}(?:er|or|ist|ian|eer|man|woman|smith|ologist|grapher)\Z")
_NO_CALLING = words(
    """
    former latter matter number other another elder younger monster letter computer river order power paper
    quarter border corner shoulder summer winter center error sector factor mirror horror terror newcomer
    outsider insider foreigner villager islander believer killer murderer robber prisoner teenager pensioner
    stranger character supper vegetarian civilian guardian christian terrorist extremist jihadist islamist
    communist nationalist racist separatist man woman human loser winner father mother daughter brother sister
    passer follower supporter survivor over under after never ever however together whether either neither
    rather greater lesser better offer answer danger anger hunger majority minor major senior junior visitor
    doer backer fighter sufferer ancestor successor predecessor frontrunner front-runner contender challenger
    loner
    """
)
_SHORTEST_KEEPER = 8


@cache
def heads() -> frozenset[str]:
    """Return the lower-case words that end the phrase of an office."""
    return (word_set("roles", "heads") | word_set("roles", "heads_after") | _HEADS) - _NO_HEADS


@cache
def is_head(word: str) -> bool:
    """Return whether a lower-case word ends the phrase of an office: "minister", "co-founder", "vice directors"."""
    if word in heads() or word in _SHORT_RANKS:
        return True
    if len(word) > _SHORTEST_KEEPER and word.endswith(("master", "keeper")):
        return True
    ending = next((ending for ending in _ENDINGS if word.endswith(ending)), None)
    if ending is not None:
        return is_head(word.removesuffix(ending))
    prefix, hyphen, rest = word.partition("-")
    return (bool(hyphen) and prefix in _PREFIXES and is_head(rest)) or is_plural_head(word)


@cache
def is_plural_head(word: str) -> bool:
    """Return whether a lower-case word is the plural of one that ends the phrase of an office."""
    singular = re.sub(r"ies\Z", "y", word) if word.endswith("ies") else word.removesuffix("s")
    if word.endswith("men"):
        singular = word.removesuffix("men") + "man"
    return singular != word and not singular.endswith("s") and is_head(singular)


def opens_new_title(before: str, word: str) -> bool:
    """Return whether ``word`` begins a title of its own after the office's head ``before``."""
    if word in _SHORT_RANKS:
        return before not in _SHORT_RANKS and before not in _RANKS and before not in ("vice", "rear")
    if word in _DIGNITIES:
        return is_head(before) and before not in _DIGNITIES
    return word in _RANKS and before in _SPLITS_BEFORE_RANK and not (word == "general" and before == "director")


@cache
def is_modifier(word: str) -> bool:
    """Return whether a lower-case word may stand before the head of an office and belong to it."""
    if word in _MODIFIERS or word in word_set("roles", "modifiers"):
        return word not in ("then", "elected", "party's", "country's")
    prefix, hyphen, rest = word.partition("-")
    return bool(hyphen) and prefix in _PREFIXES and (rest in _MODIFIERS or is_head(rest))


def is_descriptor(word: str) -> bool:
    """Return whether a lower-case word only describes who holds an office ("long-serving", "54-year-old")."""
    return word in _DESCRIPTORS or word.endswith("-year-old") or word.isdigit()


def is_calling(word: str) -> bool:
    """Return whether a lower-case word has the ending of a calling ("dispatcher"), so that "a …" may introduce one."""
    return word not in _NO_CALLING and word not in _NO_HEADS and _CALLING.match(word) is not None
