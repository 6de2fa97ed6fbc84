"""Trains the tagger trunk and its heads.  See README.md for the commands."""

import argparse
import random
import time

import torch
import torch.nn.functional as F

import data as sets_of
from augment import Augment, Names
from batches import Sampler, inventory
from model import Pieces, build


def entity_loss(logits, target, rows):
    ok = target >= 0
    p = F.log_softmax(logits[ok].float(), -1)
    return -torch.logsumexp(p + rows[target[ok]], -1).mean()


def losses(tagger, batch, rows, drop):
    hidden = tagger.encode(batch["ids"], batch["shapes"], batch["attend"], torch.bfloat16)
    low = F.dropout(tagger.words(hidden, batch["first"]), drop, tagger.training)
    words = low.float()
    out = {}
    entity = tagger.entity(words)
    if (batch["entity"] >= 0).any():
        out["entity"] = entity_loss(entity, batch["entity"], rows)
    if "soft" in batch:
        told = batch["told"]
        out["soft"] = -(batch["soft"][told].exp() * F.log_softmax(entity[told].float(), -1)).sum(-1).mean()
    tree = (batch["head"] >= 0).any(1)
    if tree.any():
        w, low, head, rel = words[tree], low[tree], batch["head"][tree], batch["rel"][tree]
        inside, upos, xpos = batch["inside"][tree], batch["upos"][tree], batch["xpos"][tree]
        arcs = tagger.arcs(low, drop).float().masked_fill(~inside, -1e9)
        out["arc"] = F.cross_entropy(arcs.transpose(1, 2), head, ignore_index=-100)
        rels = tagger.relations(low, head.clamp(min=0), drop).float()
        out["rel"] = F.cross_entropy(rels.transpose(1, 2), rel.masked_fill(head < 0, -100), ignore_index=-100)
        out["upos"] = F.cross_entropy(tagger.upos(w).transpose(1, 2), upos, ignore_index=-100)
        out["xpos"] = F.cross_entropy(tagger.xpos(w).transpose(1, 2), xpos, ignore_index=-100)
    return out


WEIGHT = {"entity": 1.0, "arc": 1.0, "rel": 1.0, "upos": 0.5, "xpos": 0.3}


def options():
    a = argparse.ArgumentParser()
    a.add_argument("--data", required=True, help="folder with the public sets")
    a.add_argument("--gum", help="folder `dep` of the GUM repository, for its names")
    a.add_argument("--out", required=True, help="checkpoint to write")
    a.add_argument("--start", help="checkpoint to go on from")
    a.add_argument("--minutes", type=float, default=10)
    a.add_argument("--steps", type=int, default=0, help="steps of each worker, instead of minutes (reproducible with one worker)")
    a.add_argument("--workers", type=int, default=2, help="processes of one thread each; they average their weights as they go")
    a.add_argument("--exchange", type=int, default=20, help="steps between two averagings")
    a.add_argument("--layers", type=int, default=4)
    a.add_argument("--budget", type=int, default=1536, help="padded pieces a batch and worker")
    a.add_argument("--rate", type=float, default=2e-4)
    a.add_argument("--head-rate", type=float, default=1.5e-3)
    a.add_argument("--decay", type=float, default=0.9, help="learning rate of a layer relative to the one above")
    a.add_argument("--drop", type=float, default=0.2, help="dropout on words and in the heads of the trees")
    a.add_argument("--replace", type=float, default=0.3, help="share of chunks whose names are replaced, for each kind")
    a.add_argument("--passes", default="ewt=1,gum=1.2,wikigold=1,btc=0.25,wnut=0.15,re3d=1,gmb=0.3")
    a.add_argument("--ema", type=float, default=0.997)
    a.add_argument("--seed", type=int, default=0)
    return a.parse_args()


def trainable(tagger):
    return [(n, p) for n, p in tagger.named_parameters() if p.requires_grad]


def descend(loss, parameters, optimizer):
    """One step down the loss."""
    loss.backward()
    torch.nn.utils.clip_grad_norm_(parameters, 1.0)
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)


def follow(mean, parts):
    """Keeps a running mean of each loss."""
    for k, v in parts.items():
        mean[k] = v.item() if k not in mean else 0.97 * mean[k] + 0.03 * v.item()


def work(rank, o, sets, inv, shared, averages, ready):
    torch.set_num_threads(1)
    seed = o.seed * 100 + rank
    torch.manual_seed(seed)
    random.seed(seed)
    tagger, _, vocabulary = build(len(inv.xpos), len(inv.relations), o.layers)
    with torch.no_grad():
        torch._foreach_copy_([p for _, p in trainable(tagger)], shared[rank])
    passes = {k: float(v) for k, v in (p.split("=") for p in o.passes.split(","))}
    sampler = Sampler(sets, passes, Pieces(vocabulary), inv, Augment(Names(seed), o.replace, seed), o.budget, seed)
    groups = [{"params": list(layer.parameters()), "lr": o.rate * o.decay ** (len(tagger.trunk.layers) - 1 - i)}
              for i, layer in enumerate(tagger.trunk.layers)]
    inner = {id(p) for g in groups for p in g["params"]}
    groups.append({"params": [p for _, p in trainable(tagger) if id(p) not in inner], "lr": o.head_rate})
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    base = [g["lr"] for g in optimizer.param_groups]
    mine = [p for _, p in trainable(tagger)]
    tagger.train()
    begun, seen, mean, step = time.time(), 0, {}, 0
    for batch in sampler:
        passed = (time.time() - begun) / 60
        done = step / o.steps if o.steps else passed / o.minutes
        if done >= 1:
            break
        for g, lr in zip(optimizer.param_groups, base):
            g["lr"] = lr * min(1, (step + 1) / 60) * max(0.01, 1 - done)
        parts = losses(tagger, batch, torch.tensor(inv.rows), o.drop)
        if not parts:
            continue
        descend(sum(WEIGHT[k] * v for k, v in parts.items()), mine, optimizer)
        step += 1
        seen += int(batch["attend"].sum())
        with torch.no_grad():
            torch._foreach_lerp_(averages[rank], mine, 1 - min(o.ema, step / (step + 9)))
            if step % o.exchange == 0 and o.workers > 1:
                torch._foreach_copy_(shared[rank], mine)
                ready[rank] = 1
                for other in range(o.workers):
                    if other != rank and ready[other]:
                        torch._foreach_lerp_(mine, shared[other], 0.5)
        follow(mean, parts)
        if step % 50 == 0 and rank == 0:
            print(step, "%.1f min" % passed, "%.0f pieces/s" % (seen / (time.time() - begun)), "round", sampler.round,
                  {k: round(v, 3) for k, v in mean.items()}, flush=True)
        if step % 300 == 0 and rank == 0:
            save(tagger, averages, inv, vocabulary, o, step)
    ready[rank] = 2
    if rank == 0:
        while any(int(r) == 1 for r in ready):
            time.sleep(0.5)
        save(tagger, averages, inv, vocabulary, o, step)
    print("worker", rank, "steps", step, "pieces", seen, "minutes %.1f" % ((time.time() - begun) / 60), flush=True)


def save(tagger, averages, inv, vocabulary, o, step):
    state = {n: p.clone() for n, p in tagger.state_dict().items()}
    for i, (n, _) in enumerate(trainable(tagger)):
        state[n] = sum(a[i] for a in averages) / len(averages)
    torch.save({"tagger": state, "relations": inv.relations, "xpos": inv.xpos, "vocabulary": vocabulary, "layers": o.layers,
                "options": vars(o), "step": step}, o.out)


def main():
    o = options()
    torch.manual_seed(o.seed)
    sets = sets_of.load(o.data, o.gum)
    inv = inventory(sets["ewt"] + sets["gum"])
    tagger, _, _ = build(len(inv.xpos), len(inv.relations), o.layers)
    if o.start:
        saved = torch.load(o.start, weights_only=False)
        assert saved["relations"] == inv.relations and saved["xpos"] == inv.xpos
        tagger.load_state_dict(saved["tagger"])
    copies = lambda: [p.detach().clone().share_memory_() for _, p in trainable(tagger)]
    shared, averages = [copies() for _ in range(o.workers)], [copies() for _ in range(o.workers)]
    ready = torch.zeros(o.workers, dtype=torch.int32).share_memory_()
    del tagger
    if o.workers == 1:
        return work(0, o, sets, inv, shared, averages, ready)
    import torch.multiprocessing as mp
    torch.set_num_threads(1)
    context = mp.get_context("fork")
    others = [context.Process(target=work, args=(r, o, sets, inv, shared, averages, ready)) for r in range(o.workers)]
    for p in others:
        p.start()
    for p in others:
        p.join()


if __name__ == "__main__":
    main()
