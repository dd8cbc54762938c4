// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in and out, invitations, the first user, and the page on which each looks after his own account.
#pragma once

#include <string>

#include "web/context.h"

namespace dondoc::web {

void add_sign_in(Router& router, Context& context);
void add_invitations(Router& router, Context& context);
void add_account(Router& router, Context& context);

// Two fields of a form say the same new password: what is wrong with it, for that person. Empty: nothing.
std::string new_password_fault(const Request& request, const v1::Person& person, text::Lang lang);

}  // namespace dondoc::web
