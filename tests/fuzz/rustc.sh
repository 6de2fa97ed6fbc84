#!/usr/bin/env bash
# The compiler, as `run.sh` has cargo call it. Crates that search text, hash and share work are built
# without the fuzzer's counters and checks: those tell nothing about the readers of files, and a page
# takes a hundred times as long with them.
compiler="$1"
shift
name="" before=""
for argument in "$@"; do
  [ "$before" = --crate-name ] && name="$argument"
  before="$argument"
done
case "$name" in
regex | regex_automata | regex_syntax | aho_corasick | memchr | hashbrown | rayon | rayon_core | crossbeam_* | blake3)
  kept=()
  for argument in "$@"; do
    case "$argument" in
    -Cpasses=* | -Cllvm-args=-sanitizer* | -Cdebug-assertions) ;;
    *) kept+=("$argument") ;;
    esac
  done
  exec "$compiler" "${kept[@]}"
  ;;
esac
exec "$compiler" "$@"
