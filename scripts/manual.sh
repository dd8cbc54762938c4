#!/bin/sh
# Writes the manual: manual.sh BUILD FOLDER. The pages of programs come from the programs themselves, those of configurations
# from the files that are shipped, that of the protocol from docs/protocol.md.
set -eu
[ $# -eq 2 ] || { echo "usage: $0 BUILD FOLDER" >&2; exit 2; }
build=$1
folder=$2
sources=$(cd "$(dirname "$0")/.." && pwd)
day=$(date -u --date="@${SOURCE_DATE_EPOCH:-$(date +%s)}" +%F)

mkdir -p "$folder/man1" "$folder/vi/man1" "$folder/man5" "$folder/man7" "$folder/man8"
"$build/client/dondoc" --lang en manual "$folder/man1" --date "$day"
"$build/client/dondoc" --lang vi manual "$folder/vi/man1" --date "$day"

# said PROGRAM ABOUT SECTION: what its --help says
said() {
  DONDOC_LANG=en help2man --section="$3" --no-info --no-discard-stderr --name="$2" "$1" |
    sed -e "/^\\.TH /s/\"[A-Z][a-z]* [0-9][0-9]*\"/\"$day\"/" >"$folder/man$3/$(basename "$1").$3"
}
# page PROGRAM ABOUT: that, and what its configuration explains
page() {
  name=$(basename "$1")
  said "$1" "$2" 8
  python3 "$sources/scripts/config_manual.py" "$sources/config/$name.toml" "$day" "$name" 8 >"$folder/man5/$name.toml.5"
}
page "$build/daemon/dondocd" "tracks the deadlines of assigned work and tells agencies in time"
page "$build/client/dondoc-relay" "tells persons of assigned work by mail and other channels"
page "$build/client/web/dondoc-web" "web pages, API and calendars of dondoc"
said "$build/client/dondoc-edxml" "makes proposals of documents of the document axis" 1
# Built where their libraries are.
[ ! -x "$build/client/dondoc-bridge" ] || page "$build/client/dondoc-bridge" "publishes the stream of a site into NATS JetStream"
[ ! -x "$build/client/dondoc-central" ] || page "$build/client/dondoc-central" "gathers many sites in one PostgreSQL database"
# lowdown begins a paragraph where a heading has begun one, names a font that only some readers have, and knows nothing of
# the section that the index of man reads.
lowdown -s -Tman -M title=dondoc-protocol -M section=7 -M "date=$day" "$sources/docs/protocol.md" |
  sed -e '/^\.S[HS]$/{n;n;/^\.[LP]P$/d}' -e 's/\\fC/\\f(CR/g' -e '/^\.TH /a .SH NAME\ndondoc-protocol \\- what dondocd and its clients say to each other' >"$folder/man7/dondoc-protocol.7"
