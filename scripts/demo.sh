#!/bin/sh
# Lives through the half year of a sample plan in a temporary folder and under a simulated clock: two agencies
# get their alerts, some work is done in time and some is not, and the office sees what is late. Ends by itself.
# Vietnamese; in English with DONDOC_LANG=en. Takes build/release unless DONDOC_BUILD names another build folder.
set -eu
cd "$(dirname "$0")/.."

if [ -z "${DONDOC_BUILD:-}" ]; then
  sh scripts/build.sh dondocd dondoc
  DONDOC_BUILD=build/release
fi
dondocd=$DONDOC_BUILD/daemon/dondocd
dondoc=$DONDOC_BUILD/client/dondoc
plan=58/KH-UBND
DONDOC_LANG=${DONDOC_LANG:-vi}
export DONDOC_LANG

folder=$(mktemp -d /tmp/dondoc-demo.XXXXXX)
daemon_id=""
clean_up() {
  result=$?
  trap - EXIT INT TERM
  if [ -n "$daemon_id" ]; then
    kill "$daemon_id" 2>/dev/null || true
    wait "$daemon_id" 2>/dev/null || true
  fi
  [ "$result" -eq 0 ] || { echo "--- dondocd:" >&2; tail -n 20 "$folder/log" >&2 || true; }
  rm -rf "$folder"
  exit "$result"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# say VIETNAMESE ENGLISH
say() {
  printf '\n'
  if [ "$DONDOC_LANG" = en ]; then printf '# %s\n' "$2"; else printf '# %s\n' "$1"; fi
}
# run PROFILE ARGUMENT... : shows the command, then what it prints.
run() {
  profile=$1
  shift
  printf '$ dondoc'
  for word in "$@"; do
    word=${word#"$folder/"}
    case $word in *' '*) printf ' "%s"' "$word" ;; *) printf ' %s' "$word" ;; esac
  done
  printf '\n'
  "$dondoc" --profile "$folder/$profile.toml" "$@"
}
admin() { "$dondoc" --profile "$folder/admin.toml" "$@"; }

# The id of one agency's part of a task: part_of AGENCY TASK_NUMBER
part_of() {
  admin --json task list --agency "$1" --document "$plan" | awk -F'"' -v number="$2" '
    $2 == "assignment" { id = $4 }
    $2 == "task_number" && $4 == number { print id; exit }'
}
# complete AGENCY TASK_NUMBER RESULT_DOCUMENT
complete() { run admin assignment complete "$(part_of "$1" "$2")" --note "$3"; }
# What an agency has not seen yet: listen PROFILE
listen() { run "$1" listen --until-idle --state "$folder/$1.seen"; }
# The first line of each alert only.
listen_briefly() { listen "$1" | grep '^[$[]' || true; }

# The other agencies do what falls due within a month, all but about one in nine.
others_work() {
  admin --json due --within 31d --limit 1000 | awk -F'"' '
    $2 == "assignment" { id = $4 }
    $2 == "agency" && $4 != "SNV" && $4 != "X.DAITU" && id % 9 != 4 { print id }' >"$folder/done"
  while read -r id; do admin assignment complete "$id" >/dev/null; done <"$folder/done"
}

wait_for_daemon() {
  tries=100
  until [ -s "$folder/data/admin.toml" ] && "$dondoc" --profile "$folder/data/admin.toml" clock show >/dev/null 2>&1; do
    kill -0 "$daemon_id" 2>/dev/null || { echo "dondocd: ?" >&2; exit 1; }
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || exit 1
    sleep 0.1
  done
  cp "$folder/data/admin.toml" "$folder/admin.toml"
}

cat >"$folder/dondocd.toml" <<CONFIG
[daemon]
data_dir = "data"
[listen]
sessions = ["ipc://$folder/sessions"]
feed = ["ipc://$folder/feed"]
[clock]
mode = "simulated"
start = "2025-07-09T08:00"
[calendar]
files = ["$PWD/config/calendar/2025.toml", "$PWD/config/calendar/2026.toml"]
CONFIG

say "Khởi động dondocd trong thư mục tạm, đồng hồ mô phỏng dừng ở 09/7/2025. Lần đầu chạy, nó tự tạo khóa và hồ sơ quản trị." \
  "dondocd starts in a temporary folder; its simulated clock stands at 09/7/2025. The first start makes the keys and an administrator's profile."
"$dondocd" --config "$folder/dondocd.toml" >"$folder/log" 2>&1 &
daemon_id=$!
wait_for_daemon

say "Nhập danh bạ cơ quan của một tỉnh hai cấp, rồi một kế hoạch đúng như đã ban hành: bảng có tiêu đề lặp lại, dòng bị ngắt trang, nhóm cơ quan." \
  "The register of a province of two levels, then a plan as it was issued: repeated headers, rows broken over pages, groups of agencies."
run admin agency import config/agencies/hai-cap-2025.toml
run admin plan import config/samples/ke-hoach-2025.txt --document "$plan" --issued 08/07/2025 --level province

say "Vì sao việc này có hạn ngày đó?" "Why is this due then?"
run admin task explain "$(admin --json task list --agency TTPVHCC --document "$plan" | awk -F'"' '
  $2 == "task" { id = $4 } $2 == "task_number" && $4 == "2.1" { print id; exit }')"

say "Mỗi cơ quan một khóa, chỉ mở được hộp tin của mình; văn phòng một khóa xem được tất cả." \
  "A key for each agency, which opens its own inbox only; a key for the office, which sees everything."
run admin key issue SNV X.DAITU --folder "$folder/khoa" 2>/dev/null
cp "$folder/khoa/SNV.toml" "$folder/snv.toml"
cp "$folder/khoa/X.DAITU.toml" "$folder/daitu.toml"
run admin key new --out "$folder/office.toml" --role office --name "Văn phòng UBND tỉnh" 2>/dev/null

say "UBND xã Đại Từ nhận việc được giao." "UBND xã Đại Từ is told what it was assigned."
listen daitu

say "Xã này thử nghe hộp tin của cơ quan khác: bị từ chối." "It tries another agency's inbox: refused."
if run daitu listen --agency SNV --until-idle --state "$folder/other.seen" 2>&1; then exit 1; fi

say "Đến 18/7, xã Đại Từ được nhắc rồi làm xong việc 1.1; việc 4.4 thì chưa." \
  "By 18/7 the commune has been reminded and completes task 1.1, and not yet 4.4."
others_work
run admin clock advance --to 2025-07-18T10:00
listen daitu
complete X.DAITU 1.1 "Danh sách số 01/DS-UBND"
run admin clock advance --to 2025-07-30T10:00
listen_briefly daitu
complete X.DAITU 1.2 "BB 03/BB-UBND"

for month in 08 09; do
  say "Đến tháng $month." "Up to month $month."
  others_work
  run admin clock advance --to "2025-$month-01"
  [ $month != 08 ] || complete X.DAITU 4.4 "BC 07/BC-UBND"
  [ $month != 09 ] || complete SNV 1.3 "BC 41/BC-SNV"
  listen_briefly snv
  listen_briefly daitu
done

say "Văn phòng xem tình hình: việc nào quá hạn, của ai, từ bao giờ." \
  "The office looks at how things stand: what is late, whose, since when."
run office status | head -n 30
run office overdue --limit 20

for month in 10 11 12; do
  say "Đến tháng $month. Máy của xã Đại Từ tắt; Sở Nội vụ vẫn nghe." \
    "Up to month $month. The commune's machine is off; Sở Nội vụ goes on listening."
  others_work
  run admin clock advance --to "2025-$month-01"
  listen_briefly snv
done

say "Xã Đại Từ bật máy lại: mọi tin đã lỡ, đúng thứ tự, mỗi tin một lần." \
  "The commune is back: everything it missed, in order, once."
listen_briefly daitu
complete X.DAITU 1.4 "BC 19/BC-UBND"

say "Cuối năm: việc số hóa sổ hộ tịch đến hạn ngày 31/12." "The year's end: the registers are to be digitised by 31/12."
others_work
run admin clock advance --to 2025-12-30
complete X.DAITU 2.3 "BB nghiệm thu 30/12"
run admin clock advance --to 2026-01-16
listen_briefly snv
listen_briefly daitu

say "Văn phòng nhìn lại nửa năm." "The office looks back on the half year."
run office status
run office overdue --limit 20

say "Hết. Thư mục tạm được xóa." "Done. The temporary folder is removed."
