"""The vector trunk: four of MiniLM's six layers, taught by all six, by headline pairs, by our own marked stories and by labelled
pairs of real news.

A step takes one story (clauses and sentences that tell the same claim in different articles must lie near each other, all others
far: supervised contrastive loss, Khosla et al. 2020), sentences of the training texts (the vector must stay near that of the six
layers, so must the likeness of any two), headline pairs of STS 2013 to 2015 (the cosine must follow the judges' score: 1 -
Pearson over the batch) and labelled pairs of news (each pair that shares a claim must lie nearer than each that does not, as
sentences and as clauses: CoSENT, Su 2022). The vector of a clause is the mean of its pieces within the sentence. The lower two layers are not
trained, so that what they give is computed once."""

import argparse
import copy
import random
import time

import torch
import torch.nn.functional as F

import data as sets_of
import pairs as news
import stories as marked
from model import Pieces, Trunk, build, pool
from train import descend

KEEP, FROZEN = [0, 1, 3, 5], 2
TEMPERATURE = 0.07
NEWS, NEWS_TEMPERATURE = 72, 0.05
TYPE = torch.bfloat16


def headline_pairs(folder, years):
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

    def words(self, words):
        """Pieces of a sentence, and for each word where its pieces stand; what does not fit is left out."""
        ids, places = [self.pieces.cls], []
        for word in words:
            own = self.pieces(word)
            fits = len(ids) + len(own) <= 127
            places.append(range(len(ids), len(ids) + len(own)) if fits else range(0))
            ids += own if fits else []
        return ids + [self.pieces.sep], places

    def __call__(self, text):
        return [self.pieces.cls] + [i for w in text.split() for i in self.pieces(w)][:126] + [self.pieces.sep]


def part(layers):
    """A trunk of these layers."""
    trunk = Trunk(0)
    trunk.layers = torch.nn.ModuleList(layers)
    return trunk


class Batch:
    """Texts of like length, as the lower layers give them."""

    def __init__(self, low, texts):
        ids, self.attend = pad(texts)
        with torch.no_grad():
            self.rows = low.trunk(low.embed(ids).to(TYPE), self.attend)

    def vectors(self, upper):
        return pool(upper(self.rows, self.attend), self.attend)


class StoryBatch:
    """One story: its sentences in batches of like length, and which pieces make each clause."""

    def __init__(self, low, story, encoder, size=32):
        encoded = [encoder.words(words) for words in story.sentences]
        self.longest = max(len(ids) for ids, _ in encoded)
        self.order = sorted(range(len(encoded)), key=lambda i: len(encoded[i][0]))
        self.batches = [Batch(low, [encoded[i][0] for i in self.order[k:k + size]]) for k in range(0, len(self.order), size)]
        self.place = {sentence: at for at, sentence in enumerate(self.order)}
        self.of = torch.tensor([self.place[sentence] for sentence, _ in story.clauses])
        self.share = torch.zeros(len(story.clauses), self.longest)
        for row, (sentence, words) in zip(self.share, story.clauses):
            own = [i for w in words for i in encoded[sentence][1][w]] or [0]
            row[own] = 1 / len(own)
        self.same_clause = torch.tensor(story.same_clause)
        order = torch.tensor(self.order)
        self.same_sentence = torch.tensor(story.same_sentence)[order][:, order]

    def vectors(self, upper):
        """Of the sentences, shortest first, and of the clauses."""
        sentences, rows = [], []
        for b in self.batches:
            x = upper(b.rows, b.attend).float()
            sentences.append(pool(x, b.attend))
            rows.append(F.pad(x, (0, 0, 0, self.longest - x.shape[1])))
        return torch.cat(sentences), F.normalize(torch.einsum("un,und->ud", self.share, torch.cat(rows)[self.of]), dim=-1)


def contrast(vectors, labels):
    likeness, known, same = vectors @ vectors.T / TEMPERATURE, labels >= 0, labels == 1
    has = same.any(1)
    if not has.any():
        return torch.zeros(())
    log = likeness - torch.logsumexp(likeness.masked_fill(~known, -1e4), 1)[:, None]
    return -((log * same).sum(1)[has] / same.sum(1)[has]).mean()


def ranked(near, far):
    """How far the pairs that must lie near are behind those that must not."""
    if not len(near) or not len(far):
        return torch.zeros(())
    behind = (far[None, :] - near[:, None]).flatten() / NEWS_TEMPERATURE
    return torch.logsumexp(torch.cat([torch.zeros(1), behind]), 0)


def news_loss(low, upper, encoder, chosen):
    """Of labelled pairs, by their sentences and by their clauses."""
    encoded = [encoder.words(side.words) for pair in chosen for side in pair.sides]
    batch = Batch(low, [ids for ids, _ in encoded])
    rows = upper(batch.rows, batch.attend).float()
    sentences = pool(rows, batch.attend)
    likeness, label = (sentences[0::2] * sentences[1::2]).sum(-1), torch.tensor([pair.label for pair in chosen])
    loss = ranked(likeness[label > 0], likeness[label == 0]) + 0.3 * ranked(likeness[label == 2], likeness[label == 1])
    near, far = [], []
    for number, pair in enumerate(chosen):
        clauses = []
        for side in (0, 1):
            places = encoded[2 * number + side][1]
            own = [[i for w in clause for i in places[w]] or [0] for clause in pair.sides[side].clauses]
            clauses.append(F.normalize(torch.stack([rows[2 * number + side][i].mean(0) for i in own]), dim=-1))
        close, same = clauses[0] @ clauses[1].T, torch.tensor(pair.same)
        if (same == 1).any():
            near.append(close[same == 1].max()[None] if pair.label == 2 else close[same == 1])
        far.append(close[same == 0])
    return loss + ranked(torch.cat(near) if near else torch.zeros(0), torch.cat(far))


def average_precision(labels, likeness):
    kept = torch.triu(labels >= 0, 1)
    order = likeness[kept].argsort(descending=True)
    hits = (labels[kept][order] == 1).float()
    return float((hits.cumsum(0) / torch.arange(1, len(hits) + 1) * hits).sum() / hits.sum().clamp(min=1))


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--data", required=True)
    a.add_argument("--start", required=True, help="the six layers, from fold.py")
    a.add_argument("--stories", required=True)
    a.add_argument("--clauses", required=True, help="what the program takes for clauses in them and in the pairs of news")
    a.add_argument("--out", required=True)
    a.add_argument("--steps", type=int, default=450)
    a.add_argument("--rate", type=float, default=2e-4)
    a.add_argument("--held", type=int, default=4, help="stories that are scored and not trained on")
    a.add_argument("--texts", type=int, default=6000)
    a.add_argument("--seed", type=int, default=0)
    a.add_argument("--threads", type=int, default=1)
    o = a.parse_args()
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    r = random.Random(o.seed)
    _, six, vocabulary = build(1, 1, 1, 6)
    six.trunk.load_state_dict(torch.load(o.start, weights_only=False)["trunk"])
    six.eval()
    encoder = Encoder(Pieces(vocabulary))
    upper = part(copy.deepcopy(six.trunk.layers[i]) for i in KEEP[FROZEN:])

    class Low:
        embed, trunk = six.embed, part(six.trunk.layers[i] for i in KEEP[:FROZEN])

    stories = [StoryBatch(Low, story, encoder) for story in marked.read(o.stories, o.clauses)]
    shuffled = list(range(len(stories)))
    random.Random(5).shuffle(shuffled)
    held, train = [stories[i] for i in shuffled[:o.held]], [stories[i] for i in shuffled[o.held:]]

    rows = [row for y in (2013, 2014, 2015) for row in headline_pairs(o.data, [y])]
    headlines = []
    for k in range(0, len(rows), 24):
        chunk = rows[k:k + 24]
        headlines.append([Batch(Low, [encoder(x[i]) for x in chunk]) for i in (1, 2)] + [torch.tensor([x[0] for x in chunk])])

    told = news.read(o.data, o.clauses)
    texts = []
    for read in (sets_of.read_conllu(o.data + "/ud-ewt/train.conllu", ""), sets_of.gmb(o.data + "/train-ner-gmb/train.conll")):
        texts += [" ".join(s.words) for d in read for s in d if 4 < len(s.words) < 50]
    r.shuffle(texts)
    texts = sorted(texts[:o.texts], key=len)
    plain = []
    for k in range(0, len(texts) - 39, 40):
        chunk = [encoder(t) for t in texts[k:k + 40]]
        ids, attend = pad(chunk)
        with torch.no_grad():
            plain.append((Batch(Low, chunk), six(ids, attend, TYPE)))

    parameters = list(upper.parameters())
    average = [p.detach().clone() for p in parameters]
    optimizer = torch.optim.AdamW(parameters, lr=o.rate, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    begun, next_story, next_plain, next_pair = time.time(), [], [], []

    def draw(bag, whole):
        if not bag:
            bag += r.sample(whole, len(whole))
        return bag.pop()

    for step in range(o.steps):
        for g in optimizer.param_groups:
            g["lr"] = o.rate * min(1, (step + 1) / 30) * max(0.02, 1 - step / o.steps)
        story = draw(next_story, train)
        sentences, clauses = story.vectors(upper)
        loss = 0.1 * (contrast(clauses, story.same_clause) + 0.5 * contrast(sentences, story.same_sentence))
        for _ in range(2):
            batch, want = draw(next_plain, plain)
            got = batch.vectors(upper)
            loss = loss + (1 - (got * want).sum(-1)).mean() + 2.5 * ((got @ got.T - want @ want.T) ** 2).mean()
        one, other, score = r.choice(headlines)
        loss = loss + 0.08 * (1 - pearson((one.vectors(upper) * other.vectors(upper)).sum(-1), score))
        loss = loss + 0.02 * news_loss(Low, upper, encoder, [draw(next_pair, told) for _ in range(NEWS)])
        descend(loss, parameters, optimizer)
        with torch.no_grad():
            torch._foreach_lerp_(average, parameters, 1 - min(0.99, step / (step + 9)))
        if step % 50 == 0:
            print(step, "%.1f min" % ((time.time() - begun) / 60), "loss %.4f" % loss.item(), flush=True)
    with torch.no_grad():
        torch._foreach_copy_(parameters, average)
        for story in held:
            sentences, clauses = story.vectors(upper)
            print("held: average precision of clause pairs %.3f, of sentence pairs %.3f" % (
                average_precision(story.same_clause, clauses @ clauses.T), average_precision(story.same_sentence, sentences @ sentences.T)))
        got = torch.cat([(x.vectors(upper) * y.vectors(upper)).sum(-1) for x, y, _ in headlines])
        print("headlines %.3f" % pearson(got, torch.cat([s for _, _, s in headlines])))
    state = {}
    for i, layer in enumerate([*Low.trunk.layers, *upper.layers]):
        state.update({"layers.%d.%s" % (i, k): v for k, v in layer.state_dict().items()})
    torch.save({"layers": len(KEEP), "trunk": state, "options": vars(o)}, o.out)


if __name__ == "__main__":
    main()
