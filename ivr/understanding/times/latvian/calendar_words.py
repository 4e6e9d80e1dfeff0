"""Latvian words of the calendar and of the day."""

from __future__ import annotations

from ivr.understanding.times.days import Offset
from ivr.understanding.times.grammar.clocks import about, clock
from ivr.understanding.times.grammar.counting import nearest_weekday
from ivr.understanding.times.grammar.durations import (
    DAY,
    HOUR,
    MINUTE,
    MONTH,
    SECOND,
    WEEK,
    YEAR,
    times,
)
from ivr.understanding.times.grammar.joining import named_part
from ivr.understanding.times.grammar.offsets import NOW
from ivr.understanding.times.latvian.forms import definite, first, forms, fourth
from ivr.understanding.times.latvian.numbers import HALF_HOURS
from ivr.understanding.times.meaning import MIDNIGHT, NOON, Half, Moment, together
from ivr.understanding.times.pieces import Meaning, small, table
from ivr.understanding.times.spans import Cycle, Edge, Season, Weekend
from ivr.understanding.times.when import Grain

_WEEKDAYS = ["pirm", "otr", "treš", "ceturt", "piekt", "sest", "svēt"]
_DAY_ENDINGS = ("", "a", "ā", "as", "ai", "u", "ām", "ās")
# In the locative a month may stand alone; its other forms may be names of people.
_MONTHS = (
    ("janvār", "is a i im u", "ī"),
    ("februār", "is a i im u", "ī"),
    ("mart", "s a u am", "ā"),
    ("aprīl", "is a i im u", "ī"),
    ("maij", "s a u am", "ā"),
    ("jūnij", "s a u am", "ā"),
    ("jūlij", "s a u am", "ā"),
    ("august", "s a u am", "ā"),
    ("septembr", "is a i im u", "ī"),
    ("oktobr", "is a i im u", "ī"),
    ("novembr", "is a i im u", "ī"),
    ("decembr", "is a i im u", "ī"),
)
_MONTHS_WITHOUT_NAMESAKES = {1, 2, 4, 9, 10, 11, 12}
_UNITS = {
    SECOND: "sekunde|sekundes|sekundi|sekundei|sekundē|sek",
    MINUTE: "minūte|minūtes|minūtei|minūti|minūtē|minūtīte|minūtītes|min",
    HOUR: "stunda|stundas|stundu|stundai|stundā|stundiņa|stundiņas|h",
    DAY: "diena|dienas|dienu|dienai",
    WEEK: "nedēļa|nedēļas|nedēļu|nedēļai|nedēļā",
    MONTH: "mēnesis|mēneša|mēnesi|mēnesim|mēnesī",
    YEAR: "gads|gada|gadu|gadam|gadā",
}
_MANY = {
    SECOND: "sekundēm|sekundēs|sekunžu",
    MINUTE: "minūtēm|minūtēs|minūšu|minūtītēm",
    HOUR: "stundām|stundās",
    DAY: "dienām|dienās",
    WEEK: "nedēļām|nedēļās",
    MONTH: "mēneši|mēnešus|mēnešiem|mēnešos|mēnešu",
    YEAR: "gadi|gadus|gadiem|gados",
}


def _weekday_words(stem: str, before: str = "") -> str:
    return "|".join(f"{before}{stem}{gap}dien{ending}" for ending in _DAY_ENDINGS for gap in ("", " "))


def _next_weekday_words(stem: str) -> str:
    """ "nākamtrešdien", in one word."""
    return "|".join(_weekday_words(stem, before) for before in ("nākam", "nākoš"))


def _day(offset: int) -> Moment:
    return Moment(days=(Offset(offset),))


def _on_day(offset: int, part: str) -> Moment | None:
    return together(_day(offset), named_part(part))


def _months() -> list[Meaning]:
    found = list[Meaning]()
    for number, (stem, endings, locative) in enumerate(_MONTHS, 1):
        kind = "month" if number in _MONTHS_WITHOUT_NAMESAKES else "weakmonth"
        found += table("month", {number: f"{stem}{locative}"}, strict=True)
        found += table(kind, {number: forms(stem, [*endings.split(), locative])})
    return found


_DAYS = {
    _day(0): "šodien|šodienai|šodienas|šodienu|šodiena",
    _day(1): "rīt|rītdien|rītdiena|rītdienu|rītdienas|rītdienai|rītdienā|uz rītu",
    _day(2): "parīt|parītdien|parītdienu|parītdienas|parītdienai|aiz rīt",
    _day(3): "aizparīt|aizparītdien|aiz parīt",
    _day(-1): "vakar|vakardien|vakardienas|vakardienu",
    _day(-2): "aizvakar|aizvakardien",
    _on_day(0, "evening"): "šovakar|šo vakar|šajā vakarā|šo vakaru|šovakaru",
    _on_day(0, "morning"): "šorīt|šo rītu|šajā rītā",
    _on_day(0, "small hours"): "šonakt|šo nakti|šajā naktī",
    _on_day(0, "afternoon"): "šopēcpusdien|šajā pēcpusdienā|šo pēcpusdienu",
    _on_day(1, "evening"): "rītvakar|rīt vakar|rītvakarā",
    _on_day(0, "day"): "šodien pa dienu|šodien dienā",
}
_PARTS = {
    "morning": "no rīta|norīta|no rītiem|rīta pusē|no rīta puses|rīta cēlienā|uz rīta pusi|rīta stundās",
    "early morning": "agri no rīta|no paša rīta|agrā rītā|agri agri no rīta|jau no rīta agri|rīta agrumā",
    "late morning": """
        vēlāk no rīta|vēlā rītā|priekšpusdienā|priekšpusdien|priekšpusdienu|priekšpusdienas|
        dienas pirmajā pusē|dienas pirmā pusē
    """,
    "before lunch": "pirms pusdienām|pirms pusdienlaika|pirms pusdienas",
    "afternoon": """
        pēcpusdienā|pēcpusdien|pēcpusdienu|pēcpusdienas|pēcpusdienai|pēcpusdiena|pēcpusdienās|pēc pusdienas|
        pēcpus dienā|dienas otrajā pusē|dienas otrā pusē|dienas otro pusi
    """,
    "early afternoon": "agri pēcpusdienā|agrā pēcpusdienā",
    "late afternoon": "vēlu pēcpusdienā|vēlā pēcpusdienā|pievakarē|pavakarē",
    "after lunch": "pēc pusdienām|pēc pusdienlaika|pēc pusdienu pārtraukuma",
    "after work": "pēc darba|pēc darba laika|pēc darbiem|pēc darba dienas",
    "after school": "pēc skolas|pēc stundām",
    "day": "darba laikā|darba laiks|pa dienu|dienas laikā",
    "evening": """
        vakarā|vakaros|vakarpusē|vakara pusē|uz vakaru|uz vakarpusi|uz vakara pusi|pa vakaru|vakars|vakaru|
        vakariem|vakarpusi|vakarpuse|vakara cēlienā|vakara stundās|vakara|vakaram
    """,
    "early evening": "agri vakarā|agrā vakarā",
    "late evening": "vēlu vakarā|vēlā vakarā|vēlu",
    "small hours": "naktī|pa nakti|naktīs|nakti|nakts vidū|nakts laikā",
}
_CLOCKS = {
    NOON: """
        pusdienlaikā|pusdienlaiku|pusdienlaiks|pusdienlaikam|pusdienlaika|pusdienu laikā|pusdienu laiku|
        pusdienās|dienas vidū|dienas vidus|dienas vidu|dienvidū
    """,
    MIDNIGHT: "pusnaktī|pusnakts|pusnakti|pusnaktij|dienas beigās|dienas beigām",
}
_NOW = """
    tagad|uzreiz|tūlīt|tūliņ|nekavējoties|pēc iespējas ātrāk|cik ātri vien iespējams|cik ātri vien var|
    tūlīt pat|tagad uzreiz|pašlaik|šobrīd|pēc iespējas drīzāk|cik drīz vien iespējams|cik vien ātri iespējams
"""
_NAMED_CYCLES = {
    Cycle(Grain.WEEK, 1): "nākamnedēļ|nākošnedēļ|nākam nedēļ|nākamo nedēļ",
    Cycle(Grain.WEEK, 0): "šonedēļ|šo nedēļ",
    Cycle(Grain.WEEK, 2): "aiznākamnedēļ|aiznākošnedēļ",
    Cycle(Grain.WEEK, -1): "pagājušnedēļ",
    Cycle(Grain.MONTH, 1): "nākammēnes|nākošmēnes",
    Cycle(Grain.MONTH, 0): "šomēnes",
    Cycle(Grain.YEAR, 1): "nākamgad|nākošgad",
    Cycle(Grain.YEAR, 0): "šogad|šogadu",
    Cycle(Grain.YEAR, -1): "pagājušgad|pērn",
}
_DIRECTIONS = {
    1: f"{definite('nākamais')}|{definite('nākošais')}|{definite('nākamajais')}",
    2: f"{definite('aiznākamais')}|{definite('aiznākošais')}",
    0: f"""
        šajā|šo|šī|šis|šīs|šim|šai|šinī|šajās|šajos|šo pašu|šīm|šiem|{definite("tuvākais")}|
        {definite("esošais")}
    """,
    -1: f"{definite('pagājušais')}|{definite('iepriekšējais')}|{definite('pēdējais')}",
}
_WEEKENDS = {
    Weekend(): """
        nedēļas nogale|nedēļas nogalē|nedēļas nogali|nedēļas nogalei|nedēļas nogales|nedēļas nogalēs|
        nedēļnogalē|nedēļnogale|nedēļas izskaņā|nogalē
    """,
    Weekend(hours=0): "brīvdienās|brīvdienas|brīvdienām|sestdien svētdien|sestdienā svētdienā",
}
_SPRING, _SUMMER = Season((3, 20), (6, 21)), Season((6, 21), (9, 23))
_AUTUMN, _WINTER = Season((9, 23), (12, 21)), Season((12, 21), (3, 20))
_SEASONS = {
    _SPRING: "pavasarī|pavasari|pavasaris|pavasarim|pavasara",
    _SUMMER: "vasarā|vasaru|vasara|vasarai",
    _AUTUMN: "rudenī|rudeni|rudens|rudenim",
    _WINTER: "ziemā|ziemu|ziema|ziemai",
}
_THIS_SEASON = {
    _SPRING: "šopavasar",
    _SUMMER: "šovasar",
    _AUTUMN: "šoruden",
    _WINTER: "šoziem",
}
_EDGES = {
    Edge.BEGIN: "sākumā|sākums|sākumu|sākumam|sākuma|pirmajā pusē",
    Edge.MIDDLE: "vidū|vidus|vidu|vidum",
    Edge.END: "beigās|beigas|beigām|beigu|otrajā pusē|galā",
}
_LENGTHS = {
    times(0.5, HOUR): f"""
        {fourth("pusstunda")}|pus stundas|pus stundu|pus stunda|pus stundai|pusstundiņas|pusstundiņa
    """,
    times(0.25, HOUR): f"""
        {fourth("ceturtdaļstunda")}|stundas ceturkšņa|stundas ceturksnis|stundas ceturksni|
        ceturtdaļ stundas
    """,
    times(0.75, HOUR): f"{fourth('trīsceturtdaļstunda')}|trīs ceturtdaļas stundas",
    times(6, MONTH): f"{first('pusgads')}|pusgada",
    times(1.5, HOUR): f"{fourth('pusotrastunda')}",
}

_SAME_TIME = "šajā pašā laikā|tajā pašā laikā|tai pašā laikā|šajā laikā|tāpat laikā|tādā pašā laikā"

CALENDAR = (
    *table("weekday", {number: _weekday_words(stem) for number, stem in enumerate(_WEEKDAYS)}),
    *table(
        "",
        {nearest_weekday(1, number): _next_weekday_words(stem) for number, stem in enumerate(_WEEKDAYS)},
    ),
    *_months(),
    *table("unit", _UNITS),
    *table("units", _MANY),
    *table("", _DAYS),
    *table("now", {NOW: _NOW}),
    *table("", {NOW: _SAME_TIME}),
    *table("", {named_part(name): words for name, words in _PARTS.items()}),
    # Without its mark "rītā" is "Rita", which is a name, and "dienā" is "diena".
    *table("", {named_part("morning"): "rītā|rītos"}, strict=True),
    *table("weakpart", {named_part("morning"): "rītā|rītu"}),
    *table("inday", {DAY: "dienā"}, strict=True),
    *table("", {about(clock(minute, Half.EXACT, Grain.HOUR)): words for minute, words in _CLOCKS.items()}),
    *table("", {clock(hour * 60 - 30, Half.OPEN, Grain.MINUTE): words for hour, words in HALF_HOURS.items()}),
    *table("", {Moment(span=span): words for span, words in _NAMED_CYCLES.items()}),
    *table("weekend", _WEEKENDS),
    *table("season", _SEASONS),
    *table("", {Moment(span=season): words for season, words in _THIS_SEASON.items()}),
    *table("edge", _EDGES),
    *table("dir", _DIRECTIONS),
    *table("dur", _LENGTHS),
    *table("quarter", {15: "ceturksnis|ceturkšņa|ceturksni|ceturksnim|ceturksnī"}),
    *small({"early": "agri|agrs", "later": "vēlāk"}),
)
