#!/bin/sh
# Runs every fuzz target for that many seconds, one after the other: fuzz.sh SECONDS [TARGET...]
# Ends with 1 and the input's path where one breaks; `build/fuzz/tests/fuzz/TARGET_fuzz PATH` runs it again. What was
# found on the way stays in build/fuzz/corpus, for the next run. DONDOC_BUILD names another build folder.
set -eu
cd "$(dirname "$0")/.."

seconds=${1:-}
case $seconds in
  '' | *[!0-9]*) echo "usage: $0 SECONDS [TARGET...]" >&2; exit 2 ;;
esac
shift
[ $# -gt 0 ] || set -- deadline agency text_grid csv docx xlsx odf html letter pdf edxml frame door

build=${DONDOC_BUILD:-build/fuzz}
cmake --preset fuzz -B "$build" -Wno-dev --log-level=WARNING
cmake --build "$build" --target fuzz
"$build/tests/fuzz/seeds" "$build/corpus"
mkdir -p "$build/found"

# SQLite's files in memory: the disk would be most of the time.
if [ -z "${TMPDIR:-}" ] && [ -w /dev/shm ]; then TMPDIR=/dev/shm; export TMPDIR; fi
for target in "$@"; do
  program=$build/tests/fuzz/${target}_fuzz
  log=$build/found/$target.log
  [ -x "$program" ] || { echo "$0: no such target: $target" >&2; exit 2; }
  echo "fuzz $target, ${seconds} s"
  if ! "$program" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=2048 -max_len=4096 -print_final_stats=1 \
      -artifact_prefix="$build/found/$target-" "$build/corpus/$target" >"$log" 2>&1; then
    tail -n 60 "$log"
    echo "fuzz $target: broken by $(sed -n 's/^Test unit written to //p' "$log" | tail -n 1)" >&2
    exit 1
  fi
  grep -E '^stat::(number_of_executed_units|peak_rss_mb)' "$log"
done
