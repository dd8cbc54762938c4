// A report that somebody asked for. It is made part by part, so that it holds nothing up.
#include "engine/report.h"

#include "hub/handlers.h"

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

std::unique_ptr<Job> make_report(Call& call, const v1::Request& request) {
    const auto scope = call.who.may(Role::Office) ? std::nullopt : call.who.agency;
    return std::make_unique<ReportJob>(call.engine, engine::understand(call.engine, request.report(), scope));
}

}  // namespace dondoc::hub
