#!/bin/sh
# Lives through the life of the packages in a Debian 12 of its own (mmdebstrap, as root): install, set up, upgrade with a database
# in it, the demo and each service with what was installed, remove, purge. Takes build/packages, which scripts/package.sh makes.
#   package-test.sh [--before FOLDER]   upgrade from the packages in FOLDER; else from these under a lower version
# Ends with 77 where this machine cannot make a Debian, because it may not or does not reach one.
set -eu
cd "$(dirname "$0")/.."

before=""
if [ "${1:-}" = --before ]; then before=$2; elif [ $# -gt 0 ]; then echo "usage: $0 [--before FOLDER]" >&2; exit 2; fi
ls build/packages/dondocd_*.deb >/dev/null || { echo "$0: run scripts/package.sh first" >&2; exit 1; }

skip() { echo "$0: skipped: $*"; exit 77; }
[ "$(id -u)" -eq 0 ] || skip "not root"
for tool in mmdebstrap nsenter setpriv ip curl python3; do command -v $tool >/dev/null || skip "$tool is not installed"; done
unshare --net --mount true 2>/dev/null || skip "this machine makes no namespaces"

root=$(mktemp -d /var/tmp/dondoc-package.XXXXXX)
net=$root.net
cleanup() {
  for process in $(jobs -p); do kill "$process" 2>/dev/null || true; done
  for mounted in "$root/proc" "$net"; do umount -l "$mounted" 2>/dev/null || true; done
  rm -rf --one-file-system "$root" "$net"
}
trap cleanup EXIT
began=$(date +%s)
step() { printf '\n-- %s (after %d s)\n' "$*" $(($(date +%s) - began)); }
fail() { echo "$0: $*" >&2; exit 1; }
admin=/var/lib/dondoc/admin.toml
# In that Debian, with a loopback of its own and nothing else of a network.
inside() { nsenter --net="$net" chroot "$root" /usr/bin/env LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
# start USER COMMAND... & : as its unit runs it; becomes that program. as USER COMMAND...: the same, and waits.
start() {
  user=$1
  shift
  umask 007
  exec nsenter --net="$net" chroot "$root" /usr/bin/env LC_ALL=C.UTF-8 \
    setpriv --reuid="$user" --regid="$user" --init-groups --inh-caps=-all "$@"
}
as() { (start "$@"); }
# stop ID NAME: as systemd stops it
stop() {
  kill "$1"
  wait "$1" || { cat "$root/log"; fail "$2 did not end well"; }
}
# Installs packages there, by names or patterns of files; what they need comes from this machine's network.
take_in() {
  chroot "$root" /usr/bin/env LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
    sh -c "apt-get -qq install --yes --no-install-recommends $*" >"$root/log" 2>&1 || { cat "$root/log"; fail "installing $*"; }
}
# until_true WHAT COMMAND...: waits for it, a minute at most
until_true() {
  what=$1
  tries=600
  shift
  until "$@" >/dev/null 2>&1; do
    [ $tries -gt 0 ] || { cat "$root/log"; fail "waited in vain for $what"; }
    tries=$((tries - 1))
    sleep 0.1
  done
}
# with_daemon COMMAND...: while the daemon runs as its unit runs it
with_daemon() {
  inside install -d -o dondoc -g dondoc -m 750 /run/dondoc
  start dondoc dondocd >"$root/dondocd.log" 2>&1 &
  daemon=$!
  until_true dondocd as dondoc dondoc --profile $admin clock show
  "$@" || { tail -n 20 "$root/dondocd.log"; fail "$*"; }
  stop $daemon dondocd
}
ask() { as dondoc dondoc --profile $admin "$@"; }

step "a fresh Debian 12"
cat /etc/apt/sources.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
  mmdebstrap --quiet --mode=root --variant=minbase --include=mandoc --dpkgopt=force-unsafe-io --skip=cleanup/apt/lists \
    bookworm "$root" - >/dev/null || skip "no Debian to be reached"
mount -t proc proc "$root/proc"
touch "$net"
unshare --net="$net" ip link set lo up
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" # no service starts in here
chmod +x "$root/usr/sbin/policy-rc.d"
mkdir -p "$root/packages" "$root/before" "$root/demo/build/daemon" "$root/demo/build/client"
find build/packages -name '*.deb' ! -name '*-dbgsym_*' -exec cp -t "$root/packages" {} +
cp -r scripts config "$root/demo/"
ln -s /usr/sbin/dondocd "$root/demo/build/daemon/dondocd"
ln -s /usr/bin/dondoc "$root/demo/build/client/dondoc"
# shellcheck disable=SC2046 # the names of the packages
set -- $(for package in "$root"/packages/*.deb; do basename "$package" | cut -d_ -f1; done)
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
take_in '/before/*.deb'
inside dondocd --check-config >/dev/null

step "dondoc setup, and a plan"
set_up() { inside dondoc setup --province "Thái Nguyên" --operator "Nguyễn Văn An" --operator-email an@tinh.example --yes "$@"; }
inside dondoc setup --province "Thái Nguyên" --dry-run >/dev/null
[ ! -e "$root/etc/dondoc/dondocd.d/50-setup.toml" ] || fail "a dry run wrote the configuration"
set_up --time 07:15 >"$root/log"
# What an upgrade may not change: facts of agencies and assignments, a line each.
tracked() {
  ask --json agency list >"$root/list"
  ask --json task list --limit 1000 >>"$root/list"
  grep -oE '"(code|assignment|agency|due|state)": "[^"]*"' "$root/list"
}
take_plan() {
  ask plan import /usr/share/dondoc/samples/ke-hoach-2025.txt --document 58/KH-UBND --issued 08/07/2025 --level province --yes >"$root/log"
  tracked >"$root/tracked"
}
with_daemon take_plan
[ "$(grep -c '"code"' "$root/tracked")" -gt 100 ] || fail "setup left too few agencies"
[ "$(grep -c '"assignment"' "$root/tracked")" -gt 10 ] || fail "too few assignments"

step "upgrade, from a signed repository on a stick: what was tracked is still there"
if command -v reprepro >/dev/null && command -v gpg >/dev/null; then
  mkdir -m 700 "$root/gpg"
  GNUPGHOME=$root/gpg gpg --batch --quiet --passphrase "" --quick-generate-key "dondoc packages" rsa3072 sign 1d 2>/dev/null
  GNUPGHOME=$root/gpg sh scripts/repository.sh "$root/stick" "dondoc packages" >/dev/null
  GNUPGHOME=$root/gpg gpgconf --kill all
  install -m 644 "$root/stick/dondoc.gpg" "$root/usr/share/keyrings/"
  echo "deb [signed-by=/usr/share/keyrings/dondoc.gpg] file:/stick bookworm main" >"$root/etc/apt/sources.list.d/dondoc.list"
  chroot "$root" apt-get -qq update
  take_in "$@"
else
  echo "reprepro or gpg is not installed: straight from the files"
  take_in '/packages/*.deb'
fi
inside dpkg --verify "$@"
same_as_before() {
  tracked | cmp - "$root/tracked" && ask check >"$root/log" && ask backup before-removal >/dev/null
}
with_daemon same_as_before
for user in dondoc dondoc-web dondoc-relay dondoc-bridge dondoc-central; do
  case $* in *$user*) inside getent passwd $user >/dev/null || fail "no user $user" ;; esac
done
for file in bash-completion/completions/dondoc zsh/vendor-completions/_dondoc fish/vendor_completions.d/dondoc.fish; do
  [ -e "$root/usr/share/$file" ] || fail "no completion: $file"
done

if command -v systemd-analyze >/dev/null; then
  step "the units: nothing to complain of, exposure 2.0 at most"
  # What they stand on is systemd's own; only that is taken from this machine.
  cp --no-clobber /lib/systemd/system/*.target /lib/systemd/system/*.slice /lib/systemd/system/*.socket "$root/lib/systemd/system/"
  for unit in "$root"/lib/systemd/system/dondoc*.service "$root"/lib/systemd/system/dondoc*.timer; do
    complaint=$(systemd-analyze --no-pager --man=no --root="$root" verify "$(basename "$unit" | sed 's/@/@x/')" 2>&1) && [ -z "$complaint" ] ||
      fail "$unit: $complaint"
  done
  for unit in "$root"/lib/systemd/system/dondoc*.service; do
    systemd-analyze --no-pager --root="$root" --offline=true --threshold=20 security "$(basename "$unit" | sed 's/@/@x/')" >"$root/log" ||
      { tail -n 3 "$root/log"; fail "$unit"; }
    tail -n 1 "$root/log"
  done
fi

step "a page of the manual for each program and command, without a complaint"
# minbase leaves the manual out; what the packages have is what counts.
for package in "$root"/packages/*.deb; do dpkg-deb --extract "$package" "$root/manual"; done
find "$root/manual/usr/share/man" -name '*.gz' -exec gunzip {} +
inside sh -c 'find /manual/usr/share/man -type f | xargs mandoc -T lint -W warning' || fail "the manual"
inside sh -c 'DONDOC_LANG=en dondoc manual /tmp/pages --date 2026-01-01 >/dev/null && ls /tmp/pages' | while read -r page; do
  [ -e "$root/manual/usr/share/man/man1/$page" ] || fail "no page $page"
done
[ -e "$root/manual/usr/share/man/man7/dondoc-protocol.7" ] || fail "no page of the protocol"
for program in "$root"/manual/usr/bin/dondoc* "$root"/manual/usr/sbin/dondoc*; do
  ls "$root/manual/usr/share/man"/man[18]/"$(basename "$program")".[18] >/dev/null || fail "no page of $program"
done
for file in "$root"/manual/etc/dondoc/*.toml; do
  [ -e "$root/manual/usr/share/man/man5/$(basename "$file").5" ] || fail "no page of $file"
done

step "the demo, with the installed programs"
inside sh -c 'cd /demo && DONDOC_BUILD=build sh scripts/demo.sh' >"$root/log" 2>&1 || { tail -n 40 "$root/log"; fail "the demo"; }

step "dondoc setup once more, now with mail"
set_up --mail-server localhost:25 --mail-from "Đôn đốc <dondoc@tinh.example>" >"$root/log"
grep -q 50-setup.toml "$root/log" || fail "it did not say what it left as it was"
set_up --mail-server localhost:25 --mail-from "Đôn đốc <dondoc@tinh.example>" >"$root/log"
[ -z "$(find "$root/var/lib/dondoc" -maxdepth 1 -user root ! -name profiles)" ] || fail "what setup made is not the service's"

step "reload"
reload() {
  printf '[status]\ndue_soon = "9d"\n' >"$root/etc/dondoc/dondocd.d/60-own.toml"
  kill -HUP $daemon
  until_true "the reload" grep -q "event=reloaded changed=status.due_soon" "$root/dondocd.log"
}
with_daemon reload

step "relay and pages follow the daemon, each as its own user; a message of the document axis"
for key in dondoc-relay:relay-key.toml dondoc-web:web-profile.toml; do
  inside install -o "${key%%:*}" -m 600 "/var/lib/dondoc/profiles/${key##*:}" /etc/dondoc/
  inside install -d -o "${key%%:*}" -m 700 "/var/lib/${key%%:*}"
done
inside dondoc-relay --check-config
inside dondoc-web --check-config
relay_and_web() {
  start dondoc-relay dondoc-relay >"$root/log" 2>&1 &
  relay=$!
  until_true "the relay" grep -q event=begin "$root/log"
  stop $relay dondoc-relay
  start dondoc-web dondoc-web >"$root/log" 2>&1 &
  web=$!
  until_true "the pages" nsenter --net="$net" curl --silent --fail http://127.0.0.1:8710/readyz
  stop $web dondoc-web
}
with_daemon relay_and_web
inside install -d -o dondoc /tmp/spool /tmp/proposals
as dondoc dondoc-edxml --spool /tmp/spool --proposals /tmp/proposals --once

step "bridge and centre, with servers of this machine"
nsenter --net="$net" python3 tests/sites/installed.py --root "$root" || [ $? -eq 77 ]

step "remove keeps what was tracked"
inside apt-get -qq remove --yes "$@" >"$root/log"
[ -s "$root/var/lib/dondoc/dondoc.db" ] || fail "the database went with the package"
[ -e "$root/etc/dondoc/dondocd.toml" ] || fail "the configuration went with the package"

step "purge says what it removes, and keeps backups and keys"
rm "$root/etc/dondoc/dondocd.d/60-own.toml"
inside apt-get -qq purge --yes "$@" >"$root/log" 2>&1
grep "^dondoc" "$root/log"
for gone in /var/lib/dondoc/dondoc.db /var/lib/dondoc-relay /var/lib/dondoc-web; do
  grep -q "removing $gone" "$root/log" || fail "purge did not say that it removed $gone"
  [ ! -e "$root$gone" ] || fail "$gone is still there"
done
for key in "$root"/etc/dondoc/*; do
  grep -q "keeping ${key#"$root"}:" "$root/log" || fail "purge left $key without a word"
done
ls "$root"/var/lib/dondoc/backup/*before-removal* >/dev/null || fail "the backup is gone"

step "the packages: installed, set up, upgraded, run, removed and purged"
