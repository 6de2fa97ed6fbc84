"""A teacher of names: all-mpnet-base-v2 with the shapes of words, taught by the same sets; and its word on chunks of text.

    teacher.py train: trains it.     teacher.py label: writes chunks with its probability of each tag, for distill.py.
"""

import argparse
import pickle
import random
import time

import torch
import torch.nn as nn
import torch.nn.functional as F
from transformers import MPNetModel

import data as sets_of
import shipped
from augment import Augment, Names
from batches import Inventory, Sampler, chunks_of, collate, encode, grouped, inventory
from labels import ENTITY
from model import Pieces
from train import descend, entity_loss, follow


class TeacherPieces(Pieces):
    """MPNet's pieces: the same words as MiniLM's under other numbers."""

    def __init__(self, folder):
        vocabulary = [line.rstrip("\n") for line in open(folder + "/vocab.txt", encoding="utf8")]
        self.id = {p: i for i, p in enumerate(vocabulary)}
        self.cls, self.sep, self.unk = self.id["<s>"], self.id["</s>"], self.id["[UNK]"]
        self.cache = {}


class Teacher(nn.Module):
    def __init__(self, folder):
        super().__init__()
        self.m = MPNetModel.from_pretrained(folder, attn_implementation="eager", dtype=torch.float32, add_pooling_layer=False)
        for p in self.m.embeddings.parameters():
            p.requires_grad_(False)
        width = self.m.config.hidden_size
        self.shape = nn.Embedding(16, width)
        nn.init.zeros_(self.shape.weight)
        self.entity = nn.Linear(width, len(ENTITY))

    def forward(self, batch, drop=0.1):
        """Scores of the tags of each word."""
        x = self.m.embeddings.word_embeddings(batch["ids"]) + self.shape(batch["shapes"])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = self.m(inputs_embeds=x, attention_mask=batch["attend"].long()).last_hidden_state
        hidden = hidden.float()
        words = torch.gather(hidden, 1, batch["first"].unsqueeze(-1).expand(-1, -1, hidden.shape[-1]))
        return self.entity(F.dropout(words, drop, self.training))


def load(folder, checkpoint):
    teacher = Teacher(folder)
    teacher.load_state_dict({k: v.float() for k, v in torch.load(checkpoint).items()})
    return teacher.eval()


def shares(words):
    return {k: float(v) for k, v in (p.split("=") for p in words.split(","))}


def train(o):
    sets = sets_of.load(o.data, o.gum)
    inv = inventory(sets["ewt"] + sets["gum"])
    teacher = Teacher(o.mpnet).train()
    augment = Augment(Names(o.seed), 0.3, o.seed)
    sampler = Sampler(sets, shares(o.passes or "ewt=1,gum=0.5,wikigold=1,btc=0.2,wnut=0.12,re3d=1,gmb=0.12"),
                      TeacherPieces(o.mpnet), inv, augment, 2048, o.seed)
    layers = teacher.m.encoder.layer
    groups = [{"params": list(layer.parameters()), "lr": o.rate * 0.92 ** (len(layers) - 1 - i)} for i, layer in enumerate(layers)]
    groups.append({"params": list(teacher.m.encoder.relative_attention_bias.parameters()), "lr": o.rate * 0.3})
    groups.append({"params": list(teacher.shape.parameters()) + list(teacher.entity.parameters()), "lr": 1e-3})
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    base = [g["lr"] for g in optimizer.param_groups]
    mine = [p for g in groups for p in g["params"]]
    average = [p.detach().clone() for p in mine]
    begun, seen, step, mean = time.time(), 0, 0, {}
    for batch in sampler:
        if step == o.steps:
            break
        if not (batch["entity"] >= 0).any():
            continue
        for g, lr in zip(optimizer.param_groups, base):
            g["lr"] = lr * min(1, (step + 1) / 60) * max(0.02, 1 - step / o.steps)
        loss = entity_loss(teacher(batch), batch["entity"], torch.tensor(inv.rows))
        descend(loss, mine, optimizer)
        step += 1
        seen += int(batch["attend"].sum())
        follow(mean, {"entity": loss})
        with torch.no_grad():
            torch._foreach_lerp_(average, mine, 1 - min(0.99, step / (step + 9)))
        if step % 20 == 0:
            passed = time.time() - begun
            print(step, "%.1f min" % (passed / 60), "%.0f pieces/s" % (seen / passed), "round", sampler.round, round(mean["entity"], 4), flush=True)
    with torch.no_grad():
        torch._foreach_copy_(mine, average)
    torch.save({k: v.to(torch.bfloat16) for k, v in teacher.state_dict().items()}, o.out)


def label(o):
    sets = sets_of.load(o.data, o.gum)
    _, _, _, vocabulary = shipped.load(o.shipped)
    short, inv, r = Pieces(vocabulary), Inventory([], []), random.Random(o.seed)
    pieces, teacher = TeacherPieces(o.mpnet), load(o.mpnet, o.teacher)
    augment, pool = Augment(Names(o.seed), 0.4, o.seed), []
    for name, share in shares(o.passes or "ewt=2,gum=1,wikigold=1.5,btc=0.5,wnut=0.3,re3d=1,gmb=0.6").items():
        want, left = share * sum(len(s.words) for d in sets[name] for s in d), []
        while want > 0:
            if not left:
                left = list(sets[name])
                r.shuffle(left)
            d = left.pop()
            want -= sum(len(s.words) for s in d)
            for c in chunks_of(d, short, r, 0.7 if name in ("btc", "wnut") else 0.5):
                pool.append((name, augment.chunk(c), [s.unmarked for s in c]))
    r.shuffle(pool)
    out, seen, begun = [], 0, time.time()
    for i in range(0, len(pool), 640):
        part = pool[i:i + 640]
        encoded = [encode(c, pieces, inv, unmarked) for _, c, unmarked in part]
        for group in grouped(range(len(part)), lambda k: len(encoded[k][0]), 4096):
            batch = collate([encoded[k] for k in group])
            with torch.no_grad():
                scores = torch.log_softmax(teacher(batch), -1).half()
            for row, k in enumerate(group):
                out.append((part[k], scores[row, :len(encoded[k][2])].clone().numpy()))
                seen += len(encoded[k][0])
        if i % 6400 == 0:
            print(len(out), "of", len(pool), "%.0f pieces/s" % (seen / (time.time() - begun)), flush=True)
    pickle.dump(out, open(o.out, "wb"))
    print("chunks", len(out), "pieces", seen)


def main():
    a = argparse.ArgumentParser()
    a.add_argument("work", choices=("train", "label"))
    a.add_argument("--data", required=True, help="folder with the public sets")
    a.add_argument("--gum", help="folder `dep` of the GUM repository, for its names")
    a.add_argument("--mpnet", required=True, help="folder of all-mpnet-base-v2")
    a.add_argument("--out", required=True, help="file to write")
    a.add_argument("--teacher", help="checkpoint of the teacher (label)")
    a.add_argument("--shipped", default="..", help="folder of the exported file, for its word pieces (label)")
    a.add_argument("--steps", type=int, default=800)
    a.add_argument("--rate", type=float, default=5e-5)
    a.add_argument("--passes", help="share of each set that is drawn")
    a.add_argument("--seed", type=int, default=0)
    o = a.parse_args()
    torch.manual_seed(o.seed)
    random.seed(o.seed)
    torch.set_num_threads(2)
    {"train": train, "label": label}[o.work](o)


if __name__ == "__main__":
    main()
