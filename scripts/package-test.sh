#!/bin/sh
# Lives through the life of the packages in a Debian 12 of its own (mmdebstrap, as root): install, run the demo with what was
# installed, set up, reload, upgrade with a database in it, remove, purge. Takes build/packages, which scripts/package.sh makes.
#   package-test.sh [--before FOLDER]   upgrade from the packages in FOLDER; else from these under a lower version
set -eu
cd "$(dirname "$0")/.."

before=""
if [ "${1:-}" = --before ]; then before=$2; elif [ $# -gt 0 ]; then echo "usage: $0 [--before FOLDER]" >&2; exit 2; fi
[ "$(id -u)" -eq 0 ] || { echo "$0: run as root" >&2; exit 1; }
ls build/packages/dondocd_*.deb >/dev/null || { echo "$0: run scripts/package.sh first" >&2; exit 1; }

root=$(mktemp -d /var/tmp/dondoc-package.XXXXXX)
trap 'umount -l "$root/proc" 2>/dev/null || true; rm -rf --one-file-system "$root"' EXIT
step() { printf '\n-- %s\n' "$*"; }
inside() { chroot "$root" /usr/bin/env LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
fail() { echo "$0: $*" >&2; exit 1; }
profile=/var/lib/dondoc/admin.toml

step "a fresh Debian 12"
cat /etc/apt/sources.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
  mmdebstrap --quiet --mode=root --variant=minbase --include=mandoc bookworm "$root" - >/dev/null
mount -t proc proc "$root/proc"
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" # no service starts in here
chmod +x "$root/usr/sbin/policy-rc.d"
mkdir -p "$root/packages" "$root/before" "$root/demo/build/daemon" "$root/demo/build/client"
find build/packages -name '*.deb' ! -name '*-dbgsym_*' -exec cp -t "$root/packages" {} +
cp -r scripts config "$root/demo/"
ln -s /usr/sbin/dondocd "$root/demo/build/daemon/dondocd"
ln -s /usr/bin/dondoc "$root/demo/build/client/dondoc"
if [ -n "$before" ]; then
  cp "$before"/*.deb "$root/before/"
else
  for package in "$root"/packages/*.deb; do
    dpkg-deb --raw-extract "$package" "$root/before/tree"
    sed -i -e 's/^\(Version: .*\)/\1~before/' -e '/^Depends:/s/(= \([^)]*\))/(= \1~before)/g' "$root/before/tree/DEBIAN/control"
    dpkg-deb -Znone --build "$root/before/tree" "$root/before/$(basename "$package")" >/dev/null
    rm -r "$root/before/tree"
  done
fi

step "install what was before"
inside sh -c 'apt-get -qq update && apt-get -qq install --yes --no-install-recommends /before/*.deb >/dev/null'
for user in dondoc dondoc-web dondoc-relay; do inside getent passwd $user >/dev/null || fail "no user $user"; done
inside dondocd --check-config
for file in bash-completion/completions/dondoc zsh/vendor-completions/_dondoc fish/vendor_completions.d/dondoc.fish; do
  [ -e "$root/usr/share/$file" ] || fail "no completion: $file"
done

if command -v systemd-analyze >/dev/null; then
  step "the units: nothing to complain of, exposure 2.0 at most"
  for unit in "$root"/lib/systemd/system/dondoc*; do
    case $unit in
      *.service)
        systemd-analyze --no-pager --root="$root" --offline=true --threshold=20 security "$(basename "$unit" | sed 's/@/@x/')" >"$root/exposure" ||
          { tail -n 3 "$root/exposure"; fail "$unit"; }
        tail -n 1 "$root/exposure"
        ;;
    esac
  done
fi

step "a page of the manual for each command, without a complaint"
# minbase leaves the manual out; what the packages have is what counts.
for package in dondoc dondocd dondoc-web dondoc-relay; do dpkg-deb --extract "$(ls "$root"/packages/${package}_*.deb)" "$root/manual"; done
find "$root/manual/usr/share/man" -name '*.gz' -exec gunzip {} +
inside sh -c 'find /manual/usr/share/man -type f | xargs mandoc -T lint -W warning' || fail "the manual"
inside sh -c 'DONDOC_LANG=en dondoc manual /tmp/pages --date 2026-01-01 >/dev/null && ls /tmp/pages' | while read -r page; do
  [ -e "$root/manual/usr/share/man/man1/$page" ] || fail "no page $page"
done
for page in man7/dondoc-protocol.7 man5/dondocd.toml.5 man8/dondocd.8 man5/dondoc-web.toml.5 man8/dondoc-web.8 \
  man5/dondoc-relay.toml.5 man8/dondoc-relay.8; do
  [ -e "$root/manual/usr/share/man/$page" ] || fail "no page $page"
done

step "the demo, with the installed programs"
inside sh -c 'cd /demo && DONDOC_BUILD=build sh scripts/demo.sh' >"$root/demo.log" 2>&1 || { tail -n 40 "$root/demo.log"; fail "the demo"; }
tail -n 3 "$root/demo.log"

step "dondoc setup, twice"
inside dondoc setup --province "Thái Nguyên" --dry-run >/dev/null
[ ! -e "$root/etc/dondoc/dondocd.d/50-setup.toml" ] || fail "a dry run wrote the configuration"
set_up() {
  inside dondoc setup --province "Thái Nguyên" --time 07:15 --operator "Nguyễn Văn An" --operator-email an@tinh.example \
    --mail-server localhost:25 --mail-from "Đôn đốc <dondoc@tinh.example>" --yes
}
set_up
set_up >"$root/again.log"
grep -q 50-setup.toml "$root/again.log" || fail "the second run"
[ -z "$(find "$root/var/lib/dondoc" -maxdepth 1 -user root ! -name profiles)" ] || fail "what setup made is not the service's"

# Runs the daemon as the service does until it is ready, runs a command, and ends it: run_daemon COMMAND
run_daemon() {
  inside setpriv --reuid=dondoc --regid=dondoc --clear-groups sh -c "
    dondocd >/tmp/dondocd.log 2>&1 & id=\$!
    tries=100
    until dondoc --profile $profile clock show >/dev/null 2>&1; do
      kill -0 \$id && [ \$tries -gt 0 ] || { cat /tmp/dondocd.log; exit 1; }
      tries=\$((tries - 1)); sleep 0.1
    done
    $1
    result=\$?
    kill \$id; wait \$id || true
    exit \$result"
}
agencies=$(run_daemon "dondoc --profile $profile --json agency list" | grep -c '"code"' || true)
[ "$agencies" -gt 100 ] || fail "setup left $agencies agencies"

step "reload"
printf '[status]\ndue_soon = "9d"\n' >"$root/etc/dondoc/dondocd.d/60-own.toml"
run_daemon "kill -HUP \$id
  until grep -q event=reload /tmp/dondocd.log; do sleep 0.1; done; grep event=reload /tmp/dondocd.log"
inside dondocd --check-config

step "the relay follows the daemon, as its own user"
inside dondoc-relay --check-config
inside install -o dondoc-relay -m 600 /var/lib/dondoc/profiles/relay-key.toml /etc/dondoc/
inside install -d -o dondoc-relay -m 700 /var/lib/dondoc-relay
chroot "$root" setpriv --reuid=dondoc-relay --regid=dondoc-relay --init-groups dondoc-relay >"$root/tmp/relay.log" 2>&1 &
relay=$!
run_daemon "tries=100
  until grep -q event=begin /tmp/relay.log; do
    [ \$tries -gt 0 ] || exit 1
    tries=\$((tries - 1)); sleep 0.1
  done" || { cat "$root/tmp/relay.log"; kill $relay; fail "the relay"; }
kill $relay
wait $relay || fail "the relay did not end well"
grep event=begin "$root/tmp/relay.log"

step "upgrade"
inside sh -c 'apt-get -qq install --yes --no-install-recommends /packages/*.deb >/dev/null'
inside dpkg --verify dondocd dondoc
after=$(run_daemon "dondoc --profile $profile --json agency list" | grep -c '"code"' || true)
[ "$after" = "$agencies" ] || fail "$agencies agencies before, $after after the upgrade"
run_daemon "dondoc --profile $profile backup before-removal >/dev/null"

step "remove keeps what was tracked"
inside apt-get -qq remove --yes dondocd dondoc dondoc-web dondoc-relay dondoc-common >/dev/null
[ -s "$root/var/lib/dondoc/dondoc.db" ] || fail "the database went with the package"
[ -e "$root/etc/dondoc/dondocd.toml" ] || fail "the configuration went with the package"

step "purge says what it removes, and keeps backups"
rm "$root/etc/dondoc/dondocd.d/60-own.toml"
inside apt-get -qq purge --yes dondocd dondoc-web dondoc-relay >"$root/purge.log" 2>&1
grep "^dondoc" "$root/purge.log"
grep -q "removing /var/lib/dondoc/dondoc.db" "$root/purge.log" || fail "purge did not say what it removed"
[ ! -e "$root/var/lib/dondoc/dondoc.db" ] || fail "the database is still there"
grep -q "removing /var/lib/dondoc-relay" "$root/purge.log" || fail "purge did not say that it removed the relay's outbox"
[ ! -e "$root/var/lib/dondoc-relay" ] || fail "the outbox is still there"
grep -q "keeping /etc/dondoc/relay-key.toml" "$root/purge.log" || fail "purge did not say that it keeps the relay's key"
rm "$root/etc/dondoc/relay-key.toml"
rmdir --ignore-fail-on-non-empty "$root/etc/dondoc"
ls "$root"/var/lib/dondoc/backup/*before-removal* >/dev/null || fail "the backup is gone"
[ ! -e "$root/etc/dondoc" ] || fail "the configuration is still there"

step "the packages: installed, set up, run, upgraded, removed and purged"
