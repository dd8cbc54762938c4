// SPDX-License-Identifier: Apache-2.0
// A report that somebody asked for. It is made part by part, so that it holds nothing up.
#include "engine/reports/report.h"

#include <memory>

#include "hub/requests/convert.h"
#include "hub/requests/handlers.h"

namespace dondoc::hub {
namespace {

class ReportJob : public Job {
  public:
    ReportJob(engine::Engine& engine, engine::ReportQuestion question) : run_(engine, std::move(question)) {}

    bool step() override { return run_.step(); }
    void answer(v1::Reply& reply) override { *reply.mutable_report() = run_.report(); }

  private:
    engine::ReportRun run_;
};

}  // namespace

std::unique_ptr<Job> make_report(Call& call, const v1::ReportRequest& wanted) {
    const bool may_be_own =
        wanted.kind() == v1::ReportKind::agency || wanted.kind() == v1::ReportKind::overdue;
    if (!call.sees_all() && !may_be_own) throw UserError("access.denied", {roles_from(Role::Office)});
    engine::ReportSubject subject{.agency = call.agency(wanted.agency()), .is_agencys_own = !call.sees_all()};
    if (!wanted.document().empty())
        subject.document =
            call.document({wanted.document(), wanted.issuer(), to_day(wanted.issued(), "issued")});
    return std::make_unique<ReportJob>(call.engine, engine::understand(call.engine, wanted, subject));
}

}  // namespace dondoc::hub
