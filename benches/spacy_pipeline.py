"""Words a second of spaCy's CPU pipeline (tok2vec, tagger, parser, NER: the shapes of its small English model).

    python spacy_pipeline.py TREEBANK.conllu FOLDER        (pip install spacy)

The weights are trained for a moment on a few hundred sentences of the treebank, with proper nouns as names: an
untrained parser takes other paths, a well-trained one runs at the same speed as this.
"""
import glob
import os
import random
import resource
import sys
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")
import spacy
from spacy.tokens import Doc
from spacy.training import Example


def pipeline():
    embed = {"@architectures": "spacy.MultiHashEmbed.v2", "width": 96, "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
             "rows": [5000, 1000, 2500, 2500, 50, 50], "include_static_vectors": False}
    encode = {"@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 96, "depth": 4, "window_size": 1, "maxout_pieces": 3}
    tok2vec = {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    steps = lambda kind, t: {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": kind, "extra_state_tokens": False,
                             "hidden_width": 64, "maxout_pieces": 2, "use_upper": True, "tok2vec": t}
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": tok2vec})
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    nlp.add_pipe("parser", config={"model": steps("parser", listener)})
    nlp.add_pipe("ner", config={"model": steps("ner", tok2vec)})
    return nlp


def examples(nlp, path):
    out = []
    for block in open(path, encoding="utf8").read().split("\n\n")[:400]:
        rows = [line.split("\t") for line in block.split("\n") if line and not line.startswith("#")]
        rows = [r for r in rows if r[0].isdigit()]
        if len(rows) < 4:
            continue
        words = [r[1] for r in rows]
        names = ["U-" + random.choice(["PERSON", "ORG", "GPE"]) if r[3] == "PROPN" else "O" for r in rows]
        heads = [int(r[6]) - 1 if r[6] != "0" else i for i, r in enumerate(rows)]
        gold = {"words": words, "tags": [r[4] for r in rows], "heads": heads, "deps": [r[7] for r in rows], "entities": names}
        out.append(Example.from_dict(Doc(nlp.vocab, words=words), gold))
    return out


def spent():
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def main():
    random.seed(0)
    treebank, folder = sys.argv[1:3]
    files = sorted(f for f in glob.glob(folder + "/**", recursive=True) if os.path.isfile(f)) if os.path.isdir(folder) else [folder]
    texts = [open(f, encoding="utf8", errors="replace").read() for f in files]
    nlp = pipeline()
    gold = examples(nlp, treebank)
    optimizer = nlp.initialize(lambda: gold)
    for _ in range(3):
        random.shuffle(gold)
        for i in range(0, len(gold), 32):
            nlp.update(gold[i:i + 32], sgd=optimizer)
    list(nlp.pipe(texts[:2]))
    for processes in (1, 2):
        start, before = time.time(), spent()
        words = sum(len(doc) for doc in nlp.pipe(texts, n_process=processes, batch_size=8))
        wall, cores = time.time() - start, spent() - before
        print(f"spaCy {spacy.__version__}, {processes} process(es): {words / wall:.0f} words a second, {words / cores:.0f} for each second of one core", flush=True)


if __name__ == "__main__":
    main()
