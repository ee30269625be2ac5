"""Words and forms by which a source is told: pronouns, offices, bodies, plurals."""

import re

from secondsource.model.entity import NameType

HE = frozenset(["he", "his", "同氏", "他", "он", "er", "él", "그는", "그가", "그", "его", "him", "himself"])
SHE = frozenset(["she", "她", "она", "sie", "ella", "her", "그녀"])
THEY = frozenset(["they", "their", "они", "ellos", "them", "тях", "них"])
BOTH = frozenset(
    [
        *("both", "both countries", "both sides", "both states", "both capitals", "both governments", "these", "those"),
        *("the two", "the two countries", "the two sides", "the two states", "the two capitals"),
        *("обе стороны", "обе страны", "beide", "beide länder", "beide seiten", "ambos", "ambos países"),
    ]
)
# At the United Nations whoever speaks for a state is its speaker or representative; a parliament's speaker is another.
DELEGATE = re.compile(
    r"^(?:the\s|a\s)?(?:speaker|delegate|representative)\s(?:of|for)\s(?P<of>(?:the\s)?[A-Z][\w.]*(?:\s[A-Z]\w*){0,3})$"
)
SOMEBODY = re.compile(
    r"^(?:someone|somebody|a person|a source)\s(?:at|in|from|with|inside|of)\s(?P<body>(?:the\s)?[^,]{3,60}?)"
    r"(?:,?\swho\b.*)?$"
)
IN_STATEMENT = re.compile(r"\bin\s(?:a|an|its|their|the|his|her)\s(?:[\w-]+\s){0,2}statement\b")
RUSSIAN_SECRETARY = re.compile(
    r"\b[Ss]ecretary\s+of\s+(?:the\s+|Russia[’']s\s+)?Security\s+Council|\bSecurity\s+Council\s+(?:[Ss]ecretary|chief)\b"
)
GROUPS = {
    **dict.fromkeys(("beobachter", "наблюдатели", "observadores", "наблюдателите", "관측", "관측통"), "observers"),
    **dict.fromkeys(("experten", "fachleute", "эксперты", "expertos", "експерти", "전문가들"), "experts"),
    **dict.fromkeys(("analysten", "аналитики", "analistas", "анализатори", "분석"), "analysts"),
    **dict.fromkeys(("quellen", "источники", "fuentes", "източници"), "sources"),
}
"""Groups without a name, by the words of other languages: they are called alike whatever the report's language."""
IT = frozenset(["it", "its", "das", "es", "оно"])
WHO = frozenset(["who", "which", "whom"])
BODIES = frozenset([NameType.ORG, NameType.GPE, NameType.NORP])
ROLE = re.compile(
    r"\b(?P<role>(?:(?:chief|deputy|senior|vice|acting|press|foreign|defen[cs]e|prime|top|first|"
    r"former|assistant|under|national security|state) )*"
    r"(?:spokes(?:man|woman|person|people)|officials?|president|director|fellow|professor|minister|"
    r"analysts?|experts?|senators?|chair(?:man|woman)?|secretary|"
    r"ambassador|envoys?|general|commander|chief|head|advis[eo]rs?|lawyers?|researchers?|scholars?|"
    r"representatives?|speaker|governor|mayor|diplomats?|lawmakers?|leader|"
    r"пресс-секретарь|представител[ья]|министр|президент|генсек|Sprecher(?:in)?|Minister(?:in)?|"
    r"Präsident(?:in)?|portavoz|ministro))\b",
    re.IGNORECASE,
)
KOREAN_ROLE = re.compile(
    r"(?P<role>대변인|당국자|관계자|장관|차관|대통령|총리|위원장|총장|대사|특사|의원|교수|연구원|실장|국장|報道官|発言人|发言人|發言人|当局者|高官|大統領|首相|外相|国防相|事務総長)"
)
FOR = re.compile(r"\b(?:for|of|at|with|from|in|to|by)\s+(?P<body>.{2,90}?)(?:,|$|\bwho\b|\bspeaking\b)", re.IGNORECASE)
ARTICLE = re.compile(r"^(?:the|an?|its|his|her|their|our|один из|ein|eine|der|die|das|el|la|los|las)\s+", re.IGNORECASE)
PLURAL = re.compile(
    r"\b(?:officials|experts|observers|analysts|sources|people|critics|diplomats|lawmakers|residents|"
    r"speakers|agencies|reports|media|countries|governments|witnesses|(?<!United )(?<!U\.S\. )states|"
    r"members|scholars|researchers|СМИ|источники|эксперты|наблюдатели|медиите|Beobachter|Experten|"
    r"Quellen|Medien)\b",
    re.IGNORECASE,
)
PAUSE = re.compile(r"[,;:—]\s|\n")
PARTITIVE = re.compile(r"^(?:someone|somebody|one|an? |another )", re.IGNORECASE)
BODY_WORDS = {
    "ministry": ("ministry", "министерство", "мид"),
    "department": ("department",),
    "agency": ("agency", "news", "kcna", "agentur"),
    "council": ("council",),
    "committee": ("committee",),
    "panel": ("panel",),
    "paper": (),
    "newspaper": (),
    "outlet": (),
    "broadcaster": (),
    "website": (),
    "service": ("service",),
    "team": ("team",),
    "office": ("office",),
    "embassy": ("embassy",),
    "university": ("university",),
    "company": (),
    "group": ("group",),
    "military": ("joint chiefs", "armed forces", "general staff"),
    "army": ("joint chiefs", "army", "general staff"),
    "통신": ("통신",),
}
ARMED = frozenset(["military", "army"])
MEDIA_WORDS = frozenset(
    [
        "agency",
        "paper",
        "newspaper",
        "outlet",
        "broadcaster",
        "website",
        "통신",
        "report",
        "dispatch",
        "article",
        "statement",
    ]
)
GENERIC = re.compile(
    r"^(?:(?i:the|its|that|this|their|a|his)\s+)?(?:(?i:state|state-run|same|news|official|foreign|"
    r"south|russian|country's)\s+){0,3}(?P<noun>\w+)(?:\s+in\s+(?P<place>[A-Z]\w+))?$"
)
POSSESSED = re.compile(
    r"^(?P<body>.{3,90}?)[’']s\s+(?:[\w-]+\s+){0,3}(?:report|statement|press release|paper|website|"
    r"communiqu[eé]|database|dispatch|spokes\w+)$"
)
NOUN_BEFORE = re.compile(r"\b((?:the|its) \w+),?\s*$")
MINISTRY = re.compile(r"\b(foreign|defen[cs]e|unification|interior|finance)(?= minist)", re.IGNORECASE)
SPOKES = re.compile(r"spokes|대변인|пресс-секретарь|[Ss]precher|portavoz")
NEAR = 600
"""Characters before a spokesperson within which the body spoken for is looked for."""
OWNER = {"report": "outlet", "dispatch": "outlet", "article": "outlet", "statement": "body"}
