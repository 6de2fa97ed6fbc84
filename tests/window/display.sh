# A virtual display with folders of its own, for the scripts beside this one, which read it in.
# Gives `work`, a folder that goes when the script ends, and ends the program whose number stands in
# `window_process`, and the display, with it.
work=$(mktemp -d)
display=":$((RANDOM % 400 + 100))"
export XDG_DATA_HOME="$work/data" XDG_CONFIG_HOME="$work/config" XDG_CACHE_HOME="$work/cache"
export LIBGL_ALWAYS_SOFTWARE=1

# Without -noreset the server starts anew when its only client leaves, and refuses who comes meanwhile.
Xvfb "$display" -screen 0 1440x900x24 -nolisten tcp -noreset >/dev/null 2>&1 &
server=$!
window_process=
cleanup() {
  [ -z "$window_process" ] || kill "$window_process" 2>/dev/null || true
  kill "$server" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT
export DISPLAY="$display"
for _ in $(seq 100); do xdotool getdisplaygeometry >/dev/null 2>&1 && break; sleep 0.1; done

# Waits for the window of the program, half a minute at most; gives `window`, empty where none came up.
find_window() {
  window=
  for _ in $(seq 300); do
    kill -0 "$window_process" 2>/dev/null || return 0
    window=$(xdotool search --onlyvisible --name '^Crossread' 2>/dev/null | head -n 1 || true)
    [ -n "$window" ] && return 0
    sleep 0.1
  done
}
