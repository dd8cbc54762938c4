#!/bin/sh
# Lives through the year of a sample plan in seconds, in a temporary folder and under a simulated clock: two agencies
# get their alerts, some work is done in time and some is not, and the office sees what is late. Ends by itself.
# Vietnamese; in English with DONDOC_LANG=en. Takes build/release unless DONDOC_BUILD names another build folder.
set -eu
cd "$(dirname "$0")/.."

if [ -z "${DONDOC_BUILD:-}" ]; then
  sh scripts/build.sh
  DONDOC_BUILD=build/release
fi
dondocd=$DONDOC_BUILD/daemon/dondocd
dondoc=$DONDOC_BUILD/client/dondoc
plan=08/KH-UBND
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
    $2 == "agency" && $4 != "SNV" && $4 != "UBND.DAITU" && id % 9 != 4 { print id }' >"$folder/done"
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
start = "2023-01-11T08:00"
[calendar]
files = ["$PWD/config/calendar/2023.toml", "$PWD/config/calendar/2024.toml"]
CONFIG

say "Khởi động dondocd trong thư mục tạm, đồng hồ mô phỏng dừng ở 11/01/2023. Lần đầu chạy, nó tự tạo khóa và hồ sơ quản trị." \
  "dondocd starts in a temporary folder; its simulated clock stands at 11/01/2023. The first start makes the keys and an administrator's profile."
"$dondocd" --config "$folder/dondocd.toml" >"$folder/log" 2>&1 &
daemon_id=$!
wait_for_daemon

say "Nhập danh mục cơ quan, rồi một kế hoạch đúng như đã ban hành: bảng có tiêu đề lặp lại, dòng bị ngắt trang, ô gộp." \
  "The register of agencies, then a plan as it was issued: repeated headers, rows broken over pages, merged cells."
run admin agency import config/agencies/sample.toml
run admin plan import config/samples/ke-hoach-mau.txt --document "$plan" --issued 10/01/2023 --level province

say "Vì sao việc này có hạn ngày đó?" "Why is this due then?"
run admin task explain "$(admin --json task list --agency UBND.DAITU --document "$plan" | awk -F'"' '
  $2 == "task" { id = $4 } $2 == "task_number" && $4 == "3.1.3" { print id; exit }')"

say "Mỗi cơ quan một khóa, chỉ mở được hộp tin của mình; văn phòng một khóa xem được tất cả." \
  "A key for each agency, which opens its own inbox only; a key for the office, which sees everything."
run admin key new --out "$folder/snv.toml" --role agency --agency SNV --name "Sở Nội vụ"
run admin key new --out "$folder/daitu.toml" --role agency --agency UBND.DAITU --name "UBND huyện Đại Từ"
run admin key new --out "$folder/office.toml" --role office --name "Văn phòng UBND tỉnh"

say "Sở Nội vụ nhận việc được giao." "Sở Nội vụ is told what it was assigned."
listen snv

say "Cơ quan này thử nghe hộp tin của cơ quan khác: bị từ chối." "It tries another agency's inbox: refused."
if run snv listen --agency UBND.DAITU --until-idle --state "$folder/other.seen" 2>&1; then exit 1; fi

say "Tháng 1. Đến 27/01, Sở Nội vụ được nhắc rồi hoàn thành việc 1.1; UBND huyện Đại Từ thì chưa." \
  "January. By 27/01 Sở Nội vụ has been reminded and completes task 1.1; UBND huyện Đại Từ does not."
others_work
run admin clock advance --to 2023-01-27T10:00
listen snv
complete SNV 1.1 "Lịch công tác số 02/LCT-SNV"
run admin clock advance --to 2023-02-07T10:00
listen daitu
complete UBND.DAITU 1.1 "Lịch công tác số 01/LCT-UBND"

for month in 03 04 05 06; do
  case $month in
    03) before=02 ;; 04) before=03 ;; 05) before=04 ;; 06) before=05 ;;
  esac
  say "Tháng $before." "Month $before."
  others_work
  run admin clock advance --to "2023-$month-01"
  case $month in
    03) complete SNV 1.4 "BC 12/BC-SNV" && complete SNV 1.2 "QĐ 40/QĐ-SNV" ;;
    04) complete UBND.DAITU 1.4 "BC 95/BC-UBND" && complete UBND.DAITU 1.2 "QĐ 310/QĐ-UBND" ;;
  esac
  listen_briefly snv
  listen_briefly daitu
done

say "Văn phòng xem tình hình nửa năm: việc nào quá hạn, của ai, từ bao giờ." \
  "The office looks at the half year: what is late, whose, since when."
run office status | head -n 30
run office overdue --limit 20

for month in 07 08 09 10 11; do
  say "Đến tháng $month. Máy của UBND huyện Đại Từ tắt; Sở Nội vụ vẫn nghe." \
    "Up to month $month. The machine of UBND huyện Đại Từ is off; Sở Nội vụ goes on listening."
  others_work
  run admin clock advance --to "2023-$month-01"
  [ $month != 09 ] || complete SNV 5.2 "BC 88/BC-SNV"
  listen_briefly snv
done

say "UBND huyện Đại Từ bật máy lại: mọi tin đã lỡ, đúng thứ tự, mỗi tin một lần." \
  "UBND huyện Đại Từ is back: everything it missed, in order, once."
listen_briefly daitu
complete UBND.DAITU 3.1.2 "Biên bản nghiệm thu ngày 30/10"

say "Cuối năm: phần lớn công việc đến hạn ngày 31/12." "The year's end, when most of the work falls due."
others_work
run admin clock advance --to 2023-12-28
complete SNV 1.3 "BC 120/BC-SNV"
run admin clock advance --to 2024-01-16
listen_briefly snv
listen_briefly daitu

say "Văn phòng nhìn lại cả năm." "The office looks back on the year."
run office status
run office overdue --limit 20

say "Hết. Thư mục tạm được xóa." "Done. The temporary folder is removed."
