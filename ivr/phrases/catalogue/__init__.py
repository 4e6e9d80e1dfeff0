"""Every sentence the product can say: its id, its speech act, its words in each language.

Formal address, one idea a sentence. A company replaces the words of any phrase in its file (``wording``),
for all uses of it (``menu.choice``) or for one (``menu.choice.sales.1``).

A phrase may be *about* things of the company (a department, a key of the menu): those are known when the
file is loaded, so the sentence is rendered ahead and may be recorded by a voice actor. Whatever is known only
during a call (a time, a telephone number) is *moving*.
"""

from __future__ import annotations

from collections.abc import Mapping

from ivr.phrases.catalogue import appointment, conduct, department, exchange, outreach, reception
from ivr.phrases.catalogue.phrase import Phrase

_PARTS = (reception, appointment, outreach, conduct, department, exchange)
CATALOGUE: Mapping[str, Phrase] = {phrase.id: phrase for part in _PARTS for phrase in part.PHRASES}
LANGUAGES: tuple[str, ...] = ("lv", "en")  # languages in which the catalogue has every phrase

# What fills {hello} and {tongue}: language → value → words.
HELLO: Mapping[str, Mapping[str, str]] = {
    "lv": {"morning": "labrīt", "day": "labdien", "evening": "labvakar"},
    "en": {"morning": "good morning", "day": "good afternoon", "evening": "good evening"},
}
TONGUES: Mapping[str, Mapping[str, str]] = {
    "lv": {"lv": "latviešu", "en": "angļu"},
    "en": {"lv": "Latvian", "en": "English"},
}
# What fills {answer}: language → what was understood → words.
ANSWERS: Mapping[str, Mapping[str, str]] = {
    "lv": {"yes": "jā", "no": "nē", "later": "vēl padomās"},
    "en": {"yes": "yes", "no": "no", "later": "wants to think about it"},
}
OPERATOR_NUMBER: Mapping[str, str] = {"lv": "operatora numurs {}", "en": "operator number {}"}  # in {who}
# Before the last of several between which to choose.
EITHER: Mapping[str, str] = {"lv": "vai", "en": "or"}
