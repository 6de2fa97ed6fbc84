"""The vector trunk: fewer layers than MiniLM, taught to give its vectors, and tuned on pairs of headlines.

Each step takes sentences from the training texts (the vector must stay near MiniLM's) and headline pairs of STS 2013 to 2015
(the cosine must follow the judges' score: 1 - Pearson over the batch)."""

import argparse
import glob
import random
import time

import torch

import data as sets_of
from model import Dense, Pieces, build

KEEP = {6: [0, 1, 2, 3, 4, 5], 5: [0, 1, 2, 3, 5], 4: [0, 1, 3, 5], 3: [0, 2, 5]}


def pairs(folder, years):
    out = []
    for y in years:
        for line in open("%s/dev-claims-sts-headlines/headlines%d.tsv" % (folder, y), encoding="utf8"):
            c = line.rstrip("\n").split("\t")
            try:
                out.append((float(c[0]), c[1], c[2]))
            except (ValueError, IndexError):
                continue
    return out


def pad(lists):
    n = max(map(len, lists))
    return torch.tensor([x + [0] * (n - len(x)) for x in lists]), torch.arange(n)[None] < torch.tensor([len(x) for x in lists])[:, None]


def pearson(a, b):
    a, b = a - a.mean(), b - b.mean()
    return (a * b).sum() / (a.norm() * b.norm() + 1e-8)


class Encoder:
    def __init__(self, pieces):
        self.pieces = pieces

    def __call__(self, text):
        return [self.pieces.cls] + [i for w in text.split() for i in self.pieces(w)][:126] + [self.pieces.sep]


def score(trunk, encode, rows, dtype=torch.float32):
    with torch.no_grad():
        got = []
        for k in range(0, len(rows), 128):
            part = rows[k:k + 128]
            got.append((trunk(*pad([encode(r[1]) for r in part]), dtype) * trunk(*pad([encode(r[2]) for r in part]), dtype)).sum(-1))
        return pearson(torch.cat(got), torch.tensor([r[0] for r in rows])).item()


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--data", required=True)
    a.add_argument("--out", required=True)
    a.add_argument("--layers", type=int, default=5)
    a.add_argument("--steps", type=int, default=500)
    a.add_argument("--rate", type=float, default=1e-4)
    a.add_argument("--pull", type=float, default=0.1, help="weight of the headline pairs")
    a.add_argument("--years", default="2013,2014,2015")
    a.add_argument("--held", default="", help="a year that is scored and not trained on")
    a.add_argument("--seed", type=int, default=0)
    a.add_argument("--threads", type=int, default=1)
    o = a.parse_args()
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    r = random.Random(o.seed)
    _, student, vocabulary = build(1, 1, 1, 6)
    _, teacher, _ = build(1, 1, 1, 6)
    teacher.eval()
    student.trunk.layers = torch.nn.ModuleList(student.trunk.layers[i] for i in KEEP[o.layers])
    encode = Encoder(Pieces(vocabulary))
    train = pairs(o.data, [int(y) for y in o.years.split(",") if y])
    held = pairs(o.data, [int(o.held)]) if o.held else []
    if held:
        print("original on the held year %.4f, cut to %d layers %.4f" % (score(teacher, encode, held), o.layers, score(student, encode, held)), flush=True)
    texts = []
    for name, read in (("ewt", sets_of.read_conllu(o.data + "/ud-ewt/train.conllu", "")), ("gmb", sets_of.gmb(o.data + "/train-ner-gmb/train.conll"))):
        texts += [" ".join(s.words) for d in read for s in d if 4 < len(s.words) < 60]
    texts += [t for row in train for t in row[1:]] * 4
    r.shuffle(texts)
    average = [p.detach().clone() for p in student.trunk.parameters()]
    optimizer = torch.optim.AdamW(student.trunk.parameters(), lr=o.rate, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    begun, at = time.time(), 0
    for step in range(o.steps):
        for g in optimizer.param_groups:
            g["lr"] = o.rate * min(1, (step + 1) / 30) * max(0.02, 1 - step / o.steps)
        part = sorted(texts[(at + i) % len(texts)] for i in range(40))
        at += 40
        ids, attend = pad([encode(t) for t in part])
        with torch.no_grad():
            want = teacher(ids, attend, torch.bfloat16)
        got = student(ids, attend, torch.bfloat16)
        # the vectors themselves and the likeness of any two of them
        loss = (1 - (got * want).sum(-1)).mean() * 2 + ((got @ got.T - want @ want.T) ** 2).mean() * 5
        extra = torch.tensor(0.0)
        if train and o.pull:
            rows = r.sample(train, 24)
            x, y = student(*pad([encode(t[1]) for t in rows]), torch.bfloat16), student(*pad([encode(t[2]) for t in rows]), torch.bfloat16)
            extra = 1 - pearson((x * y).sum(-1), torch.tensor([t[0] for t in rows]))
            loss = loss + o.pull * extra
        loss.backward()
        torch.nn.utils.clip_grad_norm_(student.trunk.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        with torch.no_grad():
            torch._foreach_lerp_(average, list(student.trunk.parameters()), 1 - min(0.99, step / (step + 9)))
        if step % 50 == 0:
            print(step, "%.1f min" % ((time.time() - begun) / 60), "loss %.4f pairs %.3f" % (loss.item(), extra.item()), flush=True)
        if step % 250 == 249 or step == o.steps - 1:
            state = {n: a.clone() for (n, _), a in zip(student.trunk.named_parameters(), average)}
            if held:
                keep = [p.detach().clone() for p in student.trunk.parameters()]
                with torch.no_grad():
                    torch._foreach_copy_(list(student.trunk.parameters()), average)
                print("held year %.4f" % score(student, encode, held, torch.bfloat16), flush=True)
                with torch.no_grad():
                    torch._foreach_copy_(list(student.trunk.parameters()), keep)
            torch.save({"layers": o.layers, "trunk": state, "options": vars(o)}, o.out)


if __name__ == "__main__":
    main()
