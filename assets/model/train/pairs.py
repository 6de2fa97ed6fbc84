"""Pairs of sentences of real news with what they share: `pairs.tsv`, labelled by hand for this project.

A line is two numbers of sentences of the Groningen Meaning Bank (`train-ner-gmb/train.conll`, counted from 0 in the order of the
file), a label and, for `1`, the words of each that tell the shared claim (`from-to=from-to`, the end not included, `;` between two).
Labels: `2` both tell one claim, `1` they share one, `0` they share none, `c` likewise but easily confused: `cn` another number of
the same thing, `ce` another event, place or day, `cw` another actor or target, `cp` one denies it, `cm` a plan and a deed, `co`
otherwise. The sentences themselves stay where they are published; what the program takes for clauses in them is read from a file
that it writes itself (README.md). Run as a program, this prints the sentences for it, one to a line."""

import argparse
import json
import os
import re

import numpy as np

PAIRS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "pairs.tsv")


def sentences(data):
    """Every sentence of the set as its words."""
    out, words = [], []
    for line in [*open(data + "/train-ner-gmb/train.conll", encoding="utf8"), "\n"]:
        line = line.rstrip("\n")
        if line.startswith("# "):
            continue
        if line:
            words.append(line.split("\t")[0])
        elif words:
            out.append(words)
            words = []
    return out


def plain(words):
    """The words as a line of text, as it was printed."""
    text = re.sub(r" ('s|'S|n't|'re|'ve|'ll|'d|'m)\b", r"\1", " ".join(words))
    text = re.sub(r" ([,.;:?!%)\]])", r"\1", re.sub(r" ' s\b", "'s", text))
    text = re.sub(r"([(\[$#]) ", r"\1", text)
    parts = text.split('"')
    if len(parts) % 2:
        text = "".join(p if i == 0 else '"' + (p.strip() if i % 2 else p) for i, p in enumerate(parts))
    return re.sub(r"s ' ", "s' ", text).strip()


def lines():
    """The two numbers, the label and the shared passages of every pair."""
    for line in open(PAIRS, encoding="utf8"):
        a, b, label, *parts = line.rstrip("\n").split("\t")
        passages = [tuple(tuple(map(int, side.split("-"))) for side in part.split("=")) for part in (parts[0].split(";") if parts else [])]
        yield int(a), int(b), label, passages


def shared(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


class Side:
    """One sentence: its words and clauses as the program finds them, and where the words of the set stand in it, all counted in
    letters, as the two cut words in different places."""

    def __init__(self, found, words):
        self.words, self.clauses = found["words"], found["clauses"]
        ends = np.cumsum([0] + [len(w) for w in self.words])
        self.spans = [(ends[c[0]], ends[c[-1] + 1]) for c in self.clauses]
        self.places = np.cumsum([0] + [len(w) for w in words])

    def passage(self, part):
        return self.places[part[0]], self.places[part[1]]


class Pair:
    """Two sentences, whether they share a claim (2 as wholes, 1 in part, 0 not), and for each clause of one with each of the other
    1 the same claim, 0 not, -1 unsure."""

    def __init__(self, one, other, label, passages):
        self.sides, self.label = (one, other), int(label) if label in "12" else 0
        self.same = np.full((len(one.clauses), len(other.clauses)), -1, np.int8)
        if self.label == 0:
            self.same[:] = 0
        elif self.label == 2:
            wide = [{i for i, s in enumerate(x.spans) if 5 * (s[1] - s[0]) >= 3 * max(b - a for a, b in x.spans)} for x in self.sides]
            for i in wide[0]:
                for j in wide[1]:
                    self.same[i, j] = 1
        else:
            tells, touches = [], []
            for x, at in ((one, 0), (other, 1)):
                marks = [x.passage(p[at]) for p in passages]
                tells.append([{k for k, m in enumerate(marks) if 2 * shared(s, m) >= min(s[1] - s[0], m[1] - m[0])} for s in x.spans])
                touches.append([any(shared(s, m) for m in marks) for s in x.spans])
            for i in range(len(one.clauses)):
                for j in range(len(other.clauses)):
                    if tells[0][i] & tells[1][j]:
                        self.same[i, j] = 1
                    elif not (touches[0][i] and touches[1][j]):
                        self.same[i, j] = 0


def read(data, clauses):
    """Every pair, with the clauses that the program wrote for the printed sentences."""
    all_of_them = sentences(data)
    numbers = sorted({n for a, b, *_ in lines() for n in (a, b)})
    found = dict(zip(numbers, json.load(open(clauses, encoding="utf8"))["sentences"], strict=True))
    sides = {n: Side(found[n], all_of_them[n]) for n in numbers}
    return [Pair(sides[a], sides[b], label, passages) for a, b, label, passages in lines() if sides[a].clauses and sides[b].clauses]


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--data", required=True)
    data = arguments.parse_args().data
    every = sentences(data)
    for number in sorted({n for a, b, *_ in lines() for n in (a, b)}):
        print(plain(every[number]))
