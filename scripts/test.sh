#!/bin/sh
# Installs what is needed, builds, and runs every test. Ends with the summary, and with ctest's exit code. What it is
# called with goes on to ctest.
set -eu
cd "$(dirname "$0")/.."

sh scripts/build.sh
[ -d ../shared/plans ] || echo "../shared/plans is not there: the tests that read issued plans are skipped"
# Tests of real processes mostly wait for each other: twice as many at once as there are processors.
exec ctest --preset release --parallel $(($(nproc) * 2)) "$@"
