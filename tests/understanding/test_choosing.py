"""Which of the options that were read out is chosen."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from ivr.understanding.choosing import choose
from ivr.understanding.result import Ambiguous, Match, NoMatch

Options = Mapping[str, tuple[str, ...]]

DEPARTMENTS: Options = {"billing": ("invoices", "billing", "bills"), "sales": ("sales", "buying something")}
SLOTS: Options = {
    "mon10": ("Monday at ten", "Monday 10:00"),
    "mon14": ("Monday at two", "Monday 14:00"),
    "tue10": ("Tuesday at ten", "Tuesday 10:00"),
}
WAYS: Options = {"sms": ("a text message", "SMS"), "mail": ("an e-mail", "mail"), "call": ("a call", "phone")}
RATED: Options = {
    "very": ("very satisfied",),
    "quite": ("satisfied",),
    "not": ("dissatisfied", "unhappy"),
    "no": ("no opinion",),
}
ROOMS: Options = {"two": ("two rooms",), "three": ("three rooms",)}
YES_NO: Options = {"yes": ("yes",), "no": ("no",), "else": ("something else",)}
NODALAS: Options = {"billing": ("rēķini", "grāmatvedība"), "sales": ("pārdošana", "jauns līgums")}
LAIKI: Options = {
    "p10": ("pirmdien desmitos",),
    "p14": ("pirmdien divos",),
    "o10": ("otrdien desmitos",),
}
VEIDI: Options = {"sms": ("īsziņa", "SMS"), "mail": ("e-pasts",), "call": ("zvans", "pa telefonu")}
VERTEJUMI: Options = {
    "very": ("ļoti apmierināts", "ļoti apmierināta"),
    "quite": ("apmierināts", "apmierināta"),
    "not": ("neapmierināts", "neapmierināta"),
}
KEYS = {"billing": "1", "sales": "2"}
FAR_KEYS = {"billing": "4", "sales": "7"}

CHOSEN: tuple[tuple[str, Options, Mapping[str, str], str, tuple[str, ...]], ...] = (
    ("en", DEPARTMENTS, KEYS, "billing", (
        "invoices", "the invoices please", "it's about an invoice", "billing", "my bill", "bills I think",
        "the first one", "the first", "number one", "one", "press one", "1", "the former",
        "not sales, invoices",
        "sales, no, invoices", "sales, sorry, billing", "invoices, not sales",
        "I don't want sales, I want billing",
        "I'd like to talk to somebody about my last invoice please",
    )),
    ("en", DEPARTMENTS, KEYS, "sales", (
        "sales", "sales please", "to sales", "I want to buy something", "the second", "the second one please",
        "the last one", "the latter", "two", "press two", "option two", "number 2", "the other one",
        "not invoices but sales", "no, sales", "I'll take the second option", "billing, I mean sales",
        "Sales.",
    )),
    ("en", DEPARTMENTS, FAR_KEYS, "sales", ("seven", "press seven", "7", "the second")),
    ("en", SLOTS, {}, "mon14", ("Monday at two", "two", "at two", "the second one", "14:00",
        "two o'clock please")),
    ("en", SLOTS, {}, "tue10", ("Tuesday", "on Tuesday please", "Tuesday at ten", "the last one", "third",
        "the latest")),
    ("en", SLOTS, {}, "mon10", ("Monday at ten", "Monday, ten", "the first", "the earliest",
        "not Tuesday, Monday at ten")),
    ("en", WAYS, {}, "mail", ("email", "by e-mail", "an email please", "e mail", "mail it to me", "two",
        "the second")),
    ("en", WAYS, {}, "sms", ("text", "text message", "by sms", "send me a text", "one")),
    ("en", WAYS, {}, "call", ("call", "a call", "call me", "by phone", "the third one", "three",
        "the last one")),
    ("en", RATED, {}, "very", ("very satisfied", "I'm very satisfied", "very")),
    ("en", RATED, {}, "quite", ("satisfied", "I am satisfied", "satisfied I guess")),
    ("en", RATED, {}, "not", ("dissatisfied", "rather unhappy")),
    ("en", RATED, {}, "no", ("no opinion", "I have no opinion", "the fourth", "the last")),
    ("en", ROOMS, {"two": "1", "three": "2"}, "two", ("two", "two rooms", "the first", "one")),
    ("en", YES_NO, {}, "no", ("no", "no thanks")),
    ("en", YES_NO, {}, "else", ("something else", "the third")),
    ("lv", NODALAS, KEYS, "billing", (
        "rēķini", "rēķinu", "par rēķinu", "par rēķiniem lūdzu", "rekini", "grāmatvedību", "pirmais", "pirmo",
        "pirmo lūdzu", "viens", "spiežu viens", "numur viens", "nevis pārdošana, bet rēķini",
        "pārdošana, nē, rēķini", "rēķini, nevis pārdošana", "es gribētu parunāt par savu pēdējo rēķinu",
    )),
    ("lv", NODALAS, KEYS, "sales", (
        "pārdošana", "pārdošanu", "uz pārdošanu", "pardosanu ludzu", "jaunu līgumu", "otrais", "otro", "otru",
        "pēdējo", "to otro", "divi", "nospiedīšu divi", "taustiņš divi", "nē, pārdošana", "2",
    )),
    ("lv", LAIKI, {}, "p14", ("pirmdien divos", "divos", "otro", "pirmdien 2", "otrais laiks")),
    ("lv", LAIKI, {}, "o10", ("otrdien", "otrdien desmitos", "otrdienā lūdzu", "pēdējo", "trešo")),
    ("lv", LAIKI, {}, "p10", ("pirmdien desmitos", "pirmais", "agrāko", "pirmdien, desmitos")),
    ("lv", VEIDI, {}, "mail", ("e-pasts", "uz e-pastu", "epastu", "e-pastā lūdzu", "e pastu", "otro",
        "divi")),
    ("lv", VEIDI, {}, "sms", ("īsziņu", "ar īsziņu", "isziņa", "sms", "pirmo")),
    ("lv", VEIDI, {}, "call", ("zvanu", "pa telefonu", "trešo", "pēdējais")),
    ("lv", VERTEJUMI, {}, "very", ("ļoti apmierināts", "esmu ļoti apmierināta", "ļoti")),
    ("lv", VERTEJUMI, {}, "quite", ("apmierināta", "esmu apmierināts")),
    ("lv", VERTEJUMI, {}, "not", ("neapmierināts", "esmu neapmierināta", "trešais")),
    ("en", SLOTS, {}, "mon14", (
        "the middle one", "the one in the middle", "not the first, the second",
        "not the first but the second",
        "the last one, no, the second",
    )),
    ("lv", LAIKI, {}, "p14", ("vidējo", "ne pirmo, otro", "nevis pirmo, bet otro", "trešo, nē, otro")),
)  # fmt: skip
NONE_OF_THEM: tuple[tuple[str, Options, tuple[str, ...]], ...] = (
    ("en", DEPARTMENTS, (
        "neither", "neither of them", "none of them", "none of those", "something else", "no", "nope", "none",
        "neither invoices nor sales", "I need something different", "no, something else", "someone else",
        "none of them, the technicians", "not any of those",
    )),
    ("en", SLOTS, ("any other time", "I can't do any of these", "I can't make either of them")),
    ("en", SLOTS, ("none of those times", "another time", "another day please", "they don't suit me",
        "neither works")),
    ("lv", NODALAS, (
        "nevienu", "neviens", "nevienu no tiem", "ne viens, ne otrs", "kaut ko citu", "citu", "nē", "cits",
        "nekas no minētā", "ne vienu ne otru", "man vajag kaut ko citu",
    )),
    ("lv", LAIKI, ("jebkurā citā laikā",)),
    ("lv", LAIKI, ("cits laiks", "neviens neder", "citu dienu", "man neder", "nevienā no tiem")),
)  # fmt: skip
SEVERAL: tuple[tuple[str, Options, tuple[str, ...], tuple[str, ...]], ...] = (
    ("en", DEPARTMENTS, ("billing", "sales"), (
        "either invoices or sales", "invoices and sales", "both", "either", "any of them", "I don't mind",
        "whichever",
    )),
    ("en", SLOTS, ("mon10", "mon14"), ("the first or the second", "either the first or the second one")),
    ("lv", LAIKI, ("p10", "o10"), ("pirmo vai trešo",)),
    ("en", SLOTS, ("mon10", "mon14"), ("Monday", "on Monday please")),
    ("en", SLOTS, ("mon10", "mon14", "tue10"), ("the other one", "no, the other one")),
    ("en", SLOTS, ("mon10", "tue10"), ("not the second", "not the second one")),
    ("en", SLOTS, ("mon14", "tue10"), ("not the first one, the other",)),
    ("lv", LAIKI, ("p14", "o10"), ("ne pirmo", "tikai ne to pirmo")),
    ("en", SLOTS, ("mon10", "tue10"), ("ten", "at ten o'clock", "10")),
    ("en", SLOTS, ("mon14", "tue10"), ("Monday at two or Tuesday at ten",)),
    ("lv", NODALAS, ("billing", "sales"), ("rēķini vai pārdošana", "abi", "vienalga",
        "gan rēķini, gan pārdošana")),
    ("lv", LAIKI, ("p10", "p14"), ("pirmdien", "pirmdienā lūdzu")),
    ("lv", LAIKI, ("p10", "o10"), ("desmitos",)),
)  # fmt: skip
NOTHING: tuple[tuple[str, Options, tuple[str, ...]], ...] = (
    ("en", DEPARTMENTS, (
        "", "what?", "hello", "I don't know", "say that again", "nine", "wait a second please",
        "I have two children and a dog at home", "not sales", "first of all good morning", "the third one",
    )),
    ("en", SLOTS, ("at nine", "Sunday at", "hm")),
    ("en", DEPARTMENTS, ("the middle",)),
    ("lv", NODALAS, ("", "ko?", "labdien", "nezinu", "atkārtojiet", "deviņi",
        "man ir divi bērni un suns mājās",
                     "nevis pārdošana", "trešais")),
    ("lv", LAIKI, ("deviņos", "piektdien", "trijos")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "options", "keys", "want", "words"),
    [(*case[:4], words) for case in CHOSEN for words in case[4]],
)
def test_an_option_is_chosen(
    language: str, options: Options, keys: Mapping[str, str], want: str, words: str
) -> None:
    found = choose(words, language, options, keys)
    assert isinstance(found, Match), found
    assert (found.value, words) == (want, words), found
    assert found.span is not None
    assert words[slice(*found.span)].strip()


@pytest.mark.parametrize(
    ("language", "options", "taken", "words", "want"),
    [
        ("en", DEPARTMENTS, "sales", "no, the other one", "billing"),
        ("en", DEPARTMENTS, "billing", "the other one", "sales"),
        ("en", DEPARTMENTS, None, "not the second one", "billing"),
        ("en", SLOTS, "mon10", "not the second one either", "tue10"),
        ("lv", NODALAS, None, "tikai ne otro", "billing"),
        ("lv", LAIKI, "p10", "nē, to otru", "p14"),
        ("lv", LAIKI, "p10", "un ne otro", "o10"),
    ],
)
def test_the_other_one_is_none_that_was_taken_or_refused(language, options, taken, words, want) -> None:
    found = choose(words, language, options, {}, taken)
    assert isinstance(found, Match), found
    assert found.value == want


@pytest.mark.parametrize(
    ("language", "options", "words"), [(*case[:2], words) for case in NONE_OF_THEM for words in case[2]]
)
def test_none_of_them_is_wanted(language: str, options: Options, words: str) -> None:
    found = choose(words, language, options, {})
    assert isinstance(found, Match), found
    assert found.value is None, found


@pytest.mark.parametrize(
    ("language", "options", "want", "words"), [(*case[:3], words) for case in SEVERAL for words in case[3]]
)
def test_between_several_the_person_decides(
    language: str, options: Options, want: tuple[str, ...], words: str
) -> None:
    found = choose(words, language, options, {})
    assert isinstance(found, Ambiguous), found
    assert {value for value, _ in found.values} == set(want), found


@pytest.mark.parametrize(
    ("language", "options", "words"), [(*case[:2], words) for case in NOTHING for words in case[2]]
)
def test_what_names_no_option(language: str, options: Options, words: str) -> None:
    assert isinstance(choose(words, language, options, {}), NoMatch), choose(words, language, options, {})
