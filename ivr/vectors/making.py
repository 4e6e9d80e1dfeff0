"""Makes ``graph.onnx`` and ``expected.npy`` beside it, of the model that ``ivr[vectors]`` installs.

The model as it comes makes numbers of 32 bits of its weights of 8 bits before it is run, and so takes nearly
three times as long. The graph made here has the same layers and no weights: it names where in the file of the
model each stands. Its products are of 8 bits, but for those that narrow each layer's wide vectors, which lose
too much by it. What it computes is BERT (https://arxiv.org/abs/1810.04805) in the operators of onnxruntime
(https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md).

To be run again where the model changes: ``pip install onnx; python -m ivr.vectors.making``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from ivr.vectors import EXPECTED, GRAPH, MODEL, TRIED, SentenceVectors, known_model, known_tokenizer

LAYERS, HEADS, WIDTH, WIDE = 6, 12, 384, 1536
SMALLEST = 1e-12  # of a spread by which is divided
OURS = "com.microsoft"  # operators of onnxruntime
PRODUCTS = ("query", "key", "value", "attention.output", "intermediate", "output")  # of a layer, in order


class Maker:
    """A graph in the making, of tensors that stand in the file of a model."""

    def __init__(self, model: bytes) -> None:
        """Read where the tensors of ``model`` (ONNX) stand."""
        self._model, self._nodes, self._tensors = model, [], {}  # type: tuple[bytes, list[Any], dict[str, Any]]
        self._known = {one.name: one for one in onnx.load_from_string(model).graph.initializer}
        self.products = [name[:-2] for name in self._known if name.startswith("val_") and name.endswith("_q")]

    def weight(self, name: str, *shape: int) -> str:
        """A tensor of the model, by where it stands."""
        known = self._known[name]
        where = {"location": MODEL, "offset": self._place(known.raw_data), "length": len(known.raw_data)}
        tensor = TensorProto(name=name, data_type=known.data_type, dims=shape)
        tensor.data_location = TensorProto.EXTERNAL
        for key, value in where.items():
            tensor.external_data.add(key=key, value=str(value))
        self._tensors[name] = tensor
        return name

    def _place(self, raw: bytes) -> int:
        assert self._model.count(raw) == 1, "A tensor is not to be told from others."  # noqa: S101
        return self._model.index(raw)

    def number(self, name: str, value: int | Sequence[int]) -> str:
        """A whole number, or several."""
        self._tensors[name] = numpy_helper.from_array(np.array(value, np.int64), name)
        return name

    def node(
        self, operator: str, given: Sequence[str], out: str, *more: str, domain: str = "", **how: Any
    ) -> str:
        """What an operator makes of what it is given."""
        self._nodes.append(helper.make_node(operator, given, [out, *more], domain=domain, **how))
        return out

    def made(self, out: str) -> bytes:
        """The graph that ends in ``out``."""
        texts = ["texts", "tokens"]
        given = [
            helper.make_tensor_value_info(name, TensorProto.INT64, texts)
            for name in ("input_ids", "attention_mask")
        ]
        wanted = [helper.make_tensor_value_info(out, TensorProto.FLOAT, [*texts, WIDTH])]
        graph = helper.make_graph(self._nodes, "sentences", given, wanted, list(self._tensors.values()))
        operators = [helper.make_opsetid("", 17), helper.make_opsetid(OURS, 1)]
        model: bytes = helper.make_model(graph, opset_imports=operators, ir_version=10).SerializeToString()
        return model


def graph(model: bytes) -> bytes:
    """The graph for the weights of ``model``."""
    maker = Maker(model)
    maker.node("Cast", ["attention_mask"], "mask", to=TensorProto.INT32)
    found = _embedded(maker)
    for number in range(LAYERS):
        found = _layer(maker, number, found)
    return maker.made(found)


def _embedded(maker: Maker) -> str:
    """What the tokens are, and where they stand."""
    known = "inner.embeddings"
    start, first = maker.number("start", [0]), maker.number("first", 0)
    length = maker.node("Shape", ["input_ids"], "length", start=1, end=2)
    words, places = (
        [
            maker.node(
                operator,
                [maker.weight(f"{known}.{kind}_embeddings.weight_{part}", rows, width), *at],
                f"{kind} {part}",
            )
            for part, width in (("q", WIDTH), ("scale", 1))
        ]
        for operator, kind, rows, at in (
            ("Gather", "word", 30522, ["input_ids"]),
            ("Slice", "position", 512, [start, length, start]),
        )
    )
    text = maker.node(
        "Gather", [maker.weight(f"{known}.token_type_embeddings.weight", 2, WIDTH), first], "text"
    )
    placed = maker.node("Add", [_unpacked(maker, *places), text], "placed")
    both = maker.node("Add", [_unpacked(maker, *words), placed], "embedded")
    return maker.node("LayerNormalization", [both, *_norm(maker, known)], "layer 0", epsilon=SMALLEST)


def _unpacked(maker: Maker, packed: str, scale: str) -> str:
    numbers = maker.node("Cast", [packed], f"{packed} as numbers", to=TensorProto.FLOAT)
    return maker.node("Mul", [numbers, scale], f"{packed} unpacked")


def _layer(maker: Maker, number: int, given: str) -> str:
    known = f"inner.encoder.layer.{number}"
    packed = _packed(maker, given)
    asked = [_by_eight_bits(maker, number, name, packed) for name in ("query", "key", "value")]
    looked = maker.node(
        "MultiHeadAttention", [*asked, "", "mask"], f"{known} looked", domain=OURS, num_heads=HEADS
    )
    found = _by_eight_bits(maker, number, "attention.output", _packed(maker, looked))
    found = _added(maker, f"{known}.attention.output", found, given)
    wide = _by_eight_bits(maker, number, "intermediate", _packed(maker, found))
    bent = maker.node("Gelu", [wide], f"{known} bent", domain=OURS)
    return _added(maker, f"{known}.output", _narrowed(maker, number, bent), found)


def _added(maker: Maker, known: str, found: str, before: str) -> str:
    given = [found, before, *_norm(maker, known)]
    return maker.node("SkipLayerNormalization", given, f"{known} added", domain=OURS, epsilon=SMALLEST)


def _norm(maker: Maker, known: str) -> list[str]:
    return [maker.weight(f"{known}.LayerNorm.{part}", WIDTH) for part in ("weight", "bias")]


def _packed(maker: Maker, given: str) -> tuple[str, str, str]:
    """Numbers of 8 bits, by what to multiply them, and which of them is nought."""
    names = (f"{given} packed", f"{given} scale", f"{given} nought")
    maker.node("DynamicQuantizeLinear", [given], *names)
    return names


def _by_eight_bits(maker: Maker, layer: int, name: str, given: tuple[str, str, str]) -> str:
    weights, scales, bias = _product(maker, layer, name)
    packed, scale, nought = given
    parts = [packed, weights, scale, scales, nought, "", bias]
    return maker.node("MatMulIntegerToFloat", parts, f"{bias} added", domain=OURS)


def _narrowed(maker: Maker, layer: int, given: str) -> str:
    weights, scales, bias = _product(maker, layer, "output")
    unpacked = maker.node("DequantizeLinear", [weights, scales], f"{weights} unpacked", axis=1)
    found = maker.node("MatMul", [given, unpacked], f"{bias} to add")
    return maker.node("Add", [found, bias], f"{bias} added")


def _product(maker: Maker, layer: int, name: str) -> tuple[str, str, str]:
    """The weights of a product, their scales, and what is added to it."""
    tensor = maker.products[layer * len(PRODUCTS) + PRODUCTS.index(name)]
    rows, columns = (WIDE if name == one else WIDTH for one in ("output", "intermediate"))
    part = f"attention.self.{name}" if name in PRODUCTS[:3] else f"{name}.dense"
    bias = maker.weight(f"inner.encoder.layer.{layer}.{part}.bias", columns)
    return maker.weight(f"{tensor}_q", rows, columns), maker.weight(f"{tensor}_scale", columns), bias


def main() -> None:
    """Write both files."""
    model = known_model()
    GRAPH.write_bytes(graph(model))
    np.save(EXPECTED, SentenceVectors(model, known_tokenizer())(TRIED).astype(np.float32))


if __name__ == "__main__":
    main()
