"""The marked stories of `stories/`: articles, the passages that tell each claim, and the clauses that the program finds.

An article is a headline, a line `outlet | date`, a blank line and paragraphs; `{3|…}` marks a passage that tells claim 3 of the
story, and marks may stand inside each other. `claims.tsv` names the claims, and the pairs that must not be taken for one. What the
program takes for a clause is read from a file that it writes itself (README.md)."""

import json
import os
import re

import numpy as np

MARK = re.compile(r"\{(\d+)\|")


def unmark(marked):
    """The text without marks, and (claim, start, end) for each mark, in bytes of the text."""
    out, size, open_marks, marks, i = [], 0, [], [], 0
    while i < len(marked):
        m = MARK.match(marked, i)
        if m:
            open_marks.append((int(m.group(1)), size))
            i = m.end()
        elif marked[i] == "}":
            claim, start = open_marks.pop()
            marks.append((claim, start, size))
            i += 1
        else:
            out.append(marked[i])
            size += len(marked[i].encode())
            i += 1
    assert not open_marks, "a mark is not closed"
    return "".join(out), marks


def article(path):
    """Headline, outlet, date, text and marks of one file."""
    head, line, body = open(path, encoding="utf8").read().strip("\n").split("\n", 2)
    outlet, date = (x.strip() for x in line.split("|"))
    text, marks = unmark(body.strip())
    return {"title": head.strip(), "outlet": outlet, "date": date, "text": text, "marks": marks}


def shared(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def meets(clause, mark):
    """How well a clause and a marked passage cover each other (Dice), 0 where less than half of the shorter is shared."""
    both, lengths = shared(clause, mark), [clause[1] - clause[0], mark[1] - mark[0]]
    return 2 * both / sum(lengths) if both * 2 >= min(lengths) else 0.0


class Story:
    """One story: its sentences as words, its clauses as words of a sentence, and which of them tell the same claim."""

    def __init__(self, name, folder, found):
        self.name, self.sentences, self.clauses = name, [], []
        where, claims, touched, sentence_claims = [], [], [], []
        for number, file in enumerate(sorted(f for f in os.listdir(folder) if f.endswith(".txt"))):
            marks = article(os.path.join(folder, file))["marks"]
            for sentence in found[file]:
                words, spans = sentence["words"], sentence["spans"]
                self.sentences.append(words)
                all_of_it = (spans[0][0], spans[-1][1])
                told = {c for c, a, b in marks if 2 * shared(all_of_it, (a, b)) >= b - a}
                sentence_claims.append((number, told))
                for clause in sentence["clauses"]:
                    span = (spans[clause[0]][0], spans[clause[-1]][1])
                    best = max(((meets(span, (a, b)), c) for c, a, b in marks), default=(0.0, None))
                    self.clauses.append((len(self.sentences) - 1, clause))
                    where.append(number)
                    claims.append(best[1] if best[0] else None)
                    touched.append({c for c, a, b in marks if shared(span, (a, b))})
        self.same_clause = self.labels(len(where), lambda i: where[i], lambda i, j: self.judge(claims, touched, i, j))
        self.same_sentence = self.labels(len(sentence_claims), lambda i: sentence_claims[i][0],
                                         lambda i, j: int(bool(sentence_claims[i][1] & sentence_claims[j][1])))

    @staticmethod
    def judge(claims, touched, i, j):
        """1 the same claim, 0 not, -1 unsure: both touch a passage of one claim without being it."""
        if claims[i] is not None and claims[i] == claims[j]:
            return 1
        return -1 if touched[i] & touched[j] else 0

    @staticmethod
    def labels(count, article_of, judge):
        out = np.full((count, count), -1, np.int8)
        for i in range(count):
            for j in range(count):
                if article_of(i) != article_of(j):
                    out[i, j] = judge(i, j)
        return out


def read(folder, clauses):
    """Every story in order of its name. `clauses` is the file that the program wrote."""
    found = json.load(open(clauses, encoding="utf8"))["stories"]
    return [Story(name, os.path.join(folder, name), found[name]) for name in sorted(found)]
