// SPDX-License-Identifier: GPL-3.0-or-later
// POST /api/v1/NAME carries out any request; GET answers those that only read. Programs come with a token,
// pages with the session's cookie: what changes something then also takes the form token, which no other site
// knows.
#include "web/api/api.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lib/random.h"
#include "web/api/messages.h"
#include "web/api/openapi.h"
#include "web/session/random_token.h"

namespace dondoc::web::api {
namespace {

constexpr std::size_t largest_body = 32 * 1024 * 1024;  // a plan
constexpr std::size_t longest_id = 64;
constexpr std::string_view bearer = "Bearer ";

text::Lang lang_of(const Request& request) {
    if (request.query.has("lang")) return text::parse_lang(request.query["lang"]);
    return text::parse_lang(request.headers["accept-language"].substr(0, 2));
}

Response refusal(int status, const char* code, text::Lang lang, const std::vector<std::string>& args = {}) {
    v1::Error error;
    error.set_code(code);
    error.set_message(text::render(lang, code, args));
    for (const auto& arg : args) error.add_args(arg);
    auto response = json(error_json(error), status);
    if (status == 401) response.set("WWW-Authenticate", "Bearer realm=\"dondoc\"");
    return response;
}

std::string_view token_of(const Request& request) {
    const std::string_view said = request.headers["authorization"];
    return said.starts_with(bearer) ? said.substr(bearer.size()) : std::string_view{};
}

// Who asks, and whether he still may: for a stream that stays open.
struct Caller {
    Visitor visitor;
    std::function<bool()> may_go_on;
};

bool may_log_in(Context& context, std::uint64_t person) {
    try {
        context.people.get(person);
        return true;
    } catch (const SignedOut&) {
        return false;
    } catch (const DaemonAway&) {
        return true;  // nothing is handed on meanwhile
    }
}

std::optional<Caller> caller_of(Context& context, const Request& request) {
    if (const auto text = token_of(request); !text.empty()) {
        const auto token = context.accounts.tokens.find(text, Token::Kind::Api);
        if (!token) return std::nullopt;
        auto visitor = context.visitor_of(token->person);
        visitor.lang = lang_of(request);
        return Caller{std::move(visitor), [&context, kept = std::string{text}, person = token->person] {
                          return context.accounts.tokens.find(kept, Token::Kind::Api) &&
                                 may_log_in(context, person);
                      }};
    }
    auto visitor = context.visitor(request);
    if (!visitor) return std::nullopt;
    const auto person = visitor->person;
    return Caller{std::move(*visitor), [&context, cookie = request.cookies[context.cookie_name()], person] {
                      return context.accounts.sessions.find(cookie) && may_log_in(context, person);
                  }};
}

bool is_own_form(const Context& context, const Request& request, const Visitor& visitor) {
    return visitor.session.empty() || (context.is_from_here(request) &&
                                       is_same_secret(request.headers["x-form-token"], visitor.form_token));
}

// What every answer has in common: who asks, and what may go wrong.
template <typename Work>
Response answer(Context& context, const Request& request, const Work& work) {
    const auto lang = lang_of(request);
    try {
        const auto caller = caller_of(context, request);
        if (!caller) return refusal(401, "web.api.unauthorized", lang);
        return work(*caller);
    } catch (const SignedOut&) {
        return refusal(401, "web.api.unauthorized", lang);
    } catch (const DaemonAway&) {
        return refusal(503, "web.error.daemon_away", lang);
    } catch (const UserError& error) {
        return refusal(400, error.message().key.c_str(), lang, error.message().args);
    }
}

Response ask(Context& context, const Request& request, const Caller& caller, v1::Request wanted) {
    const auto& id = request.headers["idempotency-key"];
    const bool has_control =
        std::ranges::any_of(id, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    if (id.size() > longest_id || has_control) return refusal(400, "web.api.id", caller.visitor.lang);
    wanted.set_id(id.empty() ? client::random_id() : id);
    const auto reply = context.daemon.ask(caller.visitor, std::move(wanted));
    auto response = reply.has_error() ? json(error_json(reply.error()), status_of(reply.error().code()))
                                      : json(body_json(reply));
    response.set("X-Request-Id", reply.id().empty() ? id : reply.id());
    return response;
}

Response answer_reading(Context& context, const Request& request) {
    return answer(context, request, [&](const Caller& caller) {
        const auto* kind = find_request(request.parts["request"]);
        if (kind == nullptr) return refusal(404, "web.api.no_request", caller.visitor.lang);
        if (kind->effect == Effect::Changes)
            return refusal(405, "web.api.post", caller.visitor.lang).set("Allow", "POST");
        return ask(context, request, caller, from_query(*kind, request.query));
    });
}

Response carry_out(Context& context, const Request& request) {
    return answer(context, request, [&](const Caller& caller) {
        const auto* kind = find_request(request.parts["request"]);
        if (kind == nullptr) return refusal(404, "web.api.no_request", caller.visitor.lang);
        if (!is_own_form(context, request, caller.visitor))
            return refusal(403, "web.error.form_token", caller.visitor.lang);
        const auto& type = request.headers["content-type"];
        if (!type.empty() && !type.starts_with("application/json"))
            return refusal(415, "web.api.json_type", caller.visitor.lang);
        return ask(context, request, caller, from_json(*kind, request.body));
    });
}

Response follow(Context& context, EventPump& pump, const Request& request) {
    return answer(context, request, [&](const Caller& caller) {
        auto stream = pump.open(caller.visitor, request.headers["last-event-id"], caller.may_go_on);
        if (stream == nullptr) return refusal(429, "web.api.streams", caller.visitor.lang);
        Response response;
        response.set("Content-Type", "text/event-stream");
        response.set("X-Accel-Buffering", "no");  // nginx: pass it on as it comes
        response.stream = std::move(stream);
        return response;
    });
}

// Large bodies are read of who is known only.
std::optional<Response> before_body(Context& context, const Request& request) {
    const auto token = token_of(request);
    const bool is_known =
        token.empty() ? context.accounts.sessions.find(request.cookies[context.cookie_name()]).has_value()
                      : context.accounts.tokens.find(token, Token::Kind::Api).has_value();
    if (is_known) return std::nullopt;
    return refusal(401, "web.api.unauthorized", lang_of(request));
}

}  // namespace

void add_routes(Router& router, Context& context, EventPump& pump) {
    router.get("/api/v1/openapi.json", [description = openapi(context.config.url)](const Request&) {
        return json(description).set("Cache-Control", "no-cache");
    });
    router.get("/api/v1/events", [&](const Request& request) { return follow(context, pump, request); });
    router.get("/api/v1/{request}", [&](const Request& request) { return answer_reading(context, request); });
    router.add({"POST", "/api/v1/{request}",
                [&](const Request& request) { return carry_out(context, request); }, largest_body,
                [&](const Request& request) { return before_body(context, request); }});
}

}  // namespace dondoc::web::api
