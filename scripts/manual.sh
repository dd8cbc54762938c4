#!/bin/sh
# Writes the manual: manual.sh DONDOC DONDOCD FOLDER [DONDOC_WEB]. The pages of commands come from the programs themselves, that of the
# configuration from the file that is shipped, that of the protocol from docs/protocol.md.
set -eu
[ $# -eq 3 ] || [ $# -eq 4 ] || { echo "usage: $0 DONDOC DONDOCD FOLDER [DONDOC_WEB]" >&2; exit 2; }
dondoc=$1
dondocd=$2
folder=$3
web=${4:-}
sources=$(cd "$(dirname "$0")/.." && pwd)
day=$(date -u --date="@${SOURCE_DATE_EPOCH:-$(date +%s)}" +%F)

mkdir -p "$folder/man1" "$folder/vi/man1" "$folder/man5" "$folder/man7" "$folder/man8"
"$dondoc" --lang en manual "$folder/man1" --date "$day"
"$dondoc" --lang vi manual "$folder/vi/man1" --date "$day"
python3 "$sources/scripts/config_manual.py" "$sources/config/dondocd.toml" "$day" >"$folder/man5/dondocd.toml.5"
# page PROGRAM ABOUT: what its --help says
page() {
  DONDOC_LANG=en help2man --section=8 --no-info --no-discard-stderr --name="$2" "$1" |
    sed -e "/^\\.TH /s/\"[A-Z][a-z]* [0-9][0-9]*\"/\"$day\"/" >"$folder/man8/$(basename "$1").8"
}
page "$dondocd" "tracks the deadlines of assigned work and tells agencies in time"
[ -z "$web" ] || page "$web" "web pages, API and calendars of dondoc"
# lowdown begins a paragraph where a heading has begun one, names a font that only some readers have, and knows nothing of
# the section that the index of man reads.
lowdown -s -Tman -M title=dondoc-protocol -M section=7 -M "date=$day" "$sources/docs/protocol.md" |
  sed -e '/^\.S[HS]$/{n;n;/^\.[LP]P$/d}' -e 's/\\fC/\\f(CR/g' -e '/^\.TH /a .SH NAME\ndondoc-protocol \\- what dondocd and its clients say to each other' >"$folder/man7/dondoc-protocol.7"
