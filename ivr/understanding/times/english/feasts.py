"""English names of feasts: the Western ones, and those of the United States and Britain."""

from __future__ import annotations

from ivr.understanding.times.feasts import advent, fixed, from_easter, nth_weekday
from ivr.understanding.times.pieces import table

_MONDAY, _TUESDAY, _THURSDAY, _FRIDAY, _SUNDAY = 0, 1, 3, 4, 6

_FIXED = {
    fixed(1, 1): "new year|new years|new years day|the new year",
    fixed(12, 31): "new years eve|new year eve",
    fixed(1, 6): "epiphany|three kings|three kings day",
    fixed(2, 2): "groundhog day",
    fixed(2, 14): "valentines|valentines day|valentine day|saint valentines day|st valentines day",
    fixed(3, 8): "womens day|international womens day",
    fixed(3, 17): "st patricks day|saint patricks day|st paddys day|paddys day",
    fixed(4, 1): "april fools|april fools day|april fool day",
    fixed(4, 22): "earth day",
    fixed(5, 1): "labour day|may day|international workers day|workers day",
    fixed(5, 5): "cinco de mayo",
    fixed(5, 9): "europe day",
    fixed(6, 19): "juneteenth",
    fixed(6, 24): "midsummer|midsummer day|midsummers day|st johns day|saint johns day",
    fixed(6, 23): "midsummer eve|midsummers eve|ligo",
    fixed(7, 4): "independence day|fourth of july|july fourth",
    fixed(7, 14): "bastille day",
    fixed(8, 15): "assumption day|assumption",
    fixed(10, 31): "halloween|hallowe'en|all hallows eve",
    fixed(11, 1): "all saints day|all saints|all hallows",
    fixed(11, 2): "all souls day|all souls",
    fixed(11, 5): "guy fawkes night|guy fawkes|guy fawkes day|bonfire night",
    fixed(11, 11): "veterans day|armistice day|remembrance day",
    fixed(12, 6): "st nicholas day|saint nicholas day",
    fixed(12, 24): "christmas eve|xmas eve",
    fixed(12, 25): "christmas|christmas day|xmas|xmas day|x mas",
    fixed(12, 26): "boxing day|st stephens day",
}
_BY_WEEKDAY = {
    nth_weekday(3, _MONDAY, 1): """
        mlk day|martin luther king day|martin luther king jr day|martin luther kings day
    """,
    nth_weekday(3, _MONDAY, 2): "presidents day|washingtons birthday",
    nth_weekday(2, _SUNDAY, 5): "mothers day",
    nth_weekday(-1, _MONDAY, 5): "memorial day",
    nth_weekday(3, _SUNDAY, 6): "fathers day",
    nth_weekday(1, _MONDAY, 9): "labor day",
    nth_weekday(2, _MONDAY, 10): "columbus day|indigenous peoples day",
    nth_weekday(4, _THURSDAY, 11): "thanksgiving|thanksgiving day",
    nth_weekday(4, _THURSDAY, 11, later=1): "black friday",
    nth_weekday(4, _THURSDAY, 11, later=4): "cyber monday",
    nth_weekday(-1, _MONDAY, 5): "spring bank holiday",
    nth_weekday(1, _MONDAY, 5): "early may bank holiday",
    nth_weekday(-1, _MONDAY, 8): "summer bank holiday|august bank holiday",
    advent(1): "first advent|first sunday of advent|first sunday in advent|advent sunday",
    advent(2): "second advent|second sunday of advent",
    advent(3): "third advent|third sunday of advent",
    advent(4): "fourth advent|fourth sunday of advent",
}
_BY_EASTER = {
    from_easter(-47): "shrove tuesday|mardi gras|pancake day|pancake tuesday|fat tuesday",
    from_easter(-46): "ash wednesday",
    from_easter(-7): "palm sunday",
    from_easter(-3): "maundy thursday|holy thursday",
    from_easter(-2): "good friday",
    from_easter(-1): "holy saturday|easter saturday|easter eve",
    from_easter(0): "easter|easter day|easter sunday",
    from_easter(1): "easter monday",
    from_easter(39): "ascension|ascension day|ascension thursday",
    from_easter(49): "pentecost|whitsun|whit sunday|whitsunday",
    from_easter(50): "whit monday|pentecost monday",
    from_easter(56): "trinity sunday",
    from_easter(60): "corpus christi",
}

FEASTS = table("feast", _FIXED | _BY_WEEKDAY | _BY_EASTER)
