// SPDX-License-Identifier: GPL-3.0-or-later
// What a page needs while it is made for one visitor: the view of its reader, and the daemon's answers.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "dondoc/v1/request.pb.h"
#include "lib/errors.h"
#include "report/ask.h"
#include "web/context.h"
#include "web/pages/forms.h"
#include "web/pages/view.h"

namespace dondoc::web::pages {

// The daemon refused; the sentence is in the reader's language.
class Refused : public client::Refused {
  public:
    using client::Refused::Refused;
    // What a person is told: the sentence, and what finds the line in the daemon's log where it is a fault.
    std::string sentence() const;
};

class Desk {
  public:
    Desk(Context& context, const Request& request, const Visitor& visitor);

    const Request& asked;
    const Visitor& who;
    View view;

    // Throws Refused, and what DaemonLink throws.
    v1::Reply ask(v1::Request request);
    // The same for what asks several times. The desk must outlive it.
    report::Ask asking();
    // The same for what a form asks: with the form's id, so that what is sent twice is done once.
    v1::Reply command(v1::Request request);
    // All of a list that the daemon answers piece by piece, up to `most` rows.
    v1::TaskListReply list(v1::TaskListRequest wanted, std::uint32_t most);
    // The day of the daemon's clock, also in the view from then on.
    local_days today();
    // Codes and names of agencies for a <datalist>; empty where there are too many for a page.
    Choices agencies();
    // The same of documents: numbers and titles.
    Choices documents();
    std::string agency_name(const std::string& code);

    // Back to the page that the form says, or to `otherwise`, which tells what was done: a key "page.done." +
    // `done`.
    Response back(const Address& otherwise, std::string_view done) const;

  private:
    Context& context_;
};

// For whom a page is made, without what the request says.
View view_of(const Context& context, const Visitor& visitor);

using Render = std::function<Response(Desk&)>;
// Handlers for the router. What the daemon refuses becomes a page that says so.
Context::Handler page(Context& context, Render render);
Context::Handler command(Context& context, Render render);  // of forms

}  // namespace dondoc::web::pages
