#!/bin/sh
# Builds the release preset into build/release, after installing what that needs.
set -eu
cd "$(dirname "$0")/.."

sh scripts/deps.sh
cmake --preset release -Wno-dev --log-level=WARNING
cmake --build --preset release
