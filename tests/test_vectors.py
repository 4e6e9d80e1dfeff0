"""Sentence vectors: from a model of two numbers a word, made here; what is no model is refused."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

import numpy as np
import pytest

from ivr.errors import OperatorError
from ivr.vectors import SentenceVectors

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
    found = SentenceVectors(model)(["cat", "cat dog", "kitten kitten dog dog"])
    assert np.allclose(found, [[1, 0], [0.5, 0.5], [0.5, 0.5]])


def test_many_texts_are_taken_in_parts(model: Path) -> None:
    found = SentenceVectors(model)(["cat", "dog"] * 50)
    assert np.allclose(found, [[1, 0], [0, 1]] * 50)


@pytest.mark.parametrize("broken", ["model.onnx", "tokenizer.json"])
def test_a_folder_without_a_model_is_refused(model: Path, broken: str) -> None:
    (model / broken).write_bytes(b"no model")
    with pytest.raises(OperatorError, match=r"IVR_VECTORS names .* cannot be used .* or unset it"):
        SentenceVectors(model)
    (model / broken).unlink()
    with pytest.raises(OperatorError, match="IVR_VECTORS names"):
        SentenceVectors(model)


def test_it_is_said_what_is_to_be_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(
        OperatorError, match=r"onnxruntime is not installed\. Run: pip install 'ivr\[vectors\]'"
    ):
        SentenceVectors(tmp_path)
