"""Writes the checkpoint as the file that the app embeds, the vocabulary beside it, and the reference for its tests."""

import argparse
import json
import os

import torch
from safetensors.torch import save_file

import model
import shipped
from batches import Inventory, collate, encode
from labels import ENTITY, UPOS, shape
from data import rare_pieces
from model import ARC, EPS, HEADS, HIDDEN, REL, Dense, Pieces, build, fake_int8, lean

POSITIONS = 132


def round_weights(module):
    with torch.no_grad():
        for m in module.modules():
            if isinstance(m, Dense):
                m.weight.copy_(fake_int8(m.weight))


def simulate(module):
    """int8 weights and, for every token, int8 activations."""
    round_weights(module)
    Dense.product = staticmethod(model.linear_int8)


def rows(weight):
    scale = weight.abs().amax(-1).clamp(min=1e-8) / 127
    return (weight / scale[:, None]).round().clamp(-127, 127).to(torch.int8), scale.float()


def tensors(tagger, vectors):
    out = {}

    def dense(name, m):
        out[name + ".weight"], out[name + ".scale"] = rows(m.weight.detach())
        out[name + ".bias"] = m.bias.detach().float()

    def norm(name, m):
        out[name + ".weight"], out[name + ".bias"] = m.weight.detach().float(), m.bias.detach().float()

    e = tagger.embed
    out["embed.weight"], out["embed.scale"] = rows(e.weight.detach())
    out["embed.position"] = e.position.detach()[:POSITIONS].float()
    norm("embed.norm", e.norm)
    out["tagger.shape"] = tagger.shape.weight.detach().float()
    for trunk, t in (("tagger", tagger.trunk), ("vector", vectors.trunk)):
        for i, layer in enumerate(t.layers):
            p = "%s.%d." % (trunk, i)
            for n in ("qkv", "out", "up", "down"):
                dense(p + n, getattr(layer, n))
            norm(p + "norm1", layer.norm1)
            norm(p + "norm2", layer.norm2)
    for n in ("entity", "upos", "xpos", "arc_head", "arc_dep", "rel_head", "rel_dep"):
        dense("head." + n, getattr(tagger, n))
    out["head.arc_bilinear"], out["head.rel_bilinear"] = tagger.arc_bilinear.detach().float(), tagger.rel_bilinear.detach().float()
    out["head.root"] = tagger.root.detach().float()
    return {k: v.contiguous().clone() for k, v in out.items()}


# Invented for this purpose.
REFERENCE = [
    "Maria Okafor , the mayor of Lisbon , met Turkish engineers on Monday .".split(),
    "The Ministry of Health said it had n't received the report .".split(),
    "Storm closes schools across northern Norway".split(),
    "“ We will not sign , ” Tanaka told Reuters in Nairobi .".split(),
    "He 's buying 1,250 tonnes of rice from Vietnam 's largest co-operative .".split(),
    "Rivers rose overnight .".split(),
    "The army moved 300 families out of Brčko , officials said .".split(),
    "The army moved 300 families out of Brčko on Sunday .".split(),
    "Shares in Kestrel Energy fell 4 % after the ruling .".split(),
    "Analysts had expected worse .".split(),
    "The river is 40 kilometres long .".split(),
]


def reference(tagger, vectors, pieces, inv):
    from evaluate import viterbi
    out = []
    for sentence in REFERENCE:
        e = encode([(sentence, None, None)], pieces, inv, [frozenset()])
        batch = collate([e])
        with torch.no_grad():
            words = tagger.words(tagger.encode(batch["ids"], batch["shapes"], batch["attend"]), batch["first"])
            arcs = tagger.arcs(words).masked_fill(~batch["inside"], -1e9)
            heads = arcs.argmax(-1)
            rels = tagger.relations(words, heads)[0]
            vector = vectors(batch["ids"], batch["attend"])[0]
        rels[:, inv.relation_id["root"]] = torch.where(heads[0] == 0, 1e9, -1e9)
        entity, upos, xpos = tagger.entity(words)[0], tagger.upos(words)[0], tagger.xpos(words)[0]
        best = [x.topk(2, -1).values for x in (arcs[0], rels, upos, xpos)]
        tags = viterbi(torch.log_softmax(entity, -1).detach().numpy())
        out.append({
            "sentence": sentence, "ids": e[0], "shapes": e[1], "first": e[2],
            "entity": tags, "upos": [UPOS[i] for i in upos.argmax(-1)],
            "xpos": [inv.xpos[i] for i in xpos.argmax(-1)],
            "heads": heads[0].tolist(), "relations": [inv.relations[i] for i in rels.argmax(-1)],
            "entity_scores_word_0": [round(x, 4) for x in entity[0].tolist()],
            "vector": [round(x, 5) for x in vector[:8].tolist()],
            "margin": min((x[:, 0] - x[:, 1]).min().item() for x in best),
        })
    return out


def main():
    a = argparse.ArgumentParser()
    a.add_argument("checkpoint")
    a.add_argument("--vector", help="checkpoint of the vector trunk, where it was tuned")
    a.add_argument("--shipped", help="folder of the exported file that the checkpoint goes on from: its pieces and vectors stay")
    a.add_argument("--data", help="folder of the public sets: pieces that they do not need are dropped")
    a.add_argument("--drop", type=int, default=2100, help="how many")
    a.add_argument("--out", required=True, help="folder for crossread.safetensors and vocab.txt")
    a.add_argument("--reference", help="file for the reference outputs")
    a.add_argument("--version", required=True)
    o = a.parse_args()
    torch.set_num_threads(1)
    saved = torch.load(o.checkpoint, weights_only=False)
    vector_state = torch.load(o.vector, weights_only=False) if o.vector else None
    vector_layers = vector_state["layers"] if o.vector else 6
    if o.shipped:
        tagger, vectors, inv, vocabulary = shipped.load(o.shipped)
        tagger, vector_layers = shipped.deeper(tagger, inv, saved["layers"]), len(vectors.trunk.layers)
    else:
        tagger, vectors, vocabulary = build(len(saved["xpos"]), len(saved["relations"]), saved["layers"], vector_layers)
    tagger.load_state_dict(saved["tagger"])
    if o.vector:
        vectors.trunk.load_state_dict(vector_state["trunk"])
    assert vectors.embed is tagger.embed
    tagger.eval(), vectors.eval()
    pieces = Pieces(vocabulary)
    if o.data:
        vocabulary = lean(tagger.embed, vocabulary, rare_pieces(o.data, vocabulary, pieces, o.drop))
        pieces = Pieces(vocabulary)
    meta = {
        "version": o.version, "entity_labels": json.dumps(ENTITY), "upos": json.dumps(UPOS), "xpos": json.dumps(saved["xpos"]),
        "relations": json.dumps(saved["relations"]), "tagger_layers": str(saved["layers"]), "vector_layers": str(vector_layers),
        "heads": str(HEADS), "hidden": str(HIDDEN), "cls": str(pieces.cls), "sep": str(pieces.sep), "unk": str(pieces.unk),
        "arc_dim": str(ARC), "rel_dim": str(REL), "shape_classes": "16", "shape_special": "7", "layer_norm_eps": str(EPS), "gelu": "erf",
        "root": "vector head.root, as candidate 0 before the words, through head.arc_head and head.rel_head",
        "vector_pool": "mean over all pieces with [CLS] and [SEP], then unit length", "max_pieces": "126 and [CLS], [SEP]",
    }
    os.makedirs(o.out, exist_ok=True)
    save_file(tensors(tagger, vectors), o.out + "/crossread.safetensors", metadata=meta)
    open(o.out + "/vocab.txt", "w", encoding="utf8").write("\n".join(vocabulary) + "\n")
    print("bytes", os.path.getsize(o.out + "/crossread.safetensors"), "+", os.path.getsize(o.out + "/vocab.txt"), "pieces", len(vocabulary))
    if o.reference:
        inv = Inventory(saved["xpos"], saved["relations"])
        round_weights(tagger), round_weights(vectors)
        exact = reference(tagger, vectors, pieces, inv)
        Dense.product = staticmethod(model.linear_int8)
        rounded = reference(tagger, vectors, pieces, inv)
        # sums in another order must not change a choice either
        same = lambda x, y: x.pop("margin") > 2 and all(x[k] == y[k] for k in ("entity", "upos", "xpos", "heads", "relations"))
        steady = [x for x, y in zip(exact, rounded) if same(x, y)]  # what int8 activations do not change
        print("steady cases", len(steady), "of", len(exact))
        os.makedirs(os.path.dirname(o.reference), exist_ok=True)
        lines = ",\n".join("  " + json.dumps(x, ensure_ascii=False) for x in steady)
        open(o.reference, "w", encoding="utf8").write('{"version": %s, "note": "int8 weights, float activations", "cases": [\n%s\n]}\n' % (json.dumps(o.version), lines))


if __name__ == "__main__":
    main()
