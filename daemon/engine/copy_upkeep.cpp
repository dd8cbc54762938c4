// SPDX-License-Identifier: Apache-2.0
#include "engine/copy_upkeep.h"

#include <spdlog/spdlog.h>

#include <stop_token>
#include <string>
#include <utility>

namespace dondoc::engine {

CopyUpkeep::CopyUpkeep(store::Store& store, const Clock& clock, CopyPlan plan)
    : store_(store), clock_(clock), since_(clock.now()) {
    change(std::move(plan));
    look_for_another();
}

void CopyUpkeep::change(CopyPlan plan) {
    if (plan == plan_ && copies_) return;
    plan_ = std::move(plan);
    next_ = {};
    since_ = clock_.now();
    made_.reset();
    copies_ = plan_.every ? std::make_shared<store::LiveCopies>(plan_.folder) : nullptr;
}

// A folder that cannot be read now is read at the next look.
void CopyUpkeep::look_for_another() {
    if (!copies_) return;
    const auto by = store::taken_over(copies_->folder());
    if (!by || store_.lineages.current() == by->lineage || store_.lineages.common_with(by->lineage)) return;
    taken_over_.emplace("standby.taken_over",
                        std::vector<std::string>{copies_->folder().string(), spoken_instant(by->at)});
}

void CopyUpkeep::look(std::chrono::steady_clock::time_point now) {
    if (running_ && running_->is_done()) finish();
    if (running_ || !copies_ || now < next_) return;
    next_ = now + *plan_.every;
    look_for_another();
    if (taken_over_ || store_.database.health().trouble()) return;
    running_.emplace([copies = copies_, file = store_.database.file(), at = clock_.now()](
                         const std::stop_token& stop) { return copies->refresh(file, at, stop); });
}

void CopyUpkeep::finish() {
    auto finished = std::move(*running_);
    running_.reset();
    try {
        const auto done = finished.take();
        made_ = done.copy.made;
        spdlog::debug("event=copy file={} last_event={} pages={} written={}", done.copy.file,
                      done.copy.last_event, done.pages, done.written);
        if (failed_) spdlog::warn("event=copy_well folder={}", plan_.folder.string());
        failed_ = false;
    } catch (const std::exception& error) {
        const auto* refused = dynamic_cast<const UserError*>(&error);
        const auto detail =
            refused != nullptr && !refused->message().args.empty() ? refused->message().args.front() : "";
        if (!failed_) spdlog::error("event=copy_failed code={} detail=\"{}\"", error.what(), detail);
        failed_ = true;
    }
}

void CopyUpkeep::add_warnings(std::vector<Message>& warnings) const {
    constexpr int missed = 3;
    if (!copies_ || clock_.now() - made_.value_or(since_) < missed * *plan_.every + std::chrono::seconds{10})
        return;
    if (made_)
        warnings.push_back({"status.copy_old", {plan_.folder.string(), spoken_instant(*made_)}});
    else
        warnings.push_back({"status.no_copy", {plan_.folder.string()}});
}

}  // namespace dondoc::engine
