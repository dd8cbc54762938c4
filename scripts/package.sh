#!/bin/sh
# Builds the Debian packages into build/packages: package.sh [--install-tools]. The sources are copied there first, because
# dpkg writes beside them. SOURCE_DATE_EPOCH is that of debian/changelog, so that two builds give the same bytes.
set -eu
cd "$(dirname "$0")/.."

if [ "${1:-}" = --install-tools ]; then
  as_root=""
  [ "$(id -u)" -eq 0 ] || as_root=sudo
  $as_root apt-get -qq update
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends \
    dpkg-dev debhelper fakeroot lintian help2man lowdown mandoc >/dev/null
  sh scripts/deps.sh
elif [ $# -gt 0 ]; then
  echo "usage: $0 [--install-tools]" >&2
  exit 2
fi

version=$(dpkg-parsechangelog --show-field Version)
out=build/packages
rm -rf "$out"
mkdir -p "$out/dondoc-$version"
git ls-files -z | xargs -0 cp --parents --no-dereference --target-directory="$out/dondoc-$version"
(cd "$out/dondoc-$version" && dpkg-buildpackage --build=binary --no-sign --jobs="$(nproc)")
ls "$out"/*.deb
