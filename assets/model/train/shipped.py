"""The exported file as networks again: what a later training goes on from where no checkpoint is left."""

import json

import torch
import torch.nn as nn
from safetensors import safe_open
from safetensors.torch import load_file

from batches import Inventory
from model import Embed, Tagger, Vectors

NAME = "/crossread.safetensors"


def _fill_dense(m, tensors, name):
    m.weight.copy_(tensors[name + ".weight"].float() * tensors[name + ".scale"][:, None])
    m.bias.copy_(tensors[name + ".bias"])


def _fill_norm(m, tensors, name):
    m.weight.copy_(tensors[name + ".weight"])
    m.bias.copy_(tensors[name + ".bias"])


def _fill_trunk(trunk, tensors, name):
    for i, layer in enumerate(trunk.layers):
        for n in ("qkv", "out", "up", "down"):
            _fill_dense(getattr(layer, n), tensors, "%s.%d.%s" % (name, i, n))
        for n in ("norm1", "norm2"):
            _fill_norm(getattr(layer, n), tensors, "%s.%d.%s" % (name, i, n))


def load(folder):
    """Tagger, vectors, inventory and vocabulary of the file in `folder`; weights are int8 times their scale."""
    tensors = load_file(folder + NAME)
    with safe_open(folder + NAME, "pt") as f:
        meta = f.metadata()
    vocabulary = open(folder + "/vocab.txt", encoding="utf8").read().rstrip("\n").split("\n")
    inv = Inventory(json.loads(meta["xpos"]), json.loads(meta["relations"]))
    embed = Embed(len(vocabulary))
    embed.position = nn.Parameter(torch.zeros_like(tensors["embed.position"]), requires_grad=False)
    tagger = Tagger(embed, len(inv.xpos), len(inv.relations), int(meta["tagger_layers"]))
    vectors = Vectors(embed, int(meta["vector_layers"]))
    with torch.no_grad():
        embed.weight.copy_(tensors["embed.weight"].float() * tensors["embed.scale"][:, None])
        embed.position.copy_(tensors["embed.position"])
        _fill_norm(embed.norm, tensors, "embed.norm")
        tagger.shape.weight.copy_(tensors["tagger.shape"])
        _fill_trunk(tagger.trunk, tensors, "tagger")
        _fill_trunk(vectors.trunk, tensors, "vector")
        for n in ("entity", "upos", "xpos", "arc_head", "arc_dep", "rel_head", "rel_dep"):
            _fill_dense(getattr(tagger, n), tensors, "head." + n)
        for n in ("arc_bilinear", "rel_bilinear", "root"):
            getattr(tagger, n).copy_(tensors["head." + n])
    return tagger, vectors, inv, vocabulary


def deeper(tagger, inv, layers):
    """The same tagger with MiniLM's own layers above its own, up to `layers`."""
    from model import build
    whole, _, _ = build(len(inv.xpos), len(inv.relations), layers)
    out = Tagger(tagger.embed, len(inv.xpos), len(inv.relations), layers)
    state = {k: v for k, v in tagger.state_dict().items()}
    for k, v in whole.state_dict().items():
        if k.startswith("trunk.") and k not in state:
            state[k] = v
    out.load_state_dict(state)
    return out
