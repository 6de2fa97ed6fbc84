"""Readers of the training sets: every one becomes a list of documents, a document a list of sentences."""

import glob
import os
import re
from dataclasses import dataclass, field

from labels import (CALENDAR, COUNTRY_PHRASES, DEMONYM_FIRST, DEMONYM_SECOND, DEMONYMS_SURE, DEMONYMS_UNSURE, LANGUAGE_HINTS, TITLES)

# What a tag may be: one tag, several joined by "|" (the loss sums their probabilities), or "?" (not counted).
# "O" is widened for sets that leave kinds out, see `Sentence.unmarked`.


@dataclass
class Sentence:
    words: list
    tags: list = None  # entity tags, or None
    unmarked: frozenset = frozenset()  # kinds that this set does not mark: O may hide them
    tree: tuple = None  # (upos, xpos, heads, relations); heads count from 1, 0 = root
    space: list = None  # a space after the word, where known
    name: str = ""


def spans(tags):
    out, start = [], None
    for i, t in enumerate(list(tags) + ["O"]):
        if start is not None and not (t[0] == "I" and t[2:] == start[1]):
            out.append((start[0], i, start[1]))
            start = None
        if t[0] == "B" or (t[0] == "I" and start is None):
            start = (i, t[2:])
    return out


def put(tags, a, b, kind):
    for i in range(a, b):
        tags[i] = ("B-" if i == a else "I-") + kind if kind not in ("O", "?") else kind


def read_conll(path):
    documents, sentence = [[]], []
    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n")
        if line.startswith("# doc") or not line.strip():
            if sentence:
                documents[-1].append(sentence)
                sentence = []
            if line.startswith("# doc") and documents[-1]:
                documents.append([])
            continue
        c = line.split("\t")
        if c[0].strip():
            sentence.append((c[0].strip(), c[1] if len(c) > 1 else "O"))
    if sentence:
        documents[-1].append(sentence)
    return [d for d in documents if d]


def read_conllu(path, name):
    documents, rows, space, glued = [[]], [], [], {}
    last = None
    for line in open(path, encoding="utf8"):
        if line.startswith("# newdoc") and documents[-1]:
            documents.append([])
        elif line.startswith("# sent_id"):
            document = re.sub(r"-?\d+$", "", line.split("=")[1].strip())
            if document != last and documents[-1]:
                documents.append([])
            last = document
        elif line[0] == "#":
            continue
        elif not line.strip():
            if rows:
                documents[-1].append(Sentence([r[1] for r in rows], None, frozenset(), (
                    [r[3] for r in rows], [r[4] for r in rows], [int(r[6]) for r in rows], [r[7] for r in rows]),
                    space, name))
            rows, space, glued = [], [], {}
        else:
            c = line.rstrip("\n").split("\t")
            if "-" in c[0]:
                a, b = map(int, c[0].split("-"))
                glued = {i: False for i in range(a, b)}
                glued[b] = "SpaceAfter=No" not in c[9]
            elif c[0].isdigit():
                rows.append(c)
                i = int(c[0])
                space.append(glued[i] if i in glued else "SpaceAfter=No" not in c[9])
    return [d for d in documents if d]


AFFIX = set("""a anti co counter cross de e eco ex extra hyper inter intra macro mega micro mid mini multi near non over para pan
post pre pro pseudo quasi re semi socio sub super supra trans tri u ultra un under uni vice""".split())
CLITIC = re.compile(r"^(.+)('s|’s|n't|n’t|'re|'ve|'ll|'d|'m)$", re.I)


def retokenise(pairs):
    """Splits words at hyphens and clitics as current UD English does; the tag goes to the parts that look like a name."""
    out = []
    for word, tag in pairs:
        m = CLITIC.match(word)
        tail = None
        if m and len(word) > 3:
            word, tail = m.group(1), m.group(2)
        parts = [word]
        if "-" in word[1:-1] and not re.search(r"\d|/|@|\.[a-z]", word) and word.lower().split("-")[0] not in AFFIX and "--" not in word:
            parts = [p for p in re.split("(-)", word) if p]
        if len(parts) == 1 or tag[0] not in "BI":
            out += [(p, tag) for p in parts]
        else:
            kind, begun = tag[2:], tag[0] == "I"
            lower_tail = parts[0][:1].isupper() and parts[-1][:1].islower() and len(parts) == 3
            for k, p in enumerate(parts):
                if lower_tail and k > 0:
                    out.append((p, "O"))
                else:
                    out.append((p, ("I-" if begun else "B-") + kind))
                    begun = True
        if tail:
            out.append((tail, "O"))
    return out


def relabel_groups(words, tags):
    """Nationalities and peoples that stand alone become NORP in every set; doubtful ones only where a set marked them."""
    pairs = {i for i in range(len(words) - 1) if words[i] in DEMONYM_FIRST and words[i + 1] in DEMONYM_SECOND}
    for i, w in enumerate(words):
        if i in pairs or i - 1 in pairs:
            k = i if i in pairs else i - 1
            if i in pairs and not (k + 2 < len(words) and (tags[k + 2][0] == "I" or words[k + 2][:1].isupper())) and tags[k][0] != "I":
                put(tags, k, k + 2, "NORP")
            continue
        base = w if w in DEMONYMS_SURE or w in DEMONYMS_UNSURE else None
        if base is None:
            continue
        t = tags[i]
        if t[0] == "I" and not t.startswith("I-NORP"):
            continue
        if i + 1 < len(tags) and tags[i + 1][0] == "I":
            continue
        follows = words[i + 1].lower() if i + 1 < len(words) else ""
        if follows in LANGUAGE_HINTS or (i and words[i - 1].lower() in ("in", "speak", "speaks", "spoke", "speaking", "language")
                                         and (i + 1 == len(words) or not words[i + 1][0].isalpha())):
            tags[i] = "?"
        elif base in DEMONYMS_SURE:
            tags[i] = "B-NORP"
        elif t not in ("O", "?"):
            tags[i] = "B-NORP"
        else:
            tags[i] = "O|B-NORP"
    return tags


def fix_countries(words, tags):
    """A country is a place, whatever it does in the sentence."""
    for a, b, kind in spans(tags):
        phrase = " ".join(words[a:b]).lower()
        if kind in ("ORG", "NORP", "PER") and phrase in COUNTRY_PHRASES:
            put(tags, a, b, "LOC")
        if phrase in ("u.n.", "un", "united nations") and kind != "ORG":
            put(tags, a, b, "ORG")
    return tags


def gmb(path):
    keep = {"per": "PER", "org": "ORG", "geo": "LOC", "gpe": "NORP", "art": "MISC", "eve": "EVENT", "nat": "?", "tim": "?"}
    out = []
    for document in read_conll(path):
        sentences = []
        for pairs in document:
            pairs = retokenise(pairs)
            words = [w for w, _ in pairs]
            tags, previous = [], "O"
            for w, t in pairs:
                if t == "O":
                    tags.append("O")
                else:
                    kind = keep[t[2:]]
                    if kind == "?":
                        plain = t[2:] == "tim" and (w.lower() in CALENDAR or not w[0].isupper())
                        tags.append("O" if plain else "?")
                    else:
                        tags.append(t[:2] + kind)
            for a, b, kind in spans(tags):
                if kind == "PER":
                    k = a
                    while k < b and words[k].lower() in TITLES:
                        tags[k] = "O"
                        k += 1
                    put(tags, k, b, "PER")
                    if k < b and words[k].lower() in ("of", "'s"):
                        put(tags, k, b, "?")
                    if k == b and any(w[0].isupper() and w.lower() not in ("president", "prime", "minister", "mr.", "mrs.", "ms.", "the") for w in words[a:b]):
                        for j in range(a, b):
                            if words[j].lower() in ("iraqi", "israeli") or words[j] in DEMONYMS_SURE:
                                tags[j] = "O"
                elif kind == "NORP" and not any(w in DEMONYMS_SURE or w in DEMONYMS_UNSURE for w in words[a:b]):
                    phrase = " ".join(words[a:b])
                    if re.search(r"(ans?|ese|ish|is?|ch|ics?)$", phrase) and phrase.lower() not in COUNTRY_PHRASES and phrase not in (
                            "Pakistan", "Afghanistan", "Iran", "Sudan", "Japan", "Jordan", "Taiwan", "Oman", "Azerbaijan", "Bhutan", "Burundi",
                            "Malawi", "Mali", "Haiti", "Fiji", "Kazakhstan", "Uzbekistan", "Tajikistan", "Kyrgyzstan", "Turkmenistan"):
                        tags[a] = "B-NORP|B-LOC" if b - a == 1 else tags[a]
                        if b - a > 1:
                            put(tags, a, b, "?")
                    else:
                        put(tags, a, b, "LOC")
                elif kind == "NORP" and b - a > 1:
                    put(tags, a, b, "?" if b - a > 2 else "NORP")
                elif kind == "ORG" and all(not w[0].isupper() and not w.startswith("al") for w in words[a:b]):
                    put(tags, a, b, "?")
                elif kind == "LOC" and words[a:b] == ["White", "House"]:
                    put(tags, a, b, "ORG")
            for i, w in enumerate(words):  # the set cuts "Prime Minister" into name and title at random
                if w in ("Prime", "President", "Minister", "Mr.", "Mrs.", "Ms.", "Secretary", "General") and tags[i] == "B-PER":
                    tags[i] = "O"
            tags = relabel_groups(words, fix_countries(words, tags))
            sentences.append(Sentence(words, mend(tags), frozenset({"MISC", "EVENT"}), name="gmb"))
        out.append(sentences)
    out = vote(out)
    # the copy at hand is one long run of sentences: cut it so that the sampler can shuffle
    return [d[i:i + 12] for d in out for i in range(0, len(d), 12)]


KNOWN = {"twitter": "ORG|MISC", "facebook": "ORG|MISC", "youtube": "ORG|MISC", "google": "ORG", "al jazeera": "ORG", "al - jazeera": "ORG", "forbes": "ORG|PER",
         "mossad": "ORG", "toyota": "ORG", "reuters": "ORG", "bbc": "ORG", "islam": "?", "western": "?", "tel aviv": "LOC", "abu dhabi": "LOC",
         "west bank": "LOC", "los angeles times": "ORG", "new york times": "ORG", "the guardian": "ORG", "taliban": "ORG", "taleban": "ORG",
         "al - qaida": "ORG", "al - qaeda": "ORG", "hezbollah": "ORG", "hamas": "ORG", "nobel": "?", "white house": "ORG", "kremlin": "ORG|LOC",
         "pentagon": "ORG|LOC", "state": "?", "foreign": "?", "sri": "?", "web": "?", "internet": "?"}


def vote(documents):
    """A silver set contradicts itself: a kind that a phrase seldom has, or a name left out, is not counted."""
    kinds, plain = {}, {}
    for d in documents:
        for s in d:
            for a, b, kind in spans(s.tags):
                row = kinds.setdefault(" ".join(s.words[a:b]), {})
                row[kind] = row.get(kind, 0) + 1

    def free(s):
        i = 0
        while i < len(s.words):
            if s.tags[i] != "O" or not (s.words[i][0].isupper() or s.words[i] == "al"):
                i += 1
                continue
            for n in range(min(5, len(s.words) - i), 0, -1):
                phrase = " ".join(s.words[i:i + n])
                if phrase in kinds and all(t == "O" for t in s.tags[i:i + n]):
                    yield i, i + n, phrase
                    i += n - 1
                    break
            i += 1
    for d in documents:
        for s in d:
            for a, b, phrase in free(s):
                plain[phrase] = plain.get(phrase, 0) + 1
    changed = 0
    for d in documents:
        for s in d:
            for a, b, phrase in list(free(s)):
                if a > 0 and plain[phrase] < 0.5 * sum(kinds[phrase].values()):
                    put(s.tags, a, b, "?")
                    changed += 1
            for a, b, kind in spans(s.tags):
                phrase = " ".join(s.words[a:b])
                row = kinds[phrase]
                known = KNOWN.get(phrase.lower())
                if known and known != kind:
                    if known == "?" or "|" not in known:
                        put(s.tags, a, b, known)
                    else:
                        for i in range(a, b):
                            s.tags[i] = "|".join(("B-" if i == a else "I-") + k for k in known.split("|"))
                    changed += 1
                elif sum(row.values()) >= 4 and row[kind] < 0.25 * sum(row.values()):
                    put(s.tags, a, b, "?")
                    changed += 1
    print("gmb: spans that its own majority contradicts", changed, flush=True)
    return documents


def mend(tags):
    previous = "O"
    for i, t in enumerate(tags):
        if t[0] == "I":
            kind = t.split("|")[0][2:]
            if previous[0] not in "BI" or kind not in previous:
                tags[i] = "B-" + kind
        previous = tags[i]
    return tags


def simple(path, kinds, unmarked, name, retoken=True, hook=None):
    out = []
    for document in read_conll(path):
        sentences = []
        for pairs in document:
            pairs = retokenise(pairs) if retoken else pairs
            words = [w for w, _ in pairs]
            tags = []
            for w, t in pairs:
                kind = kinds.get(t[2:], "O") if t != "O" else "O"
                tags.append(kind if kind in "O?" else "|".join(t[:2] + k for k in kind.split("|")))
            if hook:
                tags = hook(words, tags)
            for a, b, kind in spans(tags):  # titles are no part of a name
                if kind == "PER" and b - a > 1:
                    k = a
                    while k < b - 1 and words[k].lower() in TITLES and words[k].lower() not in ("first", "a", "us"):
                        tags[k] = "O"
                        k += 1
                    put(tags, k, b, "PER")
            sentences.append(Sentence(words, relabel_groups(words, mend(tags)), frozenset(unmarked), name=name))
        out.append(sentences)
    return out


def re3d(folder):
    def named_only(words, tags):
        for a, b, kind in spans(tags):
            if words[a].lower() == "the" and b - a > 1:
                tags[a] = "O"
                a += 1
                put(tags, a, b, kind)
            if not all(w[0].isupper() or w.lower() in ("of", "and", "the", "for", "-", "&", "al", "'s") for w in words[a:b]) or words[a].lower() in (
                    "we", "i", "he", "she", "our", "it", "they", "his", "her", "this", "these"):
                put(tags, a, b, "?")
            elif kind == "PER":
                k = a
                while k < b and words[k].lower() in TITLES:
                    tags[k] = "O"
                    k += 1
                put(tags, k, b, "PER")
        return fix_countries(words, tags)
    kinds = {"Organisation": "ORG", "Location": "LOC", "Person": "PER", "Nationality": "NORP", "Weapon": "?", "MilitaryPlatform": "?",
             "DocumentReference": "?", "Temporal": "O", "Quantity": "O", "Money": "O"}
    return [d for f in sorted(glob.glob(folder + "/*.conll")) for d in simple(f, kinds, {"MISC", "EVENT"}, "re3d", hook=named_only)]


def ewt(data):
    """UD EWT with the entity tags of UNER laid over it (same words, same sentences)."""
    marks = {}
    for document in read_conll(data + "/train-ner-uner-ewt/train.conll"):
        for pairs in document:
            marks.setdefault(tuple(w for w, _ in pairs), [t for _, t in pairs])
    out = read_conllu(data + "/ud-ewt/train.conllu", "ewt")
    found = 0
    for document in out:
        for s in document:
            tags = marks.get(tuple(s.words))
            if tags:
                found += 1
                tags = [t if t == "O" else t[:2] + t[2:] if t[2:] != "OTH" else "B-MISC|B-EVENT|B-NORP" if t[0] == "B" else "I-MISC|I-EVENT|I-NORP"
                        for t in tags]
                s.tags = relabel_groups(s.words, mend(tags))
                s.unmarked = frozenset({"MISC", "EVENT"})
    print("ewt: sentences with entity tags", found)
    return out


ENTITY = re.compile(r"\((\d+)-([a-z]+)-|(\d+)\)|\((\d+)-([a-z]+)-[^()]*\)")


def gum(data, repository=None):
    """UD GUM, open genres; names from the coreference layer of the GUM repository where given.

    GUM marks every mention, named or not, with its type. A mention counts as a name when its head is a proper noun; the
    name is the run of proper nouns around the head. All other proper nouns stay uncounted."""
    out = read_conllu(data + "/ud-gum-open/train.conllu", "gum")
    if not repository:
        return out
    layers = {}
    for path in glob.glob(repository + "/GUM_*.conllu"):
        rows, open_ = [], []
        for line in open(path, encoding="utf8"):
            if line[0] == "#" or not line.strip():
                if rows:
                    layers.setdefault(tuple(r[0] for r in rows), rows)
                rows = []
                continue
            c = line.rstrip("\n").split("\t")
            if not c[0].isdigit():
                continue
            m = re.search(r"Entity=([^|]+)", c[9])
            rows.append((c[1], c[3], int(c[6]), m.group(1) if m else ""))
        if rows:
            layers.setdefault(tuple(r[0] for r in rows), rows)
    kinds = {"person": "PER", "place": "LOC", "organization": "ORG", "event": "EVENT", "object": "MISC", "abstract": "MISC"}
    found = 0
    for document in out:
        for s in document:
            rows = layers.get(tuple(s.words))
            if rows is None:
                continue
            mentions, stack = [], []
            for i, (_, _, _, text) in enumerate(rows):
                for m in re.finditer(r"\(([^()]*)\)?|([^()]+)\)", text):
                    if m.group(1):
                        field_ = m.group(1).split("-")
                        if len(field_) > 1:
                            if m.group(0).endswith(")"):
                                mentions.append((i, i + 1, field_[1]))
                            else:
                                stack.append((i, field_[0], field_[1]))
                    elif m.group(2):
                        for k in range(len(stack) - 1, -1, -1):
                            if stack[k][1] == m.group(2):
                                mentions.append((stack[k][0], i + 1, stack[k][2]))
                                del stack[k]
                                break
            upos, _, heads, relations = s.tree
            tags = ["?" if u == "PROPN" else "O" for u in upos]
            for a, b, etype in sorted(mentions, key=lambda m: m[0] - m[1]):
                kind = kinds.get(etype)
                inside = range(a, b)
                tops = [i for i in inside if not a <= heads[i] - 1 < b]
                if not kind or not tops or upos[tops[0]] != "PROPN":
                    continue
                x = y = tops[0]
                if any(tags[i][0] in "BI" for i in inside):
                    continue

                def ok(i):
                    w = s.words[i]
                    return upos[i] == "PROPN" or (w in "-&." and a < i < b - 1) or (
                        i > 0 and w[0].isupper() and upos[i] in ("ADJ", "NOUN", "VERB", "NUM") or w in ("New", "United", "North", "South", "West", "East"))
                while x > a and ok(x - 1):
                    x -= 1
                while y + 1 < b and ok(y + 1):
                    y += 1
                while y + 2 < b and s.words[y + 1].lower() in ("of", "for", "and") and upos[y + 2] == "PROPN" and kind != "PER":
                    y += 2
                    while y + 1 < b and ok(y + 1):
                        y += 1
                y += 1
                if kind == "PER":
                    for k in range(y - 1, x - 1, -1):
                        if s.words[k].lower() in TITLES:
                            tags[x:k + 1] = ["?" if t == "?" and w[0].isupper() and w.lower() not in TITLES else "O" for t, w in zip(tags[x:k + 1], s.words[x:k + 1])]
                            x = k + 1
                            break
                    if x == y or s.words[x] in DEMONYMS_SURE:
                        continue
                if all(w.lower() in CALENDAR or w[0].isdigit() for w in s.words[x:y]):
                    continue
                put(tags, x, y, kind)
            for i, w in enumerate(s.words):
                if w.lower() in CALENDAR and tags[i] == "?":
                    tags[i] = "O"
            s.tags = relabel_groups(s.words, mend(fix_countries(s.words, tags)))
            s.unmarked = frozenset({"MISC", "EVENT"})
            found += 1
    print("gum: sentences with entity tags", found)
    return out


def load(data, gum_repository=None):
    """Name of the set -> list of documents."""
    tweet = dict(unmarked={"NORP", "MISC", "EVENT"})
    sets = {
        "ewt": ewt(data),
        "gum": gum(data, gum_repository),
        "wikigold": simple(data + "/train-ner-wikigold/wikigold.conll", {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC|EVENT|NORP"},
                           set(), "wikigold", hook=fix_countries),
        "btc": simple(data + "/train-ner-btc/train.conll", {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}, name="btc", **tweet),
        "wnut": simple(data + "/train-ner-wnut17/train.conll", {"person": "PER", "corporation": "ORG", "group": "ORG", "location": "LOC",
                                                                "product": "MISC", "creative-work": "MISC"}, {"EVENT", "NORP"}, "wnut"),
        "re3d": re3d(data + "/train-ner-re3d-open"),
        "gmb": gmb(data + "/train-ner-gmb/train.conll"),
    }
    for name in ("btc", "wnut"):  # unrelated messages in one long list
        sets[name] = [d[i:i + 8] for d in sets[name] for i in range(0, len(d), 8)]
    for name, documents in sets.items():
        print(name, len(documents), "documents", sum(map(len, documents)), "sentences", sum(len(s.words) for d in documents for s in d), "words", flush=True)
    return sets


def rare_pieces(data, vocabulary, pieces, number):
    """Pieces that no training text needs: parts of words first, then numbers and signs, then the rarest words."""
    words = set()
    for path in sorted(glob.glob(data + "/train-ner-*/*.conll")):
        if os.path.basename(path).startswith(("test", "dev")):
            continue
        words |= {line.split("\t")[0] for line in open(path, encoding="utf8") if "\t" in line}
    for name in ("ud-ewt", "ud-gum-open"):
        for line in open(data + "/" + name + "/train.conllu", encoding="utf8"):
            c = line.split("\t")
            if c[0].isdigit():
                words.add(c[1])
    for path in sorted(glob.glob(data + "/dev-claims-sts-headlines/headlines*.tsv")):
        for line in open(path, encoding="utf8"):
            words |= {w for text in line.split("\t")[1:] for w in text.split()}
    used = {i for w in words for i in pieces(w)}

    def order(i):
        p = vocabulary[i]
        return (0 if p.startswith("##") and len(p) > 3 else 1 if p.isdigit() or not p.isascii() and not p.startswith("##") else 2, -i)
    free = [i for i, p in enumerate(vocabulary) if i not in used and not p.startswith("[") and len(p.removeprefix("##")) > 1 or
            i not in used and not p.isascii()]
    return set(sorted(free, key=order)[:number])
