"""Latvian names of feasts."""

from __future__ import annotations

from ivr.understanding.times.feasts import advent, fixed, from_easter, nth_weekday
from ivr.understanding.times.latvian.forms import definite
from ivr.understanding.times.pieces import table

_SUNDAY = 6


def _plural(stem: str) -> str:
    """The forms of "Mārtiņi", alone and as a day of its own ("Mārtiņu diena")."""
    forms = [f"{stem}{ending}" for ending in ("i", "os", "iem", "us", "u")]
    return "|".join((*forms, _day(f"{stem}u")))


def _feast(name: str) -> str:
    """The forms of "Ziemassvētki"."""
    return "|".join(f"{name}{ending}" for ending in ("svētki", "svētkos", "svētkiem", "svētkus", "svētku"))


def _day(name: str) -> str:
    """The forms of "Mātes diena"."""
    return "|".join(f"{name} dien{ending}" for ending in ("a", "ā", "as", "ai", "u"))


def _eve(name: str) -> str:
    """The forms of "Līgo vakars"."""
    return "|".join(f"{name}vakar{ending}" for ending in ("s", "ā", "u", "a", "am"))


def _weekday(name: str, weekday: str) -> str:
    """The forms of "Lielā piektdiena"."""
    names = definite(name).split("|")
    return "|".join(f"{one} {weekday}{ending}" for one in names for ending in ("", "a", "ā", "as", "ai", "u"))


def _joined(words: str) -> str:
    """The same in one word each."""
    return words.replace(" ", "")


_BY_DATE = {
    fixed(1, 1): """
        jaungads|jaungadā|jaungada|jaungadam|jaungadu|jaunais gads|jaunajā gadā|jaunā gada|jauno gadu|
        jaunajam gadam
    """,
    fixed(1, 6): f"trīskungi|trīs kungi|trīskungos|trīskungiem|{_day('zvaigznes')}",
    fixed(1, 20): _day("barikāžu aizstāvju atceres"),
    fixed(2, 14): f"{_day('valentīna')}|{_day('svētā valentīna')}|{_joined(_day('valentīn'))}|valentīnos",
    fixed(3, 8): f"{_day('sieviešu')}|{_day('starptautiskā sieviešu')}|{_day('starptautiskajā sieviešu')}",
    fixed(4, 1): _day("aprīļa joku"),
    fixed(5, 1): f"{_feast('darba ')}|{_day('strādnieku')}",
    fixed(5, 4): f"{_day('neatkarības atjaunošanas')}|{_feast('baltā galdauta ')}",
    fixed(5, 9): _day("eiropas"),
    fixed(6, 23): f"""
        līgo|{_feast("līgo")}|{_feast("līgo ")}|{_day("līgo")}|{_joined(_day("līgo"))}|
        {_eve("līgo")}|{_eve("līgo ")}|{_day("zāļu")}
    """,
    fixed(6, 24): f"jāņos|jāņiem|{_day('jāņu')}|pašos jāņos",
    fixed(9, 1): f"{_day('zinību')}|pirmais septembris|pirmajā septembrī",
    fixed(9, 29): _plural("miķeļ"),
    fixed(10, 31): f"helovīns|helovīnā|helovīnu|helovīna|halovīns|halovīnā|halovīnu|{_day('visu svēto')}",
    fixed(11, 10): _plural("mārtiņ"),
    fixed(11, 11): _day("lāčplēša"),
    fixed(11, 18): f"""
        {_day("latvijas dzimšanas")}|{_day("valsts")}|{_feast("valsts ")}|{_day("neatkarības")}|
        {_day("proklamēšanas")}|{_day("republikas proklamēšanas")}
    """,
    fixed(12, 24): f"{_eve('ziemassvētku ')}|{_eve('ziemsvētku ')}|{_eve('svēt')}",
    fixed(12, 25): f"""
        {_feast("ziemas")}|{_feast("ziem")}|{_feast("ziemas ")}|{_day("ziemassvētku")}|
        pirmie ziemassvētki|pirmajos ziemassvētkos|{_day("pirmajā ziemassvētku")}
    """,
    fixed(12, 26): f"""
        otrie ziemassvētki|otrajos ziemassvētkos|otrajiem ziemassvētkiem|{_day("otrajā ziemassvētku")}|
        {_day("otrā ziemassvētku")}
    """,
    fixed(12, 31): f"""
        vecgads|vecgadā|vecgadu|vecgada|vecgadam|{_eve("vecgada ")}|{_day("vecgada")}|{_eve("jaungada ")}|
        vecgada naktī
    """,
}
_BY_WEEKDAY = {
    nth_weekday(2, _SUNDAY, 5): f"{_day('mātes')}|{_day('māmiņu')}",
    nth_weekday(2, _SUNDAY, 9): f"{_day('tēva')}|{_day('tēvu')}",
    advent(1): "pirmā advente|pirmajā adventē|pirmās adventes|pirmo adventi",
    advent(2): "otrā advente|otrajā adventē|otrās adventes|otro adventi",
    advent(3): "trešā advente|trešajā adventē|trešās adventes|trešo adventi",
    advent(4): "ceturtā advente|ceturtajā adventē|ceturtās adventes|ceturto adventi",
}
_BY_EASTER = {
    from_easter(-47): _plural("meteņ"),
    from_easter(-46): f"pelnu trešdiena|pelnu trešdienā|{_day('pelnu')}",
    from_easter(-7): "pūpolsvētdiena|pūpolsvētdienā|pūpolu svētdiena|pūpolu svētdienā|pūpolsvētdien",
    from_easter(-3): _weekday("zaļais", "ceturtdien"),
    from_easter(-2): f"{_weekday('lielais', 'piektdien')}|lielpiektdiena|lielpiektdienā|lielpiektdien",
    from_easter(-1): f"{_weekday('klusais', 'sestdien')}|{_weekday('lielais', 'sestdien')}",
    from_easter(0): """
        lieldienas|lieldienās|lieldienām|lieldienu|pirmās lieldienas|pirmajās lieldienās|lieldienu svētdiena|
        lieldienu svētdienā|lieldienu svētdien
    """,
    from_easter(1): """
        otrās lieldienas|otrajās lieldienās|otrajām lieldienām|lieldienu pirmdiena|lieldienu pirmdienā|
        lieldienu pirmdien|lieldienu otrā diena|lieldienu otrajā dienā
    """,
    from_easter(39): f"{_day('debesbraukšanas')}|{_day('kristus debesbraukšanas')}",
    from_easter(49): f"{_feast('vasaras ')}|{_feast('vasar')}",
}

FEASTS = (
    *table("feast", _BY_DATE | _BY_WEEKDAY | _BY_EASTER),
    # Without its marks "Jāņi" is "Jāni", somebody's name.
    *table("feast", {fixed(6, 24): "jāņi|jāņus"}, strict=True),
)
