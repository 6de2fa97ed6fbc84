"""Documents -> chunks of every shape the app feeds (single sentences, short runs, runs up to the limit) -> padded batches."""

import random

import torch

from labels import ENTITY, ENTITY_ID, LATER_PIECE, SPECIAL_SHAPE, UPOS_ID, shape

LIMIT = 126


class Inventory:
    """XPOS tags, relations and the sets of entity tags that occur as targets."""

    def __init__(self, xpos, relations):
        self.xpos, self.relations = xpos, relations
        self.xpos_id, self.relation_id = {x: i for i, x in enumerate(xpos)}, {r: i for i, r in enumerate(relations)}
        self.targets, self.rows = {}, []

    def target(self, tag, unmarked):
        key = (tag, unmarked if tag == "O" else None)
        if key not in self.targets:
            allowed = set(tag.split("|"))
            if tag == "O":
                allowed |= {b + "-" + k for k in unmarked for b in "BI"}
            self.targets[key] = len(self.rows)
            self.rows.append([0.0 if t in allowed else -1e9 for t in ENTITY])
        return self.targets[key]


def inventory(documents):
    xpos, relations = {}, {}
    for d in documents:
        for s in d:
            if s.tree:
                for x in s.tree[1]:
                    xpos[x] = xpos.get(x, 0) + 1
                for r in s.tree[3]:
                    relations[r] = relations.get(r, 0) + 1
    # rare subtypes fall back to their universal part
    kept = sorted(r for r, n in relations.items() if n >= 20 or ":" not in r)
    return Inventory(sorted(x for x, n in xpos.items() if n >= 3 and x != "_"), kept)


def chunks_of(document, pieces, r, single=0.3, short=0.25):
    """Cuts a document into lists of consecutive sentences."""
    out, current, room, goal = [], [], 0, 0
    for s in document:
        n = sum(len(pieces(w)) for w in s.words)
        if current and (room + n > goal):
            out.append(current)
            current, room = [], 0
        if not current:
            p = r.random()
            goal = 0 if p < single else r.randint(20, 70) if p < single + short else LIMIT
        current.append(s)
        room += n
    if current:
        out.append(current)
    return out


def encode(sentences, pieces, inv, unmarked):
    """One chunk as lists; sentences = [(words, tags, tree)]."""
    ids, shapes, first, entity, upos, xpos, head, rel, start, end = [pieces.cls], [SPECIAL_SHAPE], [], [], [], [], [], [], [], []
    for (words, tags, tree), free in zip(sentences, unmarked):
        base, at = len(first), 0
        fits = []
        for w in words:
            got = pieces(w)
            if len(ids) + len(got) > LIMIT + 1:
                break
            fits.append(len(ids))
            c = shape(w)
            ids += got
            shapes += [c] + [c + LATER_PIECE] * (len(got) - 1)
        n = len(fits)
        first += fits
        entity += [-100 if tags is None or tags[i] == "?" else inv.target(tags[i], free) for i in range(n)]
        start += [base] * n
        end += [base + n] * n
        if tree:
            u, x, h, r = tree
            upos += [UPOS_ID.get(u[i], -100) for i in range(n)]
            xpos += [inv.xpos_id.get(x[i], -100) for i in range(n)]
            head += [-100 if h[i] > n else 0 if h[i] == 0 else base + h[i] for i in range(n)]
            rel += [inv.relation_id.get(r[i], inv.relation_id.get(r[i].split(":")[0], -100)) for i in range(n)]
        else:
            for column in (upos, xpos, head, rel):
                column += [-100] * n
    ids.append(pieces.sep)
    shapes.append(SPECIAL_SHAPE)
    return ids, shapes, first, entity, upos, xpos, head, rel, start, end


def collate(encoded):
    """Padded tensors; `inside[b, i, j]`: column j (0 = root) may be the head of word i."""
    b, n, m = len(encoded), max(len(e[0]) for e in encoded), max(len(e[2]) for e in encoded)
    pad = lambda k, size, fill: torch.tensor([e[k] + [fill] * (size - len(e[k])) for e in encoded])
    batch = {"ids": pad(0, n, 0), "shapes": pad(1, n, SPECIAL_SHAPE), "first": pad(2, m, 0)}
    batch["attend"] = torch.arange(n)[None, :] < torch.tensor([len(e[0]) for e in encoded])[:, None]
    for k, name in ((3, "entity"), (4, "upos"), (5, "xpos"), (6, "head"), (7, "rel")):
        batch[name] = pad(k, m, -100)
    start, end = pad(8, m, 0), pad(9, m, 0)
    column = torch.arange(m)
    inside = (column[None, None, :] >= start[:, :, None]) & (column[None, None, :] < end[:, :, None])
    inside &= ~torch.eye(m, dtype=torch.bool)[None]
    batch["inside"] = torch.cat([torch.ones(b, m, 1, dtype=torch.bool), inside], 2)
    batch["words"] = torch.arange(m)[None, :] < torch.tensor([len(e[2]) for e in encoded])[:, None]
    return batch


def grouped(items, length, budget):
    """Items in groups, the shortest first; padded to its longest, none of several is longer than `budget`."""
    out, current = [], []
    for item in sorted(items, key=length):
        if current and (len(current) + 1) * length(item) > budget:
            out.append(current)
            current = []
        current.append(item)
    return out + [current] if current else out


class Sampler:
    """An endless stream of batches; each set is drawn in proportion to its passes for every round."""

    def __init__(self, sets, passes, pieces, inv, augment, budget=2048, seed=0):
        self.sets, self.passes, self.pieces, self.inv, self.augment = sets, passes, pieces, inv, augment
        self.budget, self.random = budget, random.Random(seed)
        self.left = {name: [] for name in sets}
        self.round = 0

    def draw(self, name, share):
        """Documents making up `share` passes over the set, without repetition inside a pass."""
        out = []
        want = share * sum(len(s.words) for d in self.sets[name] for s in d)
        while want > 0:
            if not self.left[name]:
                self.left[name] = list(self.sets[name])
                self.random.shuffle(self.left[name])
            d = self.left[name].pop()
            out.append(d)
            want -= sum(len(s.words) for s in d)
        return out

    def __iter__(self):
        r = self.random
        while True:
            self.round += 1
            pool = []
            for name, share in self.passes.items():
                loose = name in ("btc", "wnut")
                for d in self.draw(name, share):
                    for c in chunks_of(d, self.pieces, r, 0.6 if loose else 0.3):
                        if len(c) == 1 and len(c[0].words) < 2 and r.random() < 0.7:
                            continue
                        pool.append(c)
            r.shuffle(pool)
            for i in range(0, len(pool), 320):
                ready = []
                for c in pool[i:i + 320]:
                    ready.append(encode(self.augment.chunk(c), self.pieces, self.inv, [s.unmarked for s in c]))
                batches = grouped(ready, lambda e: len(e[0]), self.budget)
                r.shuffle(batches)
                for b in batches:
                    yield collate(b)
