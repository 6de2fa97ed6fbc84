"""The tagger, taught by the teacher's word on names (teacher.py label) and by the trees and names of the sets themselves."""

import argparse
import pickle
import random
import time

import torch

import shipped
from batches import collate, encode, grouped
from labels import ENTITY
from model import Pieces
from train import WEIGHT, descend, follow, losses, trainable


def batches(pool, budget, r):
    """An endless stream of lists of chunks, each list padded to at most `budget` pieces."""
    while True:
        r.shuffle(pool)
        for i in range(0, len(pool), 320):
            out = grouped(pool[i:i + 320], lambda e: len(e[0][0]), budget)
            r.shuffle(out)
            yield from out


def padded(chunks):
    batch = collate([encoded for encoded, _, _ in chunks])
    n = batch["entity"].shape[1]
    batch["soft"], batch["told"] = torch.full((len(chunks), n, len(ENTITY)), -30.0), torch.zeros(len(chunks), n, dtype=torch.bool)
    for row, (encoded, soft, is_silver) in enumerate(chunks):
        m = min(len(soft), len(encoded[2]))
        batch["soft"][row, :m] = torch.from_numpy(soft[:m]).float()
        batch["told"][row, :m] = True
        if is_silver:  # the teacher's word stands for it
            batch["entity"][row] = -100
    return batch


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--soft", required=True, help="file written by teacher.py label")
    a.add_argument("--shipped", default="..", help="folder of the exported file to go on from")
    a.add_argument("--out", required=True, help="checkpoint to write")
    a.add_argument("--layers", type=int, default=6)
    a.add_argument("--minutes", type=float, default=40)
    a.add_argument("--budget", type=int, default=2048, help="padded pieces a batch")
    a.add_argument("--rate", type=float, default=2e-4)
    a.add_argument("--head-rate", type=float, default=8e-4)
    a.add_argument("--gold", type=float, default=0.3, help="weight of the sets' own names beside the teacher's word")
    a.add_argument("--drop", type=float, default=0.15)
    a.add_argument("--ema", type=float, default=0.995)
    a.add_argument("--seed", type=int, default=3)
    o = a.parse_args()
    torch.manual_seed(o.seed)
    torch.set_num_threads(2)
    tagger, _, inv, vocabulary = shipped.load(o.shipped)
    if o.layers > len(tagger.trunk.layers):
        tagger = shipped.deeper(tagger, inv, o.layers)
    pieces = Pieces(vocabulary)
    pool = [(encode(chunk, pieces, inv, unmarked), soft, name == "gmb")
            for (name, chunk, unmarked), soft in pickle.load(open(o.soft, "rb"))]
    print("chunks", len(pool), "pieces", sum(len(e[0][0]) for e in pool), flush=True)
    rows, weights = torch.tensor(inv.rows), {**WEIGHT, "entity": o.gold, "soft": 1.0}
    layers = tagger.trunk.layers
    groups = [{"params": list(layer.parameters()), "lr": o.rate * 0.9 ** (len(layers) - 1 - i)} for i, layer in enumerate(layers)]
    inner = {id(p) for g in groups for p in g["params"]}
    mine = [p for _, p in trainable(tagger)]
    groups.append({"params": [p for p in mine if id(p) not in inner], "lr": o.head_rate})
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    base, average = [g["lr"] for g in optimizer.param_groups], [p.detach().clone() for p in mine]
    tagger.train()
    begun, seen, step, mean = time.time(), 0, 0, {}
    for chunks in batches(pool, o.budget, random.Random(o.seed)):
        done = (time.time() - begun) / 60 / o.minutes
        if done >= 1:
            break
        for g, lr in zip(optimizer.param_groups, base):
            g["lr"] = lr * min(1, (step + 1) / 60) * max(0.01, 1 - done)
        batch = padded(chunks)
        parts = losses(tagger, batch, rows, o.drop)
        descend(sum(weights[k] * v for k, v in parts.items()), mine, optimizer)
        step += 1
        seen += int(batch["attend"].sum())
        with torch.no_grad():
            torch._foreach_lerp_(average, mine, 1 - min(o.ema, step / (step + 9)))
        follow(mean, parts)
        if step % 50 == 0:
            print(step, "%.1f min" % (done * o.minutes), "%.0f pieces/s" % (seen / (time.time() - begun)),
                  {k: round(v, 3) for k, v in mean.items()}, flush=True)
    with torch.no_grad():
        torch._foreach_copy_(mine, average)
    torch.save({"tagger": tagger.state_dict(), "relations": inv.relations, "xpos": inv.xpos, "vocabulary": vocabulary,
                "layers": o.layers, "options": vars(o), "step": step}, o.out)
    print("steps", step, "pieces", seen)


if __name__ == "__main__":
    main()
