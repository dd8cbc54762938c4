#!/bin/sh
# Puts the packages of build/packages into a repository of their own, for a server in the office or a USB stick:
#   repository.sh FOLDER KEY     KEY: a GnuPG key that signs it (gpg --list-secret-keys)
# On each machine: docs/installing.md. Needs reprepro and gnupg. Run again, it replaces what is older.
set -eu
[ $# -eq 2 ] || { echo "usage: $0 FOLDER KEY" >&2; exit 2; }
folder=$1
key=$2
packages=$(cd "$(dirname "$0")/.." && pwd)/build/packages
ls "$packages"/dondocd_*.deb >/dev/null 2>&1 || { echo "$0: run scripts/package.sh first" >&2; exit 1; }
fingerprint=$(gpg --batch --with-colons --list-secret-keys "$key" | awk -F: '$1 == "fpr" { print $10; exit }')
[ -n "$fingerprint" ] || { echo "$0: no secret key: $key" >&2; exit 1; }

mkdir -p "$folder/conf"
cat >"$folder/conf/distributions" <<CONF
Origin: dondoc
Label: dondoc
Codename: bookworm
Architectures: $(dpkg --print-architecture)
Components: main
Description: dondoc for Debian 12
SignWith: $fingerprint
CONF
for package in "$packages"/*.deb; do
  reprepro --silent --basedir "$folder" includedeb bookworm "$package"
done
gpg --batch --export "$fingerprint" >"$folder/dondoc.gpg"
reprepro --basedir "$folder" list bookworm
