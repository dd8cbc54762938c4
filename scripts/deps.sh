#!/bin/sh
# Installs what building and testing needs (Debian 12); with --dev also what .ci/run checks with. Does nothing when
# all of it is there.
set -eu

packages="g++ cmake ninja-build pkg-config python3
  libzmq3-dev cppzmq-dev libsodium-dev libsqlitecpp-dev libsqlite3-dev libhowardhinnant-date-dev libspdlog-dev libfmt-dev
  libgtest-dev libgmock-dev libprotobuf-dev protobuf-compiler libcli11-dev libtomlplusplus-dev libsystemd-dev
  libutf8proc-dev libzip-dev libpugixml-dev libxlsxwriter-dev libpoppler-cpp-dev
  libseccomp-dev libcurl4-openssl-dev libmicrohttpd-dev liboath-dev libqrencode-dev libical-dev zlib1g-dev libxml2-dev prometheus-cpp-dev
  python3-zmq python3-protobuf python3-icalendar faketime curl"
case "${1:-}" in
  "") ;;
  --dev) packages="$packages clang clang-format clang-tidy libclang-rt-14-dev
    postfix chromium chromium-driver python3-selenium libtesseract-dev libleptonica-dev tesseract-ocr-vie tesseract-ocr-eng nginx-light openssl
    libnats-dev libpqxx-dev libxmlsec1-dev nats-server postgresql-15" ;;
  *) echo "usage: $0 [--dev]" >&2; exit 2 ;;
esac

missing=""
for package in $packages; do
  state=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) || state=none
  [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=""
if [ "$(id -u)" -ne 0 ]; then
  as_root=sudo
  command -v sudo >/dev/null || { echo "$0: run as root, to install:$missing" >&2; exit 1; }
fi
echo "installing:$missing"
$as_root apt-get -qq update
# Tests start a Postfix of their own on loopback; the machine needs none.
case $missing in *postfix*) echo "postfix postfix/main_mailer_type select No configuration" | $as_root debconf-set-selections ;; esac
# shellcheck disable=SC2086 # a list of words
$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends $missing >/dev/null
