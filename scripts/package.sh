#!/bin/sh
# Builds the Debian packages into build/packages. The sources are copied there first, because dpkg writes beside them.
# SOURCE_DATE_EPOCH is that of debian/changelog, so that two builds give the same bytes.
#   package.sh                    what is handed out
#   package.sh --from BUILD       packages what a build folder has, in a minute: to try the packages (scripts/package-test.sh)
#   package.sh --install-tools    first installs what is needed; with --only-tools nothing else
set -eu
cd "$(dirname "$0")/.."

usage() { echo "usage: $0 [--install-tools [--only-tools]] [--from BUILD]" >&2; exit 2; }
while [ $# -gt 0 ]; do
  case $1 in
    --install-tools)
      as_root=""
      [ "$(id -u)" -eq 0 ] || as_root=sudo
      $as_root apt-get -qq update
      $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends \
        dpkg-dev debhelper fakeroot lintian help2man lowdown mandoc mmdebstrap iproute2 reprepro gnupg >/dev/null
      sh scripts/deps.sh
      ;;
    --only-tools) exit 0 ;;
    --from)
      if [ $# -lt 2 ] || [ ! -x "$2/daemon/dondocd" ]; then usage; fi
      DONDOC_BUILT=$(cd "$2" && pwd)
      export DONDOC_BUILT DEB_BUILD_OPTIONS=noautodbgsym
      shift
      ;;
    *) usage ;;
  esac
  shift
done

version=$(dpkg-parsechangelog --show-field Version)
out=build/packages
rm -rf "$out"
mkdir -p "$out/dondoc-$version"
git ls-files -z | xargs -0 cp --parents --no-dereference --target-directory="$out/dondoc-$version"
# Of what was built elsewhere some build dependencies are not needed, and need not be there.
(cd "$out/dondoc-$version" &&
  dpkg-buildpackage --build=binary --no-sign --jobs="$(nproc)" ${DONDOC_BUILT:+--no-check-builddeps})
rm -r "$out/dondoc-$version"
ls "$out"/*.deb
