"""Whether a request is Twilio's: the example of its documentation, and its own validator beside ours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from twilio.request_validator import RequestValidator

from ivr.lines.twilio.form import Form
from ivr.lines.twilio.signature import Signatures

# https://www.twilio.com/docs/usage/security, "Validating requests"
TOKEN, PUBLIC, TARGET = "12345", "https://mycompany.com", "/myapp.php?foo=1&bar=2"
PARAMETERS = {
    "CallSid": "CA1234567890ABCDE",
    "Caller": "+12349013030",
    "Digits": "1234",
    "From": "+12349013030",
    "To": "+18005551212",
}
SIGNATURE = "0/KCTR6DLpKmkAf8muzZqo1nDgQ="


def valid(tokens=(TOKEN,), public=PUBLIC, target=TARGET, parameters=PARAMETERS, signature=SIGNATURE) -> bool:
    return Signatures(public, tokens).valid(target, parameters.items(), signature)


@pytest.mark.parametrize(
    ("differs", "is_valid"),
    [
        ({}, True),
        ({"tokens": ("another", TOKEN)}, True),  # the secondary token, while tokens are changed
        ({"public": "https://mycompany.com:443"}, True),
        ({"parameters": dict(reversed(PARAMETERS.items()))}, True),  # their order does not count
        ({"tokens": ("54321",)}, False),
        ({"tokens": ()}, False),
        ({"target": "/myapp.php?foo=1&bar=3"}, False),
        ({"target": "/myapp.php?bar=2&foo=1"}, False),
        ({"target": "/myapp.php"}, False),
        ({"public": "http://mycompany.com"}, False),
        ({"public": "https://mycompany.org"}, False),
        ({"parameters": PARAMETERS | {"Digits": "1235"}}, False),
        ({"parameters": PARAMETERS | {"More": ""}}, False),
        ({"parameters": {name: PARAMETERS[name] for name in ("CallSid", "Caller", "Digits")}}, False),
        ({"parameters": {}}, False),
        ({"signature": ""}, False),
        ({"signature": SIGNATURE.rstrip("=")}, False),
        ({"signature": SIGNATURE.lower()}, False),
        ({"signature": "ā" * 28}, False),
    ],
)
def test_the_documented_example_and_what_differs_from_it(differs, is_valid):
    assert valid(**differs) is is_valid


PUBLICS = ("https://bot.example.com", "http://bot.example.com", "https://bot.example.com:8443/ivr")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(
    public=st.sampled_from(PUBLICS),
    pairs=st.lists(st.tuples(TEXTS, TEXTS), max_size=8),
    again=st.booleans(),
)
def test_what_twilio_s_package_signs_is_valid_and_what_it_refuses_is_not(public, pairs, again):
    form = Form(tuple(pairs + pairs[:1] if again else pairs))
    validator, target = RequestValidator(TOKEN), "/twilio/turn?turn=3"
    signature = validator.compute_signature(public + target, form)
    ours = Signatures(public, (TOKEN,))
    assert ours.valid(target, form.pairs, signature)
    changed = Form((*form.pairs, ("Digits", "9 that were not signed")))
    assert not validator.validate(public + target, changed, signature)
    assert not ours.valid(target, changed.pairs, signature)


@pytest.mark.parametrize(
    ("public", "signed"),
    [
        (public, spelt)
        for spellings in (
            ("https://bot.example.com", "https://bot.example.com:443"),
            ("http://bot.example.com", "http://bot.example.com:80"),
            ("https://bot.example.com/ivr", "https://bot.example.com:443/ivr"),
        )
        for public in spellings
        for spelt in spellings
    ]
    + [("https://bot.example.com:8443", "https://bot.example.com")],
)
def test_a_port_may_stand_in_the_signed_address_or_not(public, signed):
    signature = RequestValidator(TOKEN).compute_signature(f"{signed}/twilio/voice", PARAMETERS)
    assert valid(public=public, target="/twilio/voice", signature=signature)
