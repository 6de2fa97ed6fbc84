"""Scores a checkpoint or the exported file on test parts and on article sets (packed chunks, as the app feeds them)."""

import argparse
import json
import os
import re

import numpy as np
import torch

from batches import collate, encode, Inventory
from data import rare_pieces, read_conll, read_conllu, spans
from labels import DEMONYMS_SURE, ENTITY, UPOS
from model import Embed, Pieces, Tagger, build, lean

_ALLOWED = np.zeros((len(ENTITY), len(ENTITY)))
for _i, _a in enumerate(ENTITY):
    for _j, _b in enumerate(ENTITY):
        if _b[0] == "I" and _a[2:] != _b[2:]:
            _ALLOWED[_i, _j] = -1e9
_BEGIN = np.array([-1e9 if t[0] == "I" else 0.0 for t in ENTITY])


def viterbi(scores):
    if len(scores) == 0:
        return []
    best, back = scores[0] + _BEGIN, []
    for row in scores[1:]:
        total = best[:, None] + _ALLOWED
        back.append(total.argmax(0))
        best = total.max(0) + row
    path = [int(best.argmax())]
    for b in reversed(back):
        path.append(int(b[path[-1]]))
    return [ENTITY[i] for i in reversed(path)]


def rebuilt(saved):
    """A tagger with room for the saved one's own pieces and positions."""
    embed = Embed(len(saved["vocabulary"]))
    embed.position = torch.nn.Parameter(torch.zeros_like(saved["tagger"]["embed.position"]), requires_grad=False)
    return Tagger(embed, len(saved["xpos"]), len(saved["relations"]), saved["layers"])


class Runner:
    def __init__(self, checkpoint, quantise=None, data=None, drop=2100):
        saved = torch.load(checkpoint, weights_only=False)
        self.inv = Inventory(saved["xpos"], saved["relations"])
        self.tagger, self.vectors, vocabulary = build(len(saved["xpos"]), len(saved["relations"]), saved["layers"])
        if len(saved["vocabulary"]) < len(vocabulary):  # goes on from the exported file, which is lean already
            self.tagger, data, vocabulary = rebuilt(saved), None, saved["vocabulary"]
        self.tagger.load_state_dict(saved["tagger"])
        self.tagger.eval()
        self.pieces = Pieces(vocabulary)
        if data:  # the vocabulary as it is exported
            self.pieces = Pieces(lean(self.tagger.embed, vocabulary, rare_pieces(data, vocabulary, self.pieces, drop)))
        self.exact = bool(quantise)
        if quantise:
            quantise(self.tagger)

    def run(self, chunks):
        """chunks: lists of sentences (lists of words) -> for each sentence (entity tags, upos, xpos, heads, relations)."""
        out = [None] * len(chunks)
        dtype = torch.float32 if self.exact else torch.bfloat16
        order = sorted(range(len(chunks)), key=lambda i: sum(map(len, chunks[i])))
        with torch.no_grad():
            for k in range(0, len(order), 24):
                part = order[k:k + 24]
                encoded = [encode([(w, None, None) for w in chunks[i]], self.pieces, self.inv, [frozenset()] * len(chunks[i])) for i in part]
                batch = collate(encoded)
                words = self.tagger.words(self.tagger.encode(batch["ids"], batch["shapes"], batch["attend"], dtype).float(), batch["first"])
                entity = torch.log_softmax(self.tagger.entity(words), -1).numpy()
                upos, xpos = self.tagger.upos(words).argmax(-1), self.tagger.xpos(words).argmax(-1)
                arcs = self.tagger.arcs(words).masked_fill(~batch["inside"], -1e9)
                heads = arcs.argmax(-1)
                rels = self.tagger.relations(words, heads)
                root = self.inv.relation_id["root"]
                rels[..., root] = torch.where(heads == 0, torch.tensor(1e9), torch.tensor(-1e9))
                rels = rels.argmax(-1)
                for row, i in enumerate(part):
                    got, at, n = [], 0, len(encoded[row][2])
                    for words_ in chunks[i]:
                        m = min(len(words_), n - at)
                        tags = viterbi(entity[row, at:at + m])
                        h = [int(x) - at if x else 0 for x in heads[row, at:at + m]]
                        fill = len(words_) - m
                        got.append((tags + ["O"] * fill, [UPOS[x] for x in upos[row, at:at + m]] + ["X"] * fill,
                                    [self.inv.xpos[x] for x in xpos[row, at:at + m]] + ["NN"] * fill, h + [0] * fill,
                                    [self.inv.relations[x] for x in rels[row, at:at + m]] + ["dep"] * fill))
                        at += m
                    out[i] = got
        return out

    def pack(self, sentences, limit=126):
        """Consecutive sentences up to the limit."""
        out, current, room = [], [], 0
        for s in sentences:
            n = sum(len(self.pieces(w)) for w in s)
            if current and room + n > limit:
                out.append(current)
                current, room = [], 0
            current.append(s)
            room += n
        return out + [current] if current else out


def f1(tp, fp, fn):
    return round(200 * tp / (2 * tp + fp + fn), 1) if tp else 0.0


class Count:
    def __init__(self):
        self.by = {}

    def add(self, gold, found):
        for kind in {s[-1] for s in gold | found}:
            g, p = {s for s in gold if s[-1] == kind}, {s for s in found if s[-1] == kind}
            c = self.by.setdefault(kind, [0, 0, 0])
            c[0] += len(g & p)
            c[1] += len(p - g)
            c[2] += len(g - p)

    def report(self):
        total = [sum(c[i] for c in self.by.values()) for i in range(3)]
        return {**{k: f1(*c) for k, c in sorted(self.by.items())}, "micro": f1(*total)}


def trees(runner, path, packed, limit=None):
    documents = read_conllu(path, "")
    sentences = [s for d in documents for s in d]
    if packed:
        chunks = [c for d in documents for c in runner.pack([s.words for s in d])]
    else:
        chunks = [[s.words] for s in sentences]
    got = [s for c in runner.run(chunks) for s in c]
    n = u = x = a = l = lf = 0
    for s, (_, upos, xpos, heads, rels) in zip(sentences, got):
        for i in range(len(s.words)):
            n += 1
            u += upos[i] == s.tree[0][i]
            x += xpos[i] == s.tree[1][i]
            if heads[i] == s.tree[2][i]:
                a += 1
                l += rels[i].split(":")[0] == s.tree[3][i].split(":")[0]
                lf += rels[i] == s.tree[3][i]
    return {"UPOS": round(100 * u / n, 2), "XPOS": round(100 * x / n, 2), "UAS": round(100 * a / n, 2), "LAS": round(100 * l / n, 2), "LAS full": round(100 * lf / n, 2)}


def names(runner, path, packed):
    sentences = [p for d in read_conll(path) for p in d]
    chunks = runner.pack([[w for w, _ in s] for s in sentences]) if packed else [[[w for w, _ in s]] for s in sentences]
    got = [s for c in runner.run(chunks) for s in c]
    count = Count()
    for s, g in zip(sentences, got):
        count.add({x for x in spans([t for _, t in s]) if x[2] in ("PER", "ORG", "LOC")}, {x for x in spans(g[0]) if x[2] in ("PER", "ORG", "LOC")})
    return count.report()


TOKEN = re.compile(r"https?://\S+|www\.\S+|(?:[A-Za-z]\.){2,}|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Jr|Sr|No|vs|Inc|Corp|Co|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\."
                   r"|(?:US|A|C|NZ|HK|S|N)\$|\d+(?:[.,:]\d+)*|\w+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|[^\W\d_]+(?:['’](?!s\b|re\b|ve\b|ll\b|d\b|m\b|t\b)[^\W\d_]+)*|\w+|\.\.\.|--|[^\w\s]", re.I)
TERMINAL = {".", "!", "?"}


def tokens(text):
    """A rough tokeniser in the manner of UD English, with offsets; sentences end at . ! ? before a capital."""
    out, current = [], []
    found = list(TOKEN.finditer(text))
    for k, m in enumerate(found):
        current.append((m.group(), m.start(), m.end()))
        after = found[k + 1].group() if k + 1 < len(found) else ""
        if m.group() in TERMINAL and after and after not in TERMINAL and not re.match(r"[\"'”’)\]]", after) or (
                len(current) > 1 and re.match(r"[\"'”’)\]]", m.group()) and current[-2][0] in TERMINAL and after[:1].isupper()):
            if not after[:1].islower():
                out.append(current)
                current = []
    return out + [current] if current else out


LABEL = {"PER": "person", "ORG": "organisation", "LOC": "place", "NORP": "group", "EVENT": "event"}


def articles(runner, folder, kinds, dump=None, single=False, limit=None):
    gold = json.load(open(folder + "/gold.json"))["articles"]
    count, loose = Count(), Count()
    chunks, where = [], []
    for name in sorted(gold)[:limit]:
        path = os.path.join(folder, name if os.path.exists(os.path.join(folder, name)) else "articles/" + name)
        text = open(path, encoding="utf8").read()
        at = 0
        for block in re.split(r"(\n\s*\n)", text):
            sentences = [[(w, a + at, b + at) for w, a, b in s] for s in tokens(block)]
            if sentences:
                packed = runner.pack([[w for w, _, _ in s] for s in sentences]) if not single else [[[w for w, _, _ in s]] for s in sentences]
                k = 0
                for c in packed:
                    chunks.append(c)
                    where.append((name, sentences[k:k + len(c)]))
                    k += len(c)
            at += len(block)
    found = {name: set() for name in gold}
    for c, (name, sentences) in zip(runner.run(chunks), where):
        for s, g in zip(sentences, c):
            for a, b, kind in spans(g[0]):
                if LABEL.get(kind) in kinds:
                    found[name].add((s[a][1], s[b - 1][2], LABEL[kind]))
    rows = []
    for name in sorted(gold)[:limit]:
        g = {(e["start"], e["end"], e["kind"]) for e in gold[name]["entities"] if e["kind"] in kinds}
        p = {s for s in found[name]}
        count.add(g, p)
        if dump:
            text = open(os.path.join(folder, name if os.path.exists(os.path.join(folder, name)) else "articles/" + name), encoding="utf8").read()
            for s in sorted((g | p) - (g & p)):
                rows.append("%s\t%s\t%s\t%s" % ("miss" if s in g else "extra", s[2], text[s[0]:s[1]], text[max(0, s[0] - 60):s[1] + 40].replace("\n", " ")))
    if dump:
        open(dump, "w").write("\n".join(rows))
    return count.report()


def headlines(data, checkpoint, int8, years):
    """Pearson of cosine and judges' score; words as they stand between blanks."""
    from vectors import Encoder, pad, pairs, pearson
    _, vectors, vocabulary = build(1, 1, 1, 6)
    if checkpoint:
        vectors.trunk.load_state_dict(torch.load(checkpoint, weights_only=False)["trunk"])
    vectors.eval()
    pieces = Pieces(vocabulary)
    if int8:
        from export import simulate
        pieces = Pieces(lean(vectors.embed, vocabulary, rare_pieces(data, vocabulary, pieces, 2100)))
        simulate(vectors)
    encode, out = Encoder(pieces), {}
    for y in years:
        rows = pairs(data, [y])
        texts = sorted({t for r in rows for t in r[1:]}, key=len)
        got = {}
        with torch.no_grad():
            for k in range(0, len(texts), 64):
                got.update(zip(texts[k:k + 64], vectors(*pad([encode(t) for t in texts[k:k + 64]]), torch.float32 if int8 else torch.bfloat16)))
        cosine = torch.stack([(got[r[1]] * got[r[2]]).sum() for r in rows])
        out[y] = round(pearson(cosine, torch.tensor([r[0] for r in rows])).item(), 4)
    return out


def main():
    a = argparse.ArgumentParser()
    a.add_argument("checkpoint")
    a.add_argument("--data", required=True)
    a.add_argument("--sets", help="folder of article sets (evaluation only)")
    a.add_argument("--dump", help="folder for lists of errors")
    a.add_argument("--headlines", help="years of STS headlines: scores the vector trunk only")
    a.add_argument("--vector", help="checkpoint of the vector trunk")
    a.add_argument("--quick", action="store_true")
    a.add_argument("--int8", action="store_true", help="weights, activations and vocabulary as the app has them")
    o = a.parse_args()
    torch.set_num_threads(int(os.environ.get("THREADS", "2")))
    quantise = None
    if o.int8:
        from export import simulate as quantise
    if o.headlines:
        years = [int(y) for y in o.headlines.split(",")]
        print("headlines", headlines(o.data, o.vector, o.int8, years), flush=True)
        return
    r = Runner(o.checkpoint, quantise, o.data if o.int8 else None)
    shapes = ((True, "packed"),) if o.quick else ((True, "packed"), (False, "single"))
    for packed, word in shapes:
        print("UNER EWT test", word, names(r, o.data + "/train-ner-uner-ewt/test.conll", packed), flush=True)
        print("UD EWT test", word, trees(r, o.data + "/ud-ewt/test.conllu", packed), flush=True)
        if not o.quick:
            print("UD GUM open test", word, trees(r, o.data + "/ud-gum-open/test.conllu", packed), flush=True)
        if o.sets:
            for name, kinds in (("dev-ner-worldwide9", ("person", "organisation", "place", "group")), ("dev-ner-crossner-politics", ("person", "organisation", "place", "event"))):
                if o.quick and "cross" in name:
                    continue
                print(name, word, articles(r, o.sets + "/" + name, kinds, o.dump and packed and "%s/%s.tsv" % (o.dump, name), not packed), flush=True)


if __name__ == "__main__":
    main()
