"""``pytest tests/dialogues --update-dialogues`` writes what is said now into the files; read the diff."""

from __future__ import annotations


def pytest_addoption(parser):
    parser.addoption("--update-dialogues", action="store_true", help="rewrite the golden dialogues")
