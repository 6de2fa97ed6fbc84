#!/usr/bin/env bash
# Fuzzes every format for some seconds each, on the stable toolchain: coverage comes from the
# compiler's own pass, as `cargo fuzz --sanitizer none` asks for it. What breaks a reader is left in
# tests/fuzz/artifacts.
#
#   tests/fuzz/run.sh [SECONDS] [TARGET ...]
set -euo pipefail
cd "$(dirname "$0")"
seconds="${1:-60}"
shift || true
# The libraries that the program is built with.
cp ../../Cargo.lock Cargo.lock
host="$(rustc -vV | sed -n 's/^host: //p')"
export RUSTFLAGS="--cfg fuzzing -Cpasses=sancov-module -Cdebug-assertions -Ccodegen-units=1
 -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters
 -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares"
export RUSTC_WRAPPER="$PWD/rustc.sh"
# With a named target the flags are not for build scripts, which have no such runtime.
cargo build --release --target "$host"
targets=("$@")
[ "${#targets[@]}" -gt 0 ] || for file in fuzz_targets/*.rs; do targets+=("$(basename "$file" .rs)"); done

# Seeds of a target: the small files in `seeds`, which hold a little of everything that its format
# has, and the files of the sample story. The harness itself writes the first bytes of some formats,
# which are then taken off.
seed() {
  local folder="corpus/$1" pattern="$2" skip="${3:-0}"
  for file in ../../assets/sample/$pattern; do
    [ -f "$file" ] && tail -c +"$((skip + 1))" "$file" > "$folder/$(basename "$file" | tr ' ' '_')"
  done
  true
}
# Words of its format.
dictionary() {
  case "$1" in
    html | saved_page | epub | feed | atom | docx | odt | packed) echo dictionaries/markup.dict ;;
    pdf) echo dictionaries/pdf.dict ;;
    mail | mailbox | web_archive) echo dictionaries/mail.dict ;;
    json | json_lines | table | rtf) echo dictionaries/data.dict ;;
  esac
}
failed=0
for target in "${targets[@]}"; do
  mkdir -p "corpus/$target" "artifacts/$target"
  [ -d "seeds/$target" ] && cp "seeds/$target"/* "corpus/$target"
  case "$target" in
    archive) seed archive "*.docx" 4 ;;
    html) seed html "*.html" ;;
    mail) seed mail "*.eml" ;;
    markdown) seed markdown "*.md" ;;
    pdf) seed pdf "*.pdf" ;;
    saved_page) seed saved_page "*.html" ;;
    text | export) seed "$target" "*.txt" ;;
    epub) seed epub "*.html" ;;
  esac
  words="$(dictionary "$target")"
  echo "== $target"
  "target/$host/release/$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 \
    -verbosity=0 ${words:+"-dict=$words"} -artifact_prefix="artifacts/$target/" "corpus/$target" 2>&1 | tail -n 12 || failed=1
done
exit "$failed"
