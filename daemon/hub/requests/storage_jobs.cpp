// SPDX-License-Identifier: Apache-2.0
// Backups and checks: made on a thread of their own, answered when they are done.
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/background.h"
#include "engine/upkeep.h"
#include "hub/requests/convert.h"
#include "hub/requests/handlers.h"
#include "store/check.h"
#include "store/copying.h"

namespace dondoc::hub {
namespace {

engine::Upkeep& upkeep_of(const Call& call) {
    if (call.upkeep == nullptr) throw UserError("request.unknown");
    return *call.upkeep;
}

void fill(v1::BackupReply& reply, engine::Upkeep& upkeep, const store::Backup& made) {
    upkeep.note_backup();
    reply.set_file(made.file.string());
    reply.set_bytes(made.bytes);
    reply.set_last_event(static_cast<std::uint64_t>(made.last_event));
    set(*reply.mutable_made_at(), upkeep.now());
}

class BackupJob : public Job {
  public:
    BackupJob(engine::Upkeep& upkeep, const std::filesystem::path& database, const std::string& name)
        : upkeep_(upkeep), copying_([database, to = upkeep.backup_file(name)](const auto& stop) {
              return store::back_up(database, to, stop);
          }) {}

    bool step() override { return !copying_.is_done(); }
    bool waits() const override { return true; }
    void answer(v1::Reply& reply) override { fill(*reply.mutable_backup(), upkeep_, copying_.take()); }

  private:
    engine::Upkeep& upkeep_;
    engine::Background<store::Backup> copying_;
};

// The file is no longer at its path: what the daemon still holds open is copied through its own connection,
// part by part.
class Rescue : public Job {
  public:
    Rescue(engine::Upkeep& upkeep, store::Database& database, const std::string& name)
        : upkeep_(upkeep),
          to_(upkeep.backup_file(name)),
          copying_(std::make_unique<store::Copying>(database, store::begin_backup(to_))) {}

    bool step() override {
        if (!copying_) return !finishing_->is_done();
        constexpr int pages_at_once = 500;
        if (copying_->step(pages_at_once)) return true;
        copying_.reset();
        finishing_.emplace([to = to_](const auto& stop) { return store::finish_backup(to, stop); });
        return true;
    }
    bool waits() const override { return !copying_; }
    void answer(v1::Reply& reply) override { fill(*reply.mutable_backup(), upkeep_, finishing_->take()); }

  private:
    engine::Upkeep& upkeep_;
    std::filesystem::path to_;
    std::unique_ptr<store::Copying> copying_;  // nullptr: it is whole
    std::optional<engine::Background<store::Backup>> finishing_;
};

void fill(google::protobuf::RepeatedPtrField<v1::CheckReply::Finding>& wire,
          const std::vector<Message>& findings, text::Lang lang) {
    for (const auto& finding : findings) {
        auto& added = *wire.Add();
        added.set_code(finding.key);
        added.set_message(text::render(lang, finding));
        for (const auto& arg : finding.args) added.add_args(arg);
    }
}

class CheckJob : public Job {
  public:
    CheckJob(const std::filesystem::path& database, text::Lang lang)
        : lang_(lang), checking_([database](const auto& stop) {
              return store::check(database, store::Reading::OthersWrite, stop);
          }) {}

    bool step() override { return !checking_.is_done(); }
    bool waits() const override { return true; }
    void answer(v1::Reply& reply) override {
        const auto result = checking_.take();
        auto& check = *reply.mutable_check();
        check.set_bytes(result.bytes);
        check.set_schema(static_cast<std::uint32_t>(result.schema));
        fill(*check.mutable_findings(), result.findings, lang_);
        fill(*check.mutable_notes(), result.notes, lang_);
        for (const auto& [table, rows] : result.counts) {
            auto& count = *check.add_counts();
            count.set_table(table);
            count.set_rows(static_cast<std::uint64_t>(rows));
        }
    }

  private:
    text::Lang lang_;
    engine::Background<store::CheckResult> checking_;
};

}  // namespace

std::unique_ptr<Job> back_up(Call& call, const v1::BackupRequest& wanted) {
    auto& upkeep = upkeep_of(call);
    auto& database = call.engine.store().database;
    try {
        database.require_writable();  // it is the file at its path that is copied
    } catch (const UserError& error) {
        if (error.message().key != "storage.moved") throw;
        return std::make_unique<Rescue>(upkeep, database, wanted.name());
    }
    return std::make_unique<BackupJob>(upkeep, database.file(), wanted.name());
}

std::unique_ptr<Job> check_data(Call& call, const v1::CheckRequest&) {
    return std::make_unique<CheckJob>(call.engine.store().database.file(), call.lang);
}

void add_storage_state(const Call& call, v1::StatusReply& status) {
    if (call.upkeep == nullptr || !call.sees_all()) return;
    const auto& upkeep = *call.upkeep;
    const auto& store = call.engine.store();
    for (const auto& warning : upkeep.warnings()) status.add_warnings(text::render(call.lang, warning));
    auto& storage = *status.mutable_storage();
    if (const auto& trouble = call.engine.store().database.health().trouble())
        storage.set_trouble(trouble->key);
    storage.set_free_bytes(upkeep.free_bytes().value_or(0));
    storage.set_backup_folder(upkeep.folder().string());
    if (const auto& last = upkeep.last_backup()) set(*storage.mutable_last_backup(), *last);
    if (const auto next = upkeep.next_backup()) set(*storage.mutable_next_backup(), *next);
    storage.set_lineage(store.lineages.current());
    if (const auto& at = store.lineages.restored_at()) set(*storage.mutable_restored_at(), *at);
}

}  // namespace dondoc::hub
