// SPDX-License-Identifier: GPL-3.0-or-later
#include "jetstream/connection.h"

#include <spdlog/spdlog.h>

#include <forward_list>
#include <mutex>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "domain/plain_text.h"

namespace dondoc::jetstream {
namespace {

constexpr std::int64_t connect_ms = 5'000, reconnect_ms = 500, answer_ms = 10'000;
constexpr int for_ever = -1;
constexpr std::int64_t nanoseconds = 1'000'000'000;
// For so long an id is known, and so long it takes a node some 200 bytes. What a bridge sends again comes
// within seconds; what comes later lies in the stream twice, and changes nothing.
constexpr std::int64_t duplicates_seconds = 120;
constexpr const char* bucket_stream = "KV_dondoc_position";  // where the servers keep the bucket
constexpr int pending_messages = 1'000'000;                  // handed to us and not taken yet

// Called by the library, from threads of its own: what the servers refuse us comes beside the answers, as a
// subject that our user may not use, and without its reason a request only ends by time.
void on_error(natsConnection* connection, natsSubscription*, natsStatus status, void*) {
    const char* reason = nullptr;
    natsConnection_GetLastError(connection, &reason);
    spdlog::warn("event=servers_refuse reason=\"{}\" detail=\"{}\"", natsStatus_GetText(status),
                 escaped(reason == nullptr ? "" : reason));
}

// Also told of what we close ourselves, which is not worth a word; then the program may be at its end, and
// its log gone before the library's thread is.
void on_disconnected(natsConnection* connection, void*) {
    if (natsConnection_IsClosed(connection)) return;
    spdlog::warn("event=servers_gone");
}

void on_reconnected(natsConnection*, void*) {
    spdlog::info("event=servers_back");
}

Options options_of(const Settings& settings, const std::string& name) {
    natsOptions* raw = nullptr;
    require(natsOptions_Create(&raw), "nats");
    Options options{raw};
    std::vector<const char*> servers;
    for (const auto& server : settings.servers) servers.push_back(server.c_str());
    require(natsOptions_SetServers(raw, servers.data(), static_cast<int>(servers.size())), "servers");
    require(natsOptions_SetName(raw, name.c_str()), "name");
    require(natsOptions_SetTimeout(raw, connect_ms), "timeout");
    require(natsOptions_SetMaxReconnect(raw, for_ever), "reconnect");
    require(natsOptions_SetReconnectWait(raw, reconnect_ms), "reconnect");
    require(natsOptions_SetMaxPendingMsgs(raw, pending_messages), "pending");
    require(natsOptions_SetFailRequestsOnDisconnect(raw, true), "requests");
    require(natsOptions_SetErrorHandler(raw, on_error, nullptr), "errors");
    require(natsOptions_SetDisconnectedCB(raw, on_disconnected, nullptr), "disconnects");
    require(natsOptions_SetReconnectedCB(raw, on_reconnected, nullptr), "reconnects");
    require(natsOptions_SetCustomInboxPrefix(raw, ("_INBOX_" + name).c_str()), "inbox");
    if (!settings.credentials.empty())
        require(natsOptions_SetUserCredentialsFromFiles(raw, settings.credentials.c_str(), nullptr),
                settings.credentials.string());
    if (!settings.nkey.empty())
        require(natsOptions_SetNKeyFromSeed(raw, settings.nkey.c_str(), settings.nkey_seed.c_str()),
                settings.nkey_seed.string());
    if (!settings.user.empty())
        require(natsOptions_SetUserInfo(raw, settings.user.c_str(), settings.password.c_str()), "user");
    if (!settings.ca_file.empty()) {
        require(natsOptions_SetSecure(raw, true), "tls");
        require(natsOptions_LoadCATrustedCertificates(raw, settings.ca_file.c_str()),
                settings.ca_file.string());
    }
    if (!settings.certificate.empty())
        require(natsOptions_LoadCertificatesChain(raw, settings.certificate.c_str(), settings.key.c_str()),
                settings.certificate.string());
    return options;
}

jsOptions options_of_context(const Settings& settings) {
    jsOptions js;
    jsOptions_Init(&js);
    js.Wait = answer_ms;
    if (!settings.domain.empty()) js.Domain = settings.domain.c_str();
    return js;
}

// Called by the library for each message that was published asynchronously; the message is ours.
void on_answer(jsCtx*, natsMsg* message, jsPubAck* confirmed, jsPubAckErr* error, void* answered) {
    std::string reason;
    if (error != nullptr)
        reason = error->ErrText != nullptr ? error->ErrText : natsStatus_GetText(error->Err);
    (*static_cast<Answered*>(answered))(RawMessage{message}, confirmed != nullptr, reason);
}

Answered& kept_for_ever(Answered answered) {
    static std::mutex mutex;
    static auto& all = *new std::forward_list<Answered>;
    const std::lock_guard lock{mutex};
    return all.emplace_front(std::move(answered));
}

// True: it was otherwise.
bool set_how_it_is_kept(jsStreamConfig& stream, const Settings& settings) {
    const auto wanted = std::tuple{std::int64_t{settings.replicas}, settings.keep.count() * nanoseconds,
                                   settings.max_bytes, duplicates_seconds * nanoseconds};
    const auto kept = std::tie(stream.Replicas, stream.MaxAge, stream.MaxBytes, stream.Duplicates);
    if (kept == wanted) return false;
    std::tie(stream.Replicas, stream.MaxAge, stream.MaxBytes, stream.Duplicates) = wanted;
    return true;
}

}  // namespace

std::string id_of(natsMsg* message) {
    const char* id = nullptr;
    return natsMsgHeader_Get(message, header_id, &id) == NATS_OK ? id : "";
}

Connection::Connection(const Settings& settings, const std::string& name) : settings_(settings) {
    const auto options = options_of(settings_, name);
    natsConnection* connection = nullptr;
    require(natsConnection_Connect(&connection, options.get()), settings_.servers.front());
    connection_.reset(connection);
    auto js = options_of_context(settings_);
    jsCtx* context = nullptr;
    require(natsConnection_JetStream(&context, connection, &js), "jetstream");
    context_.reset(context);
}

Connection::~Connection() {
    natsConnection_Close(connection_.get());
}

jsCtx* Connection::publisher(Answered answered, std::int64_t window) {
    auto& kept = kept_for_ever(std::move(answered));
    auto js = options_of_context(settings_);
    js.PublishAsync.MaxPending = window;
    js.PublishAsync.AckHandler = on_answer;
    js.PublishAsync.AckHandlerClosure = &kept;
    jsCtx* context = nullptr;
    require(natsConnection_JetStream(&context, connection_.get(), &js), "jetstream");
    publisher_.reset(context);
    return context;
}

void Connection::prepare() {
    jsStreamConfig stream;
    jsStreamConfig_Init(&stream);
    const char* subjects[] = {"dondoc.>"};
    stream.Name = stream_name;
    stream.Subjects = subjects;
    stream.SubjectsLen = 1;
    set_how_it_is_kept(stream, settings_);
    jsStreamInfo* made = nullptr;
    auto status = js_GetStreamInfo(&made, context_.get(), stream_name, nullptr, nullptr);
    if (status == NATS_NOT_FOUND) status = js_AddStream(&made, context_.get(), &stream, nullptr, nullptr);
    const StreamInfo info{made};
    require(status, stream_name);
    kvStore* bucket = nullptr;
    status = js_KeyValue(&bucket, context_.get(), bucket_name);
    if (status == NATS_NOT_FOUND) {
        kvConfig config;
        kvConfig_Init(&config);
        config.Bucket = bucket_name;
        config.History = 1;
        config.Replicas = settings_.replicas;
        status = js_CreateKeyValue(&bucket, context_.get(), &config);
    }
    const Bucket owned{bucket};
    require(status, bucket_name);
    forbid_rollups();
}

void Connection::keep_as_set() {
    jsStreamInfo* found = nullptr;
    require(js_GetStreamInfo(&found, context_.get(), stream_name, nullptr, nullptr), stream_name);
    const StreamInfo info{found};
    if (!set_how_it_is_kept(*info->Config, settings_)) return;
    jsStreamInfo* made = nullptr;
    const auto status = js_UpdateStream(&made, context_.get(), info->Config, nullptr, nullptr);
    const StreamInfo updated{made};
    require(status, stream_name);
}

// A bucket is made so that a message may ask for all others to be taken away: whoever keeps his own position
// could take away everybody's.
void Connection::forbid_rollups() {
    jsStreamInfo* found = nullptr;
    require(js_GetStreamInfo(&found, context_.get(), bucket_stream, nullptr, nullptr), bucket_name);
    const StreamInfo info{found};
    if (!info->Config->AllowRollup) return;
    info->Config->AllowRollup = false;
    jsStreamInfo* made = nullptr;
    const auto status = js_UpdateStream(&made, context_.get(), info->Config, nullptr, nullptr);
    const StreamInfo updated{made};
    require(status, bucket_name);
}

// The bucket is made last; and who may ask about the stream is told of every site's agencies and kinds.
bool Connection::is_prepared() const {
    jsStreamInfo* info = nullptr;
    const auto status = js_GetStreamInfo(&info, context_.get(), bucket_stream, nullptr, nullptr);
    const StreamInfo owned{info};
    if (status != NATS_NOT_FOUND) require(status, bucket_name);
    return status == NATS_OK;
}

Connection::Extent Connection::extent() const {
    jsStreamInfo* info = nullptr;
    require(js_GetStreamInfo(&info, context_.get(), stream_name, nullptr, nullptr), stream_name);
    const StreamInfo owned{info};
    return {info->State.FirstSeq, info->State.LastSeq, std::to_string(info->Created)};
}

std::optional<std::uint64_t> Connection::newest(const std::string& subject) const {
    natsMsg* message = nullptr;
    const auto status =
        js_GetLastMsg(&message, context_.get(), stream_name, subject.c_str(), nullptr, nullptr);
    const RawMessage owned{message};
    if (status == NATS_NOT_FOUND) return std::nullopt;
    require(status, subject);
    return natsMsg_GetSequence(message);
}

// The servers' own purge by subject and sequence is not for us (docs/decisions/many-sites.md).
bool Connection::remove(std::uint64_t sequence) {
    jsErrCode refused{};
    const auto status = js_DeleteMsg(context_.get(), stream_name, sequence, nullptr, &refused);
    if (static_cast<int>(refused) == 0) require(status, "remove");
    return status == NATS_OK;
}

std::optional<std::string> Connection::kept(const std::string& key) const {
    kvStore* bucket = nullptr;
    require(js_KeyValue(&bucket, context_.get(), bucket_name), bucket_name);
    const Bucket owned{bucket};
    kvEntry* entry = nullptr;
    const auto status = kvStore_Get(&entry, bucket, key.c_str());
    const Entry found{entry};
    if (status == NATS_NOT_FOUND) return std::nullopt;
    require(status, key);
    return std::string{static_cast<const char*>(kvEntry_Value(entry)),
                       static_cast<std::size_t>(kvEntry_ValueLen(entry))};
}

void Connection::keep(const std::string& key, const std::string& value) {
    kvStore* bucket = nullptr;
    require(js_KeyValue(&bucket, context_.get(), bucket_name), bucket_name);
    const Bucket owned{bucket};
    require(kvStore_Put(nullptr, bucket, key.c_str(), value.data(), static_cast<int>(value.size())), key);
}

std::optional<std::string> Connection::ask(const std::string& subject, const std::string& question,
                                           std::int64_t timeout_ms) const {
    natsMsg* reply = nullptr;
    const auto status = natsConnection_Request(&reply, connection_.get(), subject.c_str(), question.data(),
                                               static_cast<int>(question.size()), timeout_ms);
    const RawMessage owned{reply};
    if (status != NATS_OK) return std::nullopt;
    return std::string{natsMsg_GetData(reply), static_cast<std::size_t>(natsMsg_GetDataLength(reply))};
}

}  // namespace dondoc::jetstream
