// SPDX-License-Identifier: GPL-3.0-or-later
// Requests of the API as messages of the wire, and replies as JSON.
#pragma once

#include <string>
#include <string_view>

#include "dondoc/v1/request.pb.h"
#include "web/api/requests.h"
#include "web/http/fields.h"

namespace dondoc::web::api {

// The body of that request from JSON (the protobuf mapping). An empty text is an empty body. Throws UserError
// "web.api.json" with what is wrong: fields that are not known are refused, too.
v1::Request from_json(const ApiRequest& kind, std::string_view json);
// The same from a query, "?agency=SNV&limit=10": single values of the body's fields, several of a repeated
// one. Throws UserError "web.api.field", "web.api.value".
v1::Request from_query(const ApiRequest& kind, const Fields& query);

// The reply's body alone, with every field.
std::string body_json(const v1::Reply& reply);
// {"error": {"code": ..., "message": ..., ...}}
std::string error_json(const v1::Error& error);

// The HTTP status that goes with an error of the daemon.
int status_of(std::string_view code);

}  // namespace dondoc::web::api
