#!/usr/bin/env bash
# The real window under a virtual display: starts the program with the sample story, waits until it
# is drawn, takes a picture, checks that it is not blank, walks to another screen by keyboard, quits
# by keyboard, and checks that it ended well. Then: without a display it must say so and not crash.
#
#   tests/window/run.sh target/debug/crossread [FOLDER FOR PICTURES]
set -euo pipefail
program=$(realpath "$1")
pictures=$(realpath "${2:-$(mktemp -d)}")
mkdir -p "$pictures"

fail() { echo "window test: $1" >&2; exit 1; }

source "$(dirname "$0")/display.sh"

# How many different byte values the picture of the window has: a blank one has a handful.
variety() { xwd -silent -id "$1" -out "$2" && tail -c 400000 "$2" | od -An -v -tu1 -w4 | sort -u | wc -l; }

"$program" --sample &
window_process=$!
find_window
kill -0 "$window_process" 2>/dev/null || fail "the program ended before it showed a window"
[ -n "$window" ] || fail "no window came up within 30 seconds"

drawn=0
for _ in $(seq 100); do
  sleep 0.3
  drawn=$(variety "$window" "$pictures/read.xwd")
  [ "$drawn" -gt 40 ] && break
done
[ "$drawn" -gt 40 ] || fail "the window stays blank ($drawn colours)"

xdotool windowfocus "$window" 2>/dev/null || true
xdotool key --clearmodifiers ctrl+2
sleep 2
[ "$(variety "$window" "$pictures/claims.xwd")" -gt 20 ] || fail "the screen of claims is blank"

xdotool key --clearmodifiers ctrl+q
ended=
for _ in $(seq 100); do
  kill -0 "$window_process" 2>/dev/null || { ended=yes; break; }
  sleep 0.1
done
[ -n "$ended" ] || fail "Ctrl+Q does not end the program"
wait "$window_process" || fail "the program ended with exit code $?"
window_process=

# No display: a plain message that names the way without a window, exit code 1, no crash.
set +e
message=$(env -u DISPLAY -u WAYLAND_DISPLAY -u WAYLAND_SOCKET "$program" --sample 2>&1)
code=$?
set -e
[ "$code" = 1 ] || fail "without a display the exit code is $code, not 1"
grep -q "crossread analyze" <<<"$message" || fail "without a display it says: $message"
grep -q "panicked" <<<"$message" && fail "without a display it panics"
echo "window test: passed ($drawn colours)"
