"""Reweights the dimensions of the sentence vector by headline pairs; the weights are folded into the last norm.

The mean of the pieces is linear, so d * vector + c is the same as a last norm of weight d * w and bias d * b + c: the format and
the speed stay. d is kept near one. `--check` prints each year held out in turn."""

import argparse

import torch
import torch.nn.functional as F

from model import Pieces, build
from vectors import Encoder, pad, pairs, pearson


def means(trunk, encode, texts):
    """Vectors before they are brought to unit length."""
    out = {}
    texts = sorted(set(texts), key=len)
    with torch.no_grad():
        for k in range(0, len(texts), 64):
            ids, attend = pad([encode(t) for t in texts[k:k + 64]])
            x = trunk.trunk(trunk.embed(ids).to(torch.bfloat16), attend).float()
            m = attend.unsqueeze(-1).float()
            out.update(zip(texts[k:k + 64], (x * m).sum(1) / m.sum(1)))
    return out


def likeness(a, b, d=1.0, c=0.0):
    return F.cosine_similarity(a * d + c, b * d + c)


def fit(years, pull, steps=200):
    d, c = torch.ones(384, requires_grad=True), torch.zeros(384, requires_grad=True)
    optimizer = torch.optim.Adam([d, c], lr=0.01)
    size = torch.cat([a for a, _, _ in years]).mean(0).pow(2).mean()
    for _ in range(steps):
        loss = sum(1 - pearson(likeness(a, b, d, c), y) for a, b, y in years) + pull * ((d - 1) ** 2).sum() + pull * 20 / 384 * (c ** 2).sum() / size
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return d.detach(), c.detach()


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--data", required=True)
    a.add_argument("--out", required=True)
    a.add_argument("--pull", type=float, default=1e-3)
    a.add_argument("--check", action="store_true")
    o = a.parse_args()
    torch.set_num_threads(1)
    _, trunk, vocabulary = build(1, 1, 1, 6)
    encode = Encoder(Pieces(vocabulary))
    rows = {y: pairs(o.data, [y]) for y in (2013, 2014, 2015)}
    got = means(trunk, encode, [t for r in rows.values() for row in r for t in row[1:]])
    year = {y: (torch.stack([got[x[1]] for x in r]), torch.stack([got[x[2]] for x in r]), torch.tensor([x[0] for x in r])) for y, r in rows.items()}
    for y, (p, q, s) in year.items():
        print(y, "original %.4f" % pearson(likeness(p, q), s))
        if o.check:
            d, c = fit([v for k, v in year.items() if k != y], o.pull)
            print(y, "held out %.4f" % pearson(likeness(p, q, d, c), s), flush=True)
    d, c = fit(list(year.values()), o.pull)
    with torch.no_grad():
        norm = trunk.trunk.layers[-1].norm2
        norm.weight.mul_(d)
        norm.bias.mul_(d).add_(c)
    torch.save({"layers": 6, "trunk": trunk.trunk.state_dict()}, o.out)


if __name__ == "__main__":
    main()
