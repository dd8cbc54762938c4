#!/bin/sh
# Lives through the life of the packages in a Debian 12 of its own (mmdebstrap, as root): install, run the demo with what was
# installed, upgrade with a database in it, remove, purge. Takes build/packages, which scripts/package.sh makes.
#   package-test.sh [--before FOLDER]   upgrade from the packages in FOLDER; else from these under a lower version
set -eu
cd "$(dirname "$0")/.."

before=""
if [ "${1:-}" = --before ]; then before=$2; elif [ $# -gt 0 ]; then echo "usage: $0 [--before FOLDER]" >&2; exit 2; fi
[ "$(id -u)" -eq 0 ] || { echo "$0: run as root" >&2; exit 1; }
ls build/packages/dondocd_*.deb >/dev/null || { echo "$0: run scripts/package.sh first" >&2; exit 1; }

root=$(mktemp -d /var/tmp/dondoc-package.XXXXXX)
trap 'umount -l "$root/proc" 2>/dev/null || true; rm -rf "$root"' EXIT
step() { printf '\n-- %s\n' "$*"; }
inside() { chroot "$root" /usr/bin/env LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
fail() { echo "$0: $*" >&2; exit 1; }

step "a fresh Debian 12"
cat /etc/apt/sources.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
  mmdebstrap --quiet --mode=root --variant=minbase bookworm "$root" - >/dev/null
mount -t proc proc "$root/proc"
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"  # no service starts in here
chmod +x "$root/usr/sbin/policy-rc.d"
mkdir -p "$root/packages" "$root/before" "$root/demo/build/daemon" "$root/demo/build/client"
cp build/packages/*.deb "$root/packages/"
cp -r scripts config "$root/demo/"
ln -s /usr/sbin/dondocd "$root/demo/build/daemon/dondocd"
ln -s /usr/bin/dondoc "$root/demo/build/client/dondoc"
if [ -n "$before" ]; then
  cp "$before"/dondoc*.deb "$root/before/"
else
  for package in "$root"/packages/dondoc*.deb; do
    dpkg-deb --raw-extract "$package" "$root/before/tree"
    sed -i -e 's/^\(Version: .*\)/\1~before/' -e '/^Depends:/s/(= \([^)]*\))/(= \1~before)/g' "$root/before/tree/DEBIAN/control"
    dpkg-deb --build "$root/before/tree" "$root/before/$(basename "$package")" >/dev/null
    rm -r "$root/before/tree"
  done
fi

step "install what was before"
inside sh -c 'apt-get -qq update && apt-get -qq install --yes --no-install-recommends /before/*.deb >/dev/null'
inside getent passwd dondoc >/dev/null || fail "no user dondoc"
inside dondocd --check-config
for page in dondoc dondoc-plan-import; do [ -e "$root/usr/share/man/man1/$page.1.gz" ] || [ -d "$root/usr/share/man" ]; done

step "the demo, with the installed programs"
inside sh -c 'cd /demo && DONDOC_BUILD=build sh scripts/demo.sh' >"$root/demo.log" 2>&1 || { tail -n 40 "$root/demo.log"; fail "the demo"; }
tail -n 3 "$root/demo.log"

step "a database of its own, made by the service's user"
inside install --directory --owner=dondoc --group=dondoc --mode=0700 /var/lib/dondoc
# Runs the daemon on the installed configuration until it is ready, asks, and ends it: run_daemon COMMAND
run_daemon() {
  inside setpriv --reuid=dondoc --regid=dondoc --clear-groups sh -c "
    mkdir -p /tmp/run && sed -e 's#/run/dondoc#/tmp/run#' /etc/dondoc/dondocd.toml >/tmp/run/dondocd.toml
    dondocd --config /tmp/run/dondocd.toml >/tmp/run/log 2>&1 & id=\$!
    tries=100
    until dondoc --profile /var/lib/dondoc/admin.toml clock show >/dev/null 2>&1; do
      kill -0 \$id && [ \$tries -gt 0 ] || { cat /tmp/run/log; exit 1; }
      tries=\$((tries - 1)); sleep 0.1
    done
    $1
    result=\$?
    kill \$id; wait \$id || true
    exit \$result"
}
run_daemon "dondoc --profile /var/lib/dondoc/admin.toml agency import /usr/share/dondoc/agencies/sample.toml"
agencies=$(run_daemon "dondoc --profile /var/lib/dondoc/admin.toml --json agency list" | grep -c '"code"' || true)

step "upgrade"
inside sh -c 'apt-get -qq install --yes --no-install-recommends /packages/*.deb >/dev/null'
inside dpkg --verify dondocd dondoc
after=$(run_daemon "dondoc --profile /var/lib/dondoc/admin.toml --json agency list" | grep -c '"code"' || true)
[ "$agencies" -gt 0 ] && [ "$after" = "$agencies" ] || fail "$agencies agencies before, $after after the upgrade"
run_daemon "dondoc --profile /var/lib/dondoc/admin.toml backup before-removal >/dev/null"

step "remove keeps what was tracked"
inside apt-get -qq remove --yes dondocd dondoc dondoc-common >/dev/null
[ -s "$root/var/lib/dondoc/dondoc.db" ] || fail "the database went with the package"
[ -e "$root/etc/dondoc/dondocd.toml" ] || fail "the configuration went with the package"

step "purge says what it removes, and keeps backups"
inside apt-get -qq purge --yes dondocd | tee "$root/purge.log"
grep -q "removing /var/lib/dondoc/dondoc.db" "$root/purge.log" || fail "purge did not say what it removed"
[ ! -e "$root/var/lib/dondoc/dondoc.db" ] || fail "the database is still there"
ls "$root"/var/lib/dondoc/backup/*before-removal* >/dev/null || fail "the backup is gone"
[ ! -e "$root/etc/dondoc" ] || fail "the configuration is still there"

step "the packages: installed, run, upgraded, removed and purged"
