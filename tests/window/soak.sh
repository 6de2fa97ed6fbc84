#!/usr/bin/env bash
# The real window under a virtual display for as long as you like, an hour if you say nothing: folders
# that change all the time are opened, read again, walked through and closed; now and then the program
# is ended and started again. Fails when it ends by itself, ends badly, or its memory grows.
#
#   tests/window/soak.sh target/release/crossread [MINUTES]
set -euo pipefail
program=$(realpath "$1")
minutes=${2:-60}
sample=$(realpath "$(dirname "$0")/../../assets/sample")
source "$(dirname "$0")/display.sh"

# Rounds of one run of the program. What it takes in memory grows in the first hundred, while what is
# kept for drawing fills and the heap finds its shape; from then on it may grow by so much.
ROUNDS=200
SETTLED=100
MORE_MB=40
RANDOM=7

fail() { echo "soak: $1" >&2; exit 1; }
key() { xdotool key --clearmodifiers "$@"; sleep 0.3; }
command() { key ctrl+k; xdotool type --delay 8 "$1"; sleep 0.5; key Return; }
alive() { kill -0 "$window_process" 2>/dev/null || fail "the program ended by itself in round $round"; }
megabytes() { awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$window_process/status"; }

start() {
  "$program" "$work/one" 2>>"$work/said" &
  window_process=$!
  find_window
  [ -n "$window" ] || fail "no window came up"
  xdotool windowmove "$window" 0 0 windowsize "$window" 1280 800 windowfocus "$window"
  sleep 3
}

finish() {
  key Escape
  key ctrl+q
  for _ in $(seq 150); do kill -0 "$window_process" 2>/dev/null || break; sleep 0.1; done
  kill -0 "$window_process" 2>/dev/null && fail "Ctrl+Q does not end the program in round $round"
  wait "$window_process" || fail "the program ended with exit code $? in round $round"
  window_process=
}

# Files come, go, change, break off and turn into folders.
change() {
  local folder=$1 files name
  mapfile -t files < <(find "$sample" -type f)
  for _ in 1 2 3; do
    name=${files[RANDOM % ${#files[@]}]}
    case $((RANDOM % 7)) in
      0 | 1 | 2) cp "$name" "$folder/$((RANDOM % 12)) ${name##*/}" ;;
      3) find "$folder" -type f | sort | sed -n "$((RANDOM % 12 + 1))p" | xargs -r -d '\n' rm -f ;;
      4) sed "s/[1-9]/$((RANDOM % 9 + 1))/3" "$name" > "$folder/changed $((RANDOM % 4)).txt" ;;
      5) head -c $((RANDOM % 900)) "$name" > "$folder/cut ${name##*/}" ;;
      6) mkdir -p "$folder/sub $((RANDOM % 3))" && cp "$name" "$folder/sub $((RANDOM % 3))/" 2>/dev/null || true ;;
    esac
  done
  # No more files as time goes by, or their number would be what grows.
  find "$folder" -type f | shuf | sed -n '31,$p' | tr '\n' '\0' | xargs -0 -r rm -f
}

mkdir "$work/one" "$work/two"
cp "$sample"/*.txt "$work/one/"
cp "$sample"/*.html "$work/two/"
round=0
settled=0
until=$(($(date +%s) + minutes * 60))
start
while [ "$(date +%s)" -lt "$until" ]; do
  round=$((round + 1))
  change "$work/one"
  change "$work/two"
  command "Read the folders again"
  sleep 1
  for screen in 1 2 3 4 5; do key "ctrl+$screen" Down Return; done
  key F8 F3 ctrl+z Escape Escape
  change "$work/one"
  command "Close this collection"
  [ $((round % 2)) = 0 ] && command "$work/one" || command "$work/two"
  sleep 2
  alive
  now=$(megabytes)
  turn=$((round % ROUNDS))
  [ "$turn" = "$SETTLED" ] && settled=$now
  echo "round $round: $now MB"
  if [ "$turn" = 0 ]; then
    [ $((now - settled)) -le "$MORE_MB" ] || fail "memory grew from $settled to $now MB"
    finish
    start
  fi
done
alive
finish
grep -q panicked "$work/said" && fail "$(grep panicked "$work/said" | head -n 1)"
echo "soak: passed, $round rounds in $minutes minutes"
