// SPDX-License-Identifier: Apache-2.0
#include "hub/requests/running_jobs.h"

#include <algorithm>
#include <iterator>

#include "hub/requests/refusal.h"

namespace dondoc::hub {

void RunningJobs::begin(const RequestKind& kind, Call& call, const RoutingId& from,
                        const v1::Request& request) {
    const auto line = lines_.find(kind.body);
    if (line != lines_.end()) {
        const auto own = std::ranges::find(line->second, call.who.public_key, &Running::public_key);
        if (own != line->second.end() && own->request_id == request.id()) {
            own->asker = from;  // asked again, perhaps on a new connection
            return;
        }
        if (own != line->second.end() || line->second.size() >= kind.more.most_jobs)
            throw UserError(kind.more.busy);
    }
    auto job = kind.handler.begin(call, request);  // a job that cannot begin leaves nothing behind
    lines_[kind.body].push_back(
        {from, call.who.public_key, request.id(), call.lang, kind.name, std::move(job)});
}

bool RunningJobs::go_on() {
    for (auto it = lines_.begin(); it != lines_.end();) {
        auto& line = it->second;
        if (!go_on(line.front())) line.pop_front();
        it = line.empty() ? lines_.erase(it) : std::next(it);
    }
    return is_busy();
}

bool RunningJobs::go_on(Running& running) {
    v1::Reply reply;
    try {
        if (running.job->step()) {
            const auto progress = running.job->progress();
            if (progress.done != running.told) {
                running.told = progress.done;
                progressed_(running.asker, running.request_id, progress);
            }
            return true;
        }
        running.job->answer(reply);
    } catch (const UserError& error) {
        *reply.mutable_error() = Refusal(error).told(running.lang);
    } catch (const std::exception& error) {
        *reply.mutable_error() = Refusal(error, running.name).told(running.lang);
    }
    reply.set_id(running.request_id);
    answered_(running.asker, std::move(reply));
    return false;
}

void RunningJobs::gone(const RoutingId& route) {
    for (auto& [kind, line] : lines_)
        for (auto& running : line)
            if (running.asker == route) running.asker.clear();
}

bool RunningJobs::is_busy() const {
    return std::ranges::any_of(lines_, [](const auto& entry) { return !entry.second.front().job->waits(); });
}

}  // namespace dondoc::hub
