#!/usr/bin/env bash
# Fuzzes every format for some seconds each, on the stable toolchain: coverage comes from the
# compiler's own pass, as `cargo fuzz --sanitizer none` asks for it. Seeds are the files of the
# sample story. What breaks a reader is left in tests/fuzz/artifacts.
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
# With a named target the flags are not for build scripts, which have no such runtime.
cargo build --release --target "$host"
targets=("$@")
[ "${#targets[@]}" -gt 0 ] || for file in fuzz_targets/*.rs; do targets+=("$(basename "$file" .rs)"); done

# Seeds of a target: the files of the sample story in its format. The harness itself writes the
# first bytes of some formats, which are then taken off.
seed() {
  local folder="corpus/$1" pattern="$2" skip="${3:-0}"
  for file in ../../assets/sample/$pattern; do
    [ -f "$file" ] && tail -c +"$((skip + 1))" "$file" > "$folder/$(basename "$file" | tr ' ' '_')"
  done
  true
}
failed=0
for target in "${targets[@]}"; do
  mkdir -p "corpus/$target" "artifacts/$target"
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
  echo "== $target"
  "target/$host/release/$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 \
    -verbosity=0 -artifact_prefix="artifacts/$target/" "corpus/$target" 2>&1 | tail -n 12 || failed=1
done
exit "$failed"
