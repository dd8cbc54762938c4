#!/bin/sh
# Runs every fuzz target for that many seconds, as many at once as there are processors:
# fuzz.sh [--seed NUMBER] SECONDS [TARGET...]. The same seed tries the same inputs again; without one each run tries others.
# Ends with 1 and the input's path where one breaks; `build/asan/tests/fuzz/TARGET_fuzz PATH` runs it again. What was
# found on the way stays in build/asan/corpus, for the next run. DONDOC_BUILD names another build folder.
set -eu
cd "$(dirname "$0")/.."

build=${DONDOC_BUILD:-build/asan}

# run SECONDS TARGET SEED
run() {
  log=$build/found/$2.log
  if ! "$build/tests/fuzz/${2}_fuzz" -max_total_time="$1" -timeout=20 -rss_limit_mb=2048 -max_len=4096 -print_final_stats=1 -seed="$3" \
      -artifact_prefix="$build/found/$2-" "$build/corpus/$2" >"$log" 2>&1; then
    tail -n 60 "$log"
    echo "fuzz $2: broken by $(sed -n 's/^Test unit written to //p' "$log" | tail -n 1)" >&2
    return 1
  fi
  echo "fuzz $2, $1 s:" $(grep -E '^stat::(number_of_executed_units|peak_rss_mb)' "$log")
}
if [ "${1:-}" = --run ]; then
  run "$3" "$4" "$2"
  exit
fi

seed=0  # chosen by the time
if [ "${1:-}" = --seed ]; then
  seed=${2:-}
  shift
  [ $# -eq 0 ] || shift
fi
seconds=${1:-}
case $seconds-$seed in
  -* | *- | *[!0-9-]*) echo "usage: $0 [--seed NUMBER] SECONDS [TARGET...]" >&2; exit 2 ;;
esac
shift
[ $# -gt 0 ] || set -- deadline agency text_grid csv docx xlsx odf html letter pdf scan edxml form feed frame door

cmake --preset asan -B "$build" -Wno-dev --log-level=WARNING
cmake --build "$build" --target fuzz
"$build/tests/fuzz/seeds" "$build/corpus"
mkdir -p "$build/found"
for target in "$@"; do
  [ -x "$build/tests/fuzz/${target}_fuzz" ] || { echo "$0: no such target: $target" >&2; exit 2; }
done

# SQLite's files in memory: the disk would be most of the time.
if [ -z "${TMPDIR:-}" ] && [ -w /dev/shm ]; then TMPDIR=/dev/shm; export TMPDIR; fi
# What tesseract makes of pictures is not ours: it finds no language.
export DONDOC_BUILD="$build" TESSDATA_PREFIX="$build/found"
printf '%s\n' "$@" | xargs -n 1 -P "$(nproc)" sh scripts/fuzz.sh --run "$seed" "$seconds" || exit 1
