"""Parameters as they come."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from twilio.request_validator import RequestValidator

from ivr.lines.twilio.form import LONGEST_NAME, LONGEST_VALUE, MOST, Form, MalformedError, printable, read


@pytest.mark.parametrize(
    ("encoded", "pairs"),
    [
        (b"", ()),
        (b"Digits=1", (("Digits", "1"),)),
        (b"Digits=", (("Digits", ""),)),
        (b"a=1&b=2&a=3", (("a", "1"), ("b", "2"), ("a", "3"))),
        (b"From=%2B37120000001&FromCity=R%C4%ABga+1", (("From", "+37120000001"), ("FromCity", "Rīga 1"))),
        (b"a=b=c%26d", (("a", "b=c&d"),)),
        (b"=1", (("", "1"),)),
        (b"a=%3C%2FSay%3E%00%0A", (("a", "</Say>\x00\n"),)),
        (b"a=%zz", (("a", "%zz"),)),
    ],
)
def test_a_form_as_it_came(encoded, pairs):
    assert read(encoded).pairs == pairs


NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=LONGEST_NAME)


@given(st.lists(st.tuples(NAMES, st.text("aā+% &=;\n")), max_size=5))
def test_a_form_is_read_as_urllib_reads_it(pairs):
    encoded = urlencode(pairs)
    read_by_urllib = parse_qsl(encoded, keep_blank_values=True, strict_parsing=bool(encoded))
    assert read(encoded.encode()).pairs == tuple(read_by_urllib) == tuple(pairs)


def test_a_form_is_a_mapping_of_first_values():
    form = read(b"a=1&b=2&a=3")
    assert dict(form) == {"a": "1", "b": "2"}
    assert (len(form), "a" in form, form.get("c", "-")) == (2, True, "-")
    assert form.getlist("a") == ("1", "3")
    with pytest.raises(KeyError):
        form["c"]
    with pytest.raises(KeyError):
        form.getlist("c")


def test_forms_of_the_same_parameters_are_the_same():
    assert read(b"a=1&b=2") == Form((("a", "1"), ("b", "2")))
    assert read(b"a=1&b=2") != read(b"b=2&a=1")


def test_twilio_s_own_validator_signs_every_value_of_a_repeated_parameter():
    validator = RequestValidator("token")
    several = validator.compute_signature("https://bot.example.com/", read(b"a=1&b=2&a=3"))
    assert several == validator.compute_signature("https://bot.example.com/a1a3b2", {})


@pytest.mark.parametrize(
    ("encoded", "why"),
    [
        (b"a", "not a form"),
        (b"a=1&&b=2", "not a form"),
        (b"{}", "not a form"),
        (b"&".join(b"a=1" for _ in range(MOST + 1)), f"at most {MOST}"),
        (b"a=%ff", "not URL-encoded UTF-8"),
        (b"a=%ed%a0%80", "not URL-encoded UTF-8"),
        ("a=ā".encode(), "not URL-encoded UTF-8"),
        (b"a" * (LONGEST_NAME + 1) + b"=1", f"longer than {LONGEST_NAME}"),
        (b"SpeechResult=" + b"a" * (LONGEST_VALUE + 1), "SpeechResult is longer than 16,000 characters"),
    ],
)
def test_what_is_no_form_is_refused_by_name(encoded, why):
    with pytest.raises(MalformedError, match=why):
        read(encoded)


def test_as_much_as_is_allowed_is_read():
    assert len(read(b"&".join(b"a%d=1" % number for number in range(MOST)))) == MOST
    assert read(b"a=" + b"b" * LONGEST_VALUE)["a"] == "b" * LONGEST_VALUE


@pytest.mark.parametrize(
    ("text", "shown"),
    [("abc", "abc"), ("a\nb\x00c\u2028", "a\ufffdb\ufffdc\ufffd"), ("x" * 100, "x" * 60)],
)
def test_what_somebody_sent_is_shown_on_one_line(text, shown):
    assert printable(text) == shown
