#!/bin/sh
# Builds the release preset into build/release, after installing what that needs: build.sh [TARGET...]; without one, all.
set -eu
cd "$(dirname "$0")/.."

sh scripts/deps.sh
cmake --preset release -Wno-dev --log-level=WARNING
if [ $# -gt 0 ]; then
  cmake --build --preset release --target "$@"
else
  cmake --build --preset release
fi
