"""Where words lead, in the example company and in one of twenty departments, in Latvian and English."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from ivr.company.loader import load
from ivr.company.models import Company
from ivr.understanding.intent import Target, intents, prepare
from ivr.understanding.intent import _router as learnt_router
from ivr.understanding.recall import Arrays, Learn
from ivr.understanding.result import Ambiguous, Match, NoMatch

HERE = Path(__file__).parent / "intents"
SAID = [json.loads(line) for line in (HERE / "said.jsonl").read_text(encoding="utf-8").splitlines()]

WANTED: Mapping[str, Mapping[str, tuple[str, ...]]] = {  # language → where it leads → what is said
    "lv": {
        "sales": (
            "gribētu pasūtīt jaunu iekārtu",
            "cik maksātu divi gabali",
            "kāda ir cena",
            "vai šī prece jums ir noliktavā",
            "kad atvedīs manu pasūtījumu",
            "vēlos nopirkt",
            "savienojiet ar pārdošanu",
            "velos pasutit preci",
            "VĒLOS PASŪTĪT!",
        ),
        "support": (
            "mana iekārta sabojājās",
            "nekas vairs nestrādā",
            "vajag meistaru",
            "pieteikt bojājumu",
            "ierīce neieslēdzas",
            "gribu runāt ar atbalstu",
            "man ir tehniskas problēmas",
        ),
        "billing": (
            "saņēmu nepareizu rēķinu",
            "kur varu samaksāt",
            "par rēķina apmaksu",
            "neesmu saņēmis rēķinu",
            "savienojiet ar grāmatvedi",
            "rekins nav pareizs",
        ),
        "hours": ("līdz cikiem esat atvērti", "kad jūs slēdzat", "vai rīt strādājat"),
        "address": ("kur ir jūsu birojs", "kā pie jums atbraukt", "pasakiet adresi"),
        "remote_help": ("vai varat pieslēgties manam datoram", "vajag attālinātu palīdzību"),
        "reception": ("savienojiet ar recepciju", "recepcija"),
        "info": ("informācija par uzņēmumu",),
    },
    "en": {
        "sales": (
            "I'd like to place an order",
            "what would two of them cost",
            "what's the price",
            "have you got it in stock",
            "when is my order coming",
            "I want to buy one",
            "put me through to sales",
        ),
        "support": (
            "nothing works any more",
            "I need somebody to repair it",
            "it won't switch on",
            "technical support please",
            "I have got a technical issue",
        ),
        "billing": (
            "the invoice is wrong",
            "where can I pay my bill",
            "about paying an invoice",
            "I have not received the invoice",
            "can I speak to accounting",
        ),
        "hours": ("until when are you open", "what time do you close"),
        "address": ("where is your office", "how can I find you", "tell me the address"),
        "remote_help": ("can you connect to my laptop", "I need remote help"),
        "reception": ("reception please",),
        "info": ("tell me about the company",),
    },
}
NOT_OURS: Mapping[str, tuple[str, ...]] = {  # language → what the example company has nothing to do with
    "lv": (
        "kāds rīt būs laiks",
        "kas uzvarēja hokejā",
        "pastāsti anekdoti",
        "man sāp zobs",
        "gribu atvērt kontu bankā",
        "cik ir pulkstenis",
        "labdien",
        "jā",
        "nē",
        "es nezinu",
        "kas ir latvijas prezidents",
        "gribu noīrēt dzīvokli",
        "kad atiet vilciens uz rīgu",
        "vai jūs griežat matus",
        "man nozaga somu",
        "gribu runāt ar juristu",
        "mans suns ir slims",
        "la la la",
        "nu tā nu",
    ),
    "en": (
        "what will the weather be tomorrow",
        "who won the hockey game",
        "tell me a joke",
        "my tooth hurts",
        "I want to open a bank account",
        "what time is it",
        "hello",
        "yes",
        "no",
        "I don't know",
        "who is the president",
        "I want to rent a flat",
        "when does the train to Riga leave",
        "do you cut hair",
        "somebody stole my bag",
        "I want to talk to a lawyer",
        "my dog is ill",
        "la la la",
        "well you know",
    ),
}
TWO_WISHES: Mapping[
    str, tuple[tuple[str, set[str]], ...]
] = {  # language → what is said, between which we ask
    "lv": (
        ("rēķini vai pārdošana?", {"billing", "sales"}),
        ("gribu pasūtīt iekārtu un vēl samaksāt rēķinu", {"billing", "sales"}),
        ("iekārta nedarbojas un rēķinā ir kļūda", {"billing", "support"}),
        ("kur jūs atrodaties un cikos strādājat", {"address", "hours"}),
    ),
    "en": (
        ("invoices or sales?", {"billing", "sales"}),
        ("I would like to order one and pay my invoice", {"billing", "sales"}),
        ("it does not work and there is a mistake in the invoice", {"billing", "support"}),
        ("where are you and when are you open", {"address", "hours"}),
    ),
}


@pytest.fixture(scope="module")
def twenty() -> Company:
    """A company of twenty departments and three answers."""
    return load(HERE / "twenty.yaml").company


@pytest.mark.parametrize(
    ("language", "wanted", "text"),
    [
        (language, id_, text)
        for language, wanted in WANTED.items()
        for id_, texts in wanted.items()
        for text in texts
    ],
)
def test_a_wish_leads_there(example: Company, language: str, wanted: str, text: str) -> None:
    found = intents(example, language).route(text)
    assert isinstance(found, Match), found
    assert found.value.id == wanted
    assert 0 < found.confidence <= 1
    assert found.why


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in NOT_OURS.items() for text in texts]
)
def test_what_is_not_ours_leads_nowhere(example: Company, language: str, text: str) -> None:
    found = intents(example, language).route(text)
    assert isinstance(found, NoMatch), found


@pytest.mark.parametrize(
    ("language", "text", "ids"),
    [(language, text, ids) for language, cases in TWO_WISHES.items() for text, ids in cases],
)
def test_between_two_wishes_we_ask(example: Company, language: str, text: str, ids: set[str]) -> None:
    found = intents(example, language).route(text)
    assert isinstance(found, Ambiguous), found
    assert {target.id for target, _ in found.values} == ids
    assert found.values[0][1] >= found.values[1][1]


# ── Twenty departments ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", ["lv", "en"])
def test_of_twenty_departments_the_right_one_is_found(twenty: Company, language: str) -> None:
    router = intents(twenty, language)
    rows = [row for row in SAID if row["lang"] == language and row["label"]]
    found = [(router.route(row["text"]), row["label"]) for row in rows]
    right = [isinstance(result, Match) and result.value.id == label for result, label in found]
    sure = [result.value.id == label for result, label in found if _sure(result)]
    assert len(rows) == 109
    assert sum(right) / len(rows) > 0.8
    assert sum(sure) / len(sure) > 0.9  # what is not confirmed may not often be wrong


def _sure(result: object) -> bool:
    return isinstance(result, Match) and result.confidence >= 0.8


@pytest.mark.parametrize("language", ["lv", "en"])
def test_of_what_no_department_does_most_leads_nowhere(twenty: Company, language: str) -> None:
    router = intents(twenty, language)
    found = [router.route(row["text"]) for row in SAID if row["lang"] == language and row["label"] is None]
    assert len(found) == 40
    assert sum(isinstance(result, NoMatch) for result in found) / len(found) > 0.75
    assert sum(map(_sure, found)) / len(found) < 0.15


@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_example_leads_where_the_company_file_says(twenty: Company, language: str) -> None:
    router = intents(twenty, language)
    said = [
        (text, id_)
        for id_, part in (twenty.departments | twenty.answers).items()
        for text in part.examples.get(language, ())
    ]
    assert len(said) == 215
    wrong = [(text, id_) for text, id_ in said if router.explain(text, most=1).candidates[0].kind.id != id_]
    assert wrong == []


# ── As people talk: long, polite, in a hurry, off the point, to the wrong company ─────────────────

CALLERS = [json.loads(line) for line in (HERE / "callers.jsonl").read_text(encoding="utf-8").splitlines()]
ACTED_ON = 0.6  # from this confidence on nobody asks back
Told = Match[Target] | Ambiguous[Target] | NoMatch


@pytest.fixture(scope="module")
def calls(example: Company, twenty: Company) -> list[tuple[set[str], Told]]:
    """What each caller wants, and what was made of it."""
    companies = {"example": example, "twenty": twenty}
    return [
        (set(row["want"]), intents(companies[row["company"]], row["lang"]).route(row["text"]))
        for row in CALLERS
    ]


def _acted_on(found: Told) -> bool:
    return isinstance(found, Match) and found.confidence >= ACTED_ON


def _named(found: Told) -> set[str]:
    """Where it leads, or between what the caller is asked."""
    if isinstance(found, NoMatch):
        return set()
    return {found.value.id} if isinstance(found, Match) else {target.id for target, _ in found.values}


def test_of_many_callers_hardly_one_is_led_wrong(calls: list[tuple[set[str], Told]]) -> None:
    ours = [(want, found) for want, found in calls if want]
    assert len(ours) == 242
    assert sum(_acted_on(found) and not _named(found) & want for want, found in ours) / len(ours) <= 0.03
    assert sum(bool(_named(found) & want) for want, found in ours) / len(ours) >= 0.7


def test_of_those_who_want_what_nobody_has_hardly_one_is_led_anywhere(
    calls: list[tuple[set[str], Told]],
) -> None:
    strange = [found for want, found in calls if not want]
    assert len(strange) == 60
    assert sum(map(_acted_on, strange)) / len(strange) <= 0.05
    assert sum(isinstance(found, NoMatch) for found in strange) / len(strange) >= 0.85


# ── Corners ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("text", ["", "   ", "?!", "…"])
def test_nothing_said_leads_nowhere(example: Company, text: str) -> None:
    assert intents(example, "lv").route(text) == NoMatch("Nothing was said.")


def test_a_torrent_of_words_is_heard_to_a_bound(example: Company) -> None:
    found = intents(example, "en").route("there is a mistake in the invoice " + "and so on " * 50_000)
    assert isinstance(found, Match | Ambiguous | NoMatch)


def test_what_is_prepared_is_not_learnt_in_a_call(twenty: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    learnt_router.cache_clear()
    prepare(twenty)
    monkeypatch.delattr("ivr.understanding.intent.Router")
    assert [intents(twenty, language).route("...") for language in twenty.languages]


def test_vectors_are_used_where_they_are_prepared(example: Company) -> None:
    asked: list[str] = []

    def vectors(texts: Sequence[str]) -> NDArray[np.float64]:
        asked.extend(texts)
        return np.eye(len(texts), 3)

    fresh = example.model_copy(deep=True)
    fresh.__pydantic_private__["_derived"] = {}
    prepare(fresh, {"en": vectors})
    intents(fresh, "lv").route("vai varat salabot")
    intents(fresh, "en").route("can you mend it")
    assert asked[-1] == "can you mend it"
    assert "vai varat salabot" not in asked


def test_what_is_said_is_not_learnt_anew_where_something_else_was_changed(example: Company) -> None:
    before = intents(example.model_copy(), "lv")
    changed = example.model_copy(update={"name": example.name.model_copy(deep=True), "wording": {}})
    assert intents(changed, "lv") is before


def test_a_router_is_learnt_once_per_company_file_and_language(example: Company) -> None:
    assert intents(example, "lv") is intents(example, "lv")
    assert intents(example, "lv") is not intents(example, "en")


def test_the_wish_for_a_submenu_is_not_asked_between_it_and_its_answers(twenty: Company) -> None:
    found = intents(twenty, "en").route("something about the company")
    assert isinstance(found, Match)
    assert found.value == Target("group", "about")


def test_a_company_without_examples_is_understood_by_its_names(example: Company) -> None:
    parts = {id_: part.model_copy(update={"examples": {}}) for id_, part in example.departments.items()}
    bare = example.model_copy(update={"departments": parts, "answers": {}, "groups": {}})
    bare.__pydantic_private__["_derived"] = {}
    found = intents(bare, "lv").route("savienojiet ar grāmatvedību")
    assert isinstance(found, Match)
    assert found.value == Target("department", "billing")


def test_what_takes_long_to_learn_is_learnt_once(twenty: Company) -> None:
    kept: dict[str, Arrays] = {}
    learnt: list[str] = []

    def recall(of: str, learn: Learn) -> Arrays:
        if of not in kept:
            learnt.append(of)
            kept[of] = learn()
        return kept[of]

    def routes() -> list[object]:
        learnt_router.cache_clear()
        company = twenty.model_copy()
        prepare(company, recall=recall)
        return [intents(company, "en").explain(text).result for text in ("my invoice", "rain in Spain")]

    first = routes()
    assert len(learnt) == len(twenty.languages)
    assert (routes(), len(learnt)) == (first, len(twenty.languages))


@pytest.mark.parametrize("understood", [(), ("lv",)], ids=["keys alone", "one language"])
def test_nothing_is_learnt_where_nobody_is_heard(example: Company, understood: tuple[str, ...]) -> None:
    learnt: list[str] = []
    prepare(
        example.model_copy(update={"understands": understood}),
        recall=lambda of, learn: learnt.append(of) or learn(),
    )
    assert len(learnt) == len(understood)
