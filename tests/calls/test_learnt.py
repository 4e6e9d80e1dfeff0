"""What was learnt is learnt again only where something is new, or the file is in doubt."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from ivr.calls import learnt
from ivr.calls.learnt import KeptVectors, Learnt

OF, PRODUCT = "apples", "of tests"


class Teacher:
    """Counts how often something is learnt."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> dict[str, np.ndarray]:
        self.times += 1
        return {"numbers": np.array([0.1, 2.0]), "names": np.frombuffer("ā\nb".encode(), np.uint8)}


@pytest.fixture
def teach() -> Teacher:
    return Teacher()


@pytest.fixture
def folder(tmp_path: Path, teach: Teacher) -> Path:
    """Where something was kept once."""
    Learnt(tmp_path / "learnt", PRODUCT)(OF, teach)
    return tmp_path / "learnt"


def only(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_what_was_learnt_is_had_again_as_it_was(folder, teach):
    kept = Learnt(folder, PRODUCT)(OF, teach)
    assert teach.times == 1
    assert set(kept) == {"numbers", "names"}
    assert kept["numbers"].tolist() == [0.1, 2.0]
    assert kept["names"].tobytes().decode() == "ā\nb"


@pytest.mark.parametrize(("of", "product"), [("pears", PRODUCT), (OF, "a newer one")])
def test_of_other_things_or_by_another_product_it_is_learnt(folder, teach, of, product):
    Learnt(folder, product)(of, teach)
    assert teach.times == 2
    Learnt(folder, product)(of, teach)
    Learnt(folder, PRODUCT)(OF, teach)
    assert teach.times == 2


def _flipped(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[content.index(np.array([0.1]).tobytes())] ^= 1
    path.write_bytes(content)


def _objects(path: Path) -> None:
    with path.open("wb") as file:
        np.savez(file, of=np.array(f"{PRODUCT} {OF}"), numbers=np.array([print], dtype=object))


def _alone(path: Path) -> None:
    with path.open("wb") as file:
        np.save(file, np.array([1]))


DAMAGE = {
    "empty": lambda path: path.write_bytes(b""),
    "torn": lambda path: path.write_bytes(path.read_bytes()[:-30]),
    "one bit is another": _flipped,
    "no arrays": lambda path: path.write_text("hello"),
    "objects, which might do anything": _objects,
    "one array alone": _alone,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_file_is_learnt_anew_and_mended(folder, teach, damage):
    damage(only(folder))
    assert Learnt(folder, PRODUCT)(OF, teach)["numbers"].tolist() == [0.1, 2.0]
    assert teach.times == 2
    Learnt(folder, PRODUCT)(OF, teach)
    assert teach.times == 2


def test_a_file_under_the_name_of_another_is_not_taken_for_it(folder, teach, tmp_path):
    Learnt(tmp_path / "other", PRODUCT)("pears", teach)
    shutil.copy(only(folder), only(tmp_path / "other"))
    Learnt(tmp_path / "other", PRODUCT)("pears", teach)
    assert teach.times == 3


def test_those_used_longest_ago_go(folder, teach, monkeypatch):
    monkeypatch.setattr(learnt, "MOST", 2)
    kept = Learnt(folder, PRODUCT)
    kept("pears", teach)
    for path in folder.iterdir():
        os.utime(path, (1, 1))
    kept(OF, teach)  # used just now
    kept("plums", teach)
    assert len(list(folder.iterdir())) == 2
    kept(OF, teach)
    assert teach.times == 3


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path, teach):
    (tmp_path / "data").write_text("a file")
    assert "numbers" in Learnt(tmp_path / "data", PRODUCT)(OF, teach)


class Model:
    """Gives each text its length, and remembers how many it was asked at once."""

    def __init__(self, name: str = "lengths") -> None:
        self.name = name
        self.asked: list[int] = []

    def __call__(self, texts) -> np.ndarray:
        self.asked.append(len(texts))
        return np.array([[float(len(text))] for text in texts])


MANY = tuple("x" * number for number in range(40))


def test_vectors_of_phrases_are_kept_and_those_of_a_turn_are_not(tmp_path):
    model = Model()
    kept = KeptVectors(model, Learnt(tmp_path, PRODUCT))
    assert [kept(texts)[-1][0] for texts in (MANY, MANY, MANY[:3], MANY[:3])] == [39, 39, 2, 2]
    assert model.asked == [40, 3, 3]


def test_vectors_of_other_phrases_or_of_another_model_are_others(tmp_path):
    recall = Learnt(tmp_path, PRODUCT)
    first, second = Model(), Model("another")
    KeptVectors(first, recall)(MANY)
    KeptVectors(first, recall)(MANY[1:])
    KeptVectors(second, recall)(MANY)
    assert (first.asked, second.asked) == ([40, 39], [40])


def test_what_another_folder_keeps_is_the_same(tmp_path):
    assert Learnt(tmp_path / "one", PRODUCT) == Learnt(tmp_path / "other", PRODUCT) != Learnt(tmp_path, "new")


def test_what_was_learnt_when_the_product_was_installed_is_not_learnt_again(folder, teach, tmp_path):
    kept = Learnt(tmp_path / "home", PRODUCT, installed=folder)(OF, teach)
    assert teach.times == 1
    assert kept["numbers"].tolist() == [0.1, 2.0]
    assert not (tmp_path / "home").exists()


def test_all_that_every_company_needs_is_learnt_when_the_product_is_installed(tmp_path):
    folder = tmp_path / "share"
    script = "import sys, pathlib; from ivr.calls.learning import learn; learn(pathlib.Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", script, folder], check=True, timeout=120)
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o644}
    asks = (
        "import sys, pathlib; from ivr.calls.learnt import Learnt;"
        "from ivr.understanding import civility, optout;"
        "from ivr.etiquette.proof.happenings import SAID;"
        "recall = Learnt(pathlib.Path(sys.argv[2]), installed=pathlib.Path(sys.argv[1]));"
        "optout.prepare(recall); civility.prepare(recall); optout.prepare_for(SAID, recall)"
    )
    subprocess.run([sys.executable, "-c", asks, folder, tmp_path / "home"], check=True, timeout=120)
    assert not (tmp_path / "home").exists()
