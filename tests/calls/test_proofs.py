"""What was proved is found again while nothing changes that decides it, and never where it is in doubt."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ivr.calls import proofs
from ivr.calls.proofs import Proofs, fingerprint
from ivr.company.loader import parse
from tests.calls.proving import DAY, GRAVE, NOW, PRODUCT, SLIGHT, campaign
from tests.company.files import FILE, changed, example

OTHER = parse(FILE, changed() + "\n# changed\n")
CAMPAIGN = campaign()


@pytest.fixture
def kept(tmp_path: Path) -> Proofs:
    """A proof of the example and of a campaign."""
    made = Proofs(tmp_path / "data" / "proofs", PRODUCT)
    made.keep(example(), None, NOW, (GRAVE, SLIGHT))
    made.keep(example(), CAMPAIGN, NOW, ())
    return made


def only(kept: Proofs, tmp_path: Path) -> Path:
    """The file of the company's own calls."""
    (path,) = [each for each in tmp_path.rglob("*.json") if b"recorded" in each.read_bytes()]
    return path


def test_what_was_found_is_found_again(kept):
    assert kept.find(example(), None, NOW) == (GRAVE, SLIGHT)
    assert kept.find(example(), CAMPAIGN, NOW) == ()


FOUND = [
    ("the same file elsewhere", lambda kept: (kept, replace(example(), path=Path("/etc/company.yaml")), NOW)),
    ("tomorrow", lambda kept: (kept, example(), NOW + DAY)),
    ("in three weeks", lambda kept: (kept, example(), NOW + 21 * DAY)),
]
UNKNOWN = [
    ("another company file", lambda kept: (kept, OTHER, NOW)),
    ("another product", lambda kept: (Proofs(kept._folder, "a newer one"), example(), NOW)),
    ("another folder", lambda kept: (Proofs(kept._folder.parent, PRODUCT), example(), NOW)),
    ("after Christmas, when another holiday is next", lambda kept: (kept, example(), NOW + 33 * DAY)),
]


@pytest.mark.parametrize(("name", "given"), FOUND, ids=[name for name, _ in FOUND])
def test_it_holds_for(kept, name: str, given: Callable):
    proofs_, file, now = given(kept)
    assert proofs_.find(file, None, now) == (GRAVE, SLIGHT)


@pytest.mark.parametrize(("name", "given"), UNKNOWN, ids=[name for name, _ in UNKNOWN])
def test_it_holds_no_more_for(kept, name: str, given: Callable):
    proofs_, file, now = given(kept)
    assert proofs_.find(file, None, now) is None


@pytest.mark.parametrize(
    ("file", "of"),
    [
        (example(), campaign(changed="\n# changed\n")),
        (example(), campaign("satisfaction")),
        (OTHER, CAMPAIGN),
    ],
    ids=["a changed campaign", "another campaign", "by another company file"],
)
def test_a_campaign_is_proved_by_its_file_and_its_company(kept, file, of):
    assert kept.find(file, of, NOW) is None


TORN = [
    ("empty", lambda text: ""),
    ("cut off", lambda text: text[: len(text) // 2]),
    ("zeros", lambda text: "\0" * len(text)),
    ("an earlier form", lambda text: "[]"),
    ("that of another", lambda text: text.replace('"name": "', '"name": "f')),
    ("no flaw at all", lambda text: text.replace('"grave"', '"serious"')),
]


@pytest.mark.parametrize(("name", "tear"), TORN, ids=[name for name, _ in TORN])
def test_a_file_that_is_not_whole_is_no_proof(kept, tmp_path, name: str, tear: Callable):
    path = only(kept, tmp_path)
    torn = tear(path.read_text("utf-8"))
    assert torn != path.read_text("utf-8")
    path.write_text(torn, "utf-8")
    assert kept.find(example(), None, NOW) is None
    kept.keep(example(), None, NOW, (SLIGHT,))
    assert kept.find(example(), None, NOW) == (SLIGHT,)


def test_those_used_longest_ago_go(kept, tmp_path, monkeypatch):
    monkeypatch.setattr(proofs, "MOST", 2)
    for path in tmp_path.rglob("*.json"):
        os.utime(path, (1, 1))
    assert kept.find(example(), CAMPAIGN, NOW) == ()  # used just now
    kept.keep(OTHER, None, NOW, ())
    assert [kept.find(*each, NOW) for each in ((example(), CAMPAIGN), (OTHER, None))] == [(), ()]
    assert kept.find(example(), None, NOW) is None
    assert len(list((tmp_path / "data" / "proofs").iterdir())) == 2


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path):
    (tmp_path / "data").write_text("a file")
    kept = Proofs(tmp_path / "data", PRODUCT)
    kept.keep(example(), None, NOW, ())
    assert kept.find(example(), None, NOW) is None


def test_the_product_is_known_by_its_files_and_libraries(tmp_path, monkeypatch):
    def told(name: str) -> str:
        fingerprint.cache_clear()
        return name and fingerprint()

    (tmp_path / "ivr").mkdir()
    versions = {"holidays": "0.60", "psycopg": "3.2", "pytest": "8.3"}
    (tmp_path / "ivr" / "words.txt").write_text("hello")
    monkeypatch.setattr(proofs.ivr, "__file__", str(tmp_path / "ivr" / "__init__.py"))
    needed = ["holidays>=0.60", "psycopg[binary]>=3.2", 'pytest>=8; extra == "dev"']
    monkeypatch.setattr(proofs, "requires", lambda _: needed)
    monkeypatch.setattr(proofs, "version", versions.__getitem__)
    seen = [told("at first"), told("again")]
    (tmp_path / "ivr" / "words.txt").write_text("hallo")
    seen.append(told("another word"))
    (tmp_path / "ivr" / "words.txt").rename(tmp_path / "ivr" / "names.txt")
    seen.append(told("another name"))
    versions["holidays"] = "0.61"
    seen.append(told("another library"))
    versions["pytest"] = "8.4"
    seen.append(told("another tool"))
    (tmp_path / "ivr" / "__pycache__").mkdir()
    (tmp_path / "ivr" / "__pycache__" / "x.pyc").write_text("compiled")
    seen.append(told("compiled"))
    fingerprint.cache_clear()
    assert [seen.index(each) for each in seen] == [0, 0, 2, 3, 4, 4, 4]
