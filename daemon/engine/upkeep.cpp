// SPDX-License-Identifier: Apache-2.0
#include "engine/upkeep.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <string_view>

#include "store/damage.h"
#include "store/disk_space.h"

namespace dondoc::engine {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds look_interval{5};
constexpr std::chrono::hours retry_after{1};
constexpr std::uint64_t room_to_go_on = 1024 * 1024;  // bytes
constexpr date::days restore_is_news{7};
constexpr std::size_t longest_name = 100;
constexpr std::chrono::seconds copy_look{1};     // while one is made
constexpr std::chrono::seconds trouble_look{5};  // while the storage is in trouble
const std::string prefix = "dondoc-";
const std::string scheduled_prefix = "dondoc-auto-";
const std::string suffix = ".db";

std::string dated(const std::string& before, sys_seconds at) {
    auto text = iso_instant(at).substr(0, std::string_view{"2026-11-21T02:00:00"}.size());
    std::erase(text, ':');
    return before + text + suffix;
}

sys_seconds modified(const fs::path& file) {
    const auto time = std::chrono::file_clock::to_sys(fs::last_write_time(file));
    return date::floor<std::chrono::seconds>(time);
}

bool is_scheduled(const std::string& name) {
    return name.starts_with(scheduled_prefix) && name.ends_with(suffix);
}

}  // namespace

Upkeep::Upkeep(store::Store& store, const Clock& clock, UpkeepPlan plan)
    : store_(store),
      clock_(clock),
      plan_(std::move(plan)),
      data_(store.database.file().parent_path()),
      copying_(store, clock, plan_.copies) {
    if (const auto damage = store::known_damage(store_.database.file()))
        store_.database.health().failed({store::Health::damaged_key, {*damage}});
    find_backups();
}

void Upkeep::change(UpkeepPlan plan) {
    const bool moves = plan.folder != plan_.folder;
    plan_ = std::move(plan);
    copying_.change(plan_.copies);
    if (moves) find_backups();
}

void Upkeep::find_backups() {
    scheduled_since_ = clock_.now();
    last_backup_.reset();
    try {
        if (fs::create_directories(plan_.folder)) fs::permissions(plan_.folder, fs::perms::owner_all);
        store::remove_unfinished_backups(plan_.folder);
        scheduled_since_ = modified(plan_.folder);
        for (const auto& entry : fs::directory_iterator{plan_.folder}) {
            const auto name = entry.path().filename().string();
            if (!name.ends_with(suffix) || store::is_live_copy(name) || !entry.is_regular_file()) continue;
            const auto made = modified(entry.path());
            last_backup_ = std::max(last_backup_.value_or(made), made);
        }
        if (last_backup_) scheduled_since_ = *last_backup_;
    } catch (const fs::filesystem_error& error) {
        spdlog::error("event=backup_folder_failed folder={} error=\"{}\"", plan_.folder.string(),
                      error.code().message());
    }
}

void Upkeep::look(std::chrono::steady_clock::time_point now) {
    tell_trouble(now);
    copying_.look(now);
    if (now < next_look_) return;
    next_look_ = now + look_interval;
    try_again();
    tell_trouble(now);
    watch_space();
    go_on_with_backup();
}

std::optional<std::chrono::steady_clock::time_point> Upkeep::next_look(
    std::chrono::steady_clock::time_point now) const {
    if (running_ || copying_.is_busy()) return now + copy_look;
    const auto copy = copying_.next_look();
    if (!store_.database.health().trouble()) return copy;
    const auto again = now + trouble_look;
    return copy ? std::min(*copy, again) : again;
}

// Once when it begins, and once when it is over.
void Upkeep::tell_trouble(std::chrono::steady_clock::time_point now) {
    const auto& trouble = store_.database.health().trouble();
    const std::string code = trouble ? trouble->key : "";
    if (code == told_) return;
    if (trouble) {
        const auto detail = trouble->args.empty() ? "" : trouble->args.front();
        spdlog::error("event=storage_trouble code={} detail=\"{}\"", code, detail);
        if (store_.database.health().is_damaged()) store::note_damage(store_.database.file(), detail);
    } else {
        spdlog::warn("event=storage_well after_s={}",
                     std::chrono::duration_cast<std::chrono::seconds>(now - told_at_).count());
    }
    if (told_.empty()) told_at_ = now;
    told_ = code;
}

void Upkeep::try_again() {
    auto& database = store_.database;
    const auto& trouble = database.health().trouble();
    const bool is_still_full =
        trouble && trouble->key == "storage.full" && free_bytes().value_or(room_to_go_on) < room_to_go_on;
    if (is_still_full) return;
    try {
        if (trouble)
            database.try_to_write();
        else
            database.require_writable();  // also while nothing is written
    } catch (const UserError&) {          // its health knows
    }
}

void Upkeep::watch_space() {
    const auto free = free_bytes();
    if (!free) return;
    // A little more than the limit, so that it is not said again and again around it.
    const auto limit = low_space_ ? plan_.low_space_bytes + plan_.low_space_bytes / 8 : plan_.low_space_bytes;
    const bool low = *free < limit;
    if (low == low_space_) return;
    low_space_ = low;
    constexpr std::uint64_t mebibyte = 1024 * 1024;
    if (low)
        spdlog::warn("event=low_space folder={} free_mib={}", data_.string(), *free / mebibyte);
    else
        spdlog::info("event=low_space_over folder={} free_mib={}", data_.string(), *free / mebibyte);
}

void Upkeep::go_on_with_backup() {
    if (running_) {
        if (!running_->is_done()) return;
        auto finished = std::move(*running_);
        running_.reset();
        try {
            const auto made = finished.take();
            last_backup_ = scheduled_since_ = clock_.now();
            spdlog::info("event=backup file={} bytes={} last_event={}", made.file.string(), made.bytes,
                         made.last_event);
            remove_old();
        } catch (const std::exception& error) {
            not_before_ = clock_.now() + retry_after;
            const auto* refused = dynamic_cast<const UserError*>(&error);
            const auto detail =
                refused != nullptr && !refused->message().args.empty() ? refused->message().args.front() : "";
            spdlog::error("event=backup_failed code={} detail=\"{}\" retry_s={}", error.what(), detail,
                          std::chrono::seconds{retry_after}.count());
        }
        return;
    }
    const auto next = next_backup();
    if (!next || *next > clock_.now() || store_.database.health().trouble()) return;
    not_before_.reset();
    running_.emplace([database = store_.database.file(),
                      to = plan_.folder / dated(scheduled_prefix, clock_.now())](const auto& stop) {
        return store::back_up(database, to, stop);
    });
}

void Upkeep::remove_old() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator{plan_.folder})
        if (is_scheduled(entry.path().filename().string())) names.push_back(entry.path().filename().string());
    std::ranges::sort(names, std::greater<>{});  // by date
    for (std::size_t i = plan_.keep; i < names.size(); ++i) {
        std::error_code error;
        fs::remove(plan_.folder / names[i], error);
        if (error) spdlog::warn("event=backup_not_removed file={} error=\"{}\"", names[i], error.message());
    }
}

fs::path Upkeep::backup_file(const std::string& name) const {
    if (name.empty()) return plan_.folder / dated(prefix, clock_.now());
    const bool plain = std::ranges::all_of(
        name, [](unsigned char c) { return std::isalnum(c) != 0 || c == '-' || c == '_' || c == '.'; });
    const auto file = name.ends_with(suffix) ? name : name + suffix;
    // A name that begins with a minus is an option to whoever lists or removes it.
    if (!plain || name.front() == '.' || name.front() == '-' || name.size() > longest_name ||
        is_scheduled(file))
        throw UserError("backup.name", {name}, "name");
    return plan_.folder / file;
}

// The first of its moments after the last scheduled backup: one that was missed is made up for at once.
std::optional<sys_seconds> Upkeep::next_backup() const {
    if (!plan_.at) return std::nullopt;
    const auto since = to_local(scheduled_since_);
    auto moment = local_seconds{date::floor<date::days>(since)} + *plan_.at;
    if (moment <= since) moment += date::days{1};
    const auto next = to_instant(moment);
    return not_before_ ? std::max(next, *not_before_) : next;
}

std::optional<std::uint64_t> Upkeep::free_bytes() const {
    return store::free_bytes(data_);
}

std::vector<Message> Upkeep::warnings() const {
    std::vector<Message> warnings;
    if (const auto& trouble = store_.database.health().trouble()) warnings.push_back(*trouble);
    const auto free = free_bytes();
    constexpr std::uint64_t mebibyte = 1024 * 1024;
    if (free && *free < plan_.low_space_bytes)
        warnings.push_back({"status.low_space", {data_.string(), std::to_string(*free / mebibyte)}});
    copying_.add_warnings(warnings);
    if (of_configuration_) warnings.push_back(*of_configuration_);
    const auto today = civil_day(clock_.now());
    if (plan_.at && clock_.now() - last_backup_.value_or(scheduled_since_) > plan_.warn_after) {
        if (last_backup_)
            warnings.push_back({"status.backup_old", {spoken_day(civil_day(*last_backup_))}});
        else
            warnings.push_back({"status.no_backup", {plan_.folder.string()}});
    }
    if (const auto& restored = store_.lineages.restored_at();
        restored && today - civil_day(*restored) < restore_is_news)
        warnings.push_back({"status.restored", {spoken_day(civil_day(*restored))}});
    return warnings;
}

}  // namespace dondoc::engine
