#!/usr/bin/env bash
# A short film of the real window on the sample story, and pictures of its screens, for the README;
# parts of these pictures for the pages of help.
# Needs Xvfb, xdotool and ImageMagick. The places that are pointed at are those of the sample story
# in a window of 1440 by 900; look at the film before you keep it.
#
#   tests/window/film.sh target/release/crossread assets/screenshots assets/help
set -euo pipefail
program=$(realpath "$1")
out=$(realpath "$2")
help=$(realpath "$3")
source "$(dirname "$0")/display.sh"

pointer_x=1100
pointer_y=560
frames=()

settle() { sleep "${SETTLE:-0.8}"; }
key() { xdotool key --clearmodifiers "$@"; settle; }
point() { pointer_x=$1; pointer_y=$2; xdotool mousemove "$1" "$2"; settle; }
press() { point "$1" "$2"; xdotool click 1; settle; }
picture() { import -window root "$work/$1.png"; }

# A part of a picture, WIDTHxHEIGHT+X+Y, for a page of help.
part() {
  convert "$work/$1.png" -crop "$2" +repage +dither -colors 96 -define png:compression-level=9 "PNG8:$help/$1.png"
}

# Keeps what is seen, with the pointer, for so many hundredths of a second.
frame() {
  local number=${#frames[@]} x=$pointer_x y=$pointer_y
  local file="$work/frame-$number.png"
  import -window root "$file"
  local arrow="$x,$y $x,$((y + 21)) $((x + 5)),$((y + 16)) $((x + 9)),$((y + 24)) $((x + 12)),$((y + 23)) $((x + 8)),$((y + 15)) $((x + 15)),$((y + 15))"
  convert "$file" -fill black -stroke white -strokewidth 1.5 -draw "polygon $arrow" \
    -filter Lanczos -resize 1000x "$file"
  frames+=(-delay "$1" "$file")
}

go_to() { key ctrl+k; xdotool type --delay 20 "$1"; settle; key Return; }

"$program" --sample &
window_process=$!
find_window
xdotool windowmove "$window" 0 0 windowsize "$window" 1440 900 windowfocus "$window"
sleep "${READ:-12}"
# The tour is not in the film.
press 1390 841
go_to "Light"
go_to "Wexley goes"
picture read
frame 170

# A name: its card, then every place that names it.
point 372 218; settle; picture card; frame 190
press 372 218; point 1290 300; frame 150
key F3; frame 120
key Escape; go_to "Wexley goes"

# A passage that others tell too, and its claim.
point 1000 679; settle; frame 170
press 1000 679; point 1150 560; picture origins; frame 200
xdotool click --repeat 6 --delay 60 5; settle; frame 140
key Escape; point 700 500
picture claims; frame 110

# When it was told.
key ctrl+3; picture timeline; frame 120
point 950 308; settle; frame 170

# Two articles side by side.
go_to "Village evacuated"; point 700 880
key ctrl+4; settle; picture compare; frame 190
key F8; key F8; key F8; frame 130

# Who is named, by whom, with whom.
key ctrl+5; press 220 305; point 700 860
picture people; frame 200

for screen in read claims timeline compare people; do
  cp "$work/$screen.png" "$out/$screen.png"
done
part read 1440x900+0+0
part card 820x330+290+90
part origins 440x470+1000+55
part timeline 1000x470+0+210
part compare 1440x420+0+140
part people 1440x430+0+50
convert -loop 0 "${frames[@]}" +dither -colors 96 -layers OptimizePlus "$out/film.gif"
size=$(stat -c %s "$out/film.gif")
echo "film: $size bytes, ${#frames[@]} arguments"
[ "$size" -le 3000000 ] || { echo "the film is too large" >&2; exit 1; }
