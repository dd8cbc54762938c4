// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to the NATS servers, with the stream of all sites and the bucket where bridges keep their
// positions. Reconnects for ever by itself. The handles may be used by several threads.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "jetstream/handles.h"
#include "jetstream/settings.h"

namespace dondoc::jetstream {

inline constexpr const char* stream_name = "DONDOC";
inline constexpr const char* bucket_name = "dondoc_position";

// By which the servers know what they have already: "Nats-Msg-Id"; empty: the message has none.
inline constexpr const char* header_id = "Nats-Msg-Id";
std::string id_of(natsMsg* message);

// Confirmed by the servers, or an error of the library's.
using Answered = std::function<void(RawMessage message, bool confirmed, const std::string& reason)>;

class Connection {
  public:
    // Throws NatsError when no server lets us in. `name` is shown by the servers; with it begins the subject
    // of answers to us, so that permissions can tell sites apart.
    Connection(const Settings& settings, const std::string& name);
    ~Connection();  // closes it
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    natsConnection* handle() const { return connection_.get(); }
    jsCtx* jetstream() const { return context_.get(); }

    // A context for asynchronous publishing, once. `answered` is called by a thread of the library, and once
    // more perhaps after this object has gone: it is kept for ever.
    jsCtx* publisher(Answered answered, std::int64_t window);

    // Makes stream and bucket where they are lacking, and sees to it that no site can take away what is
    // another's: for an account that may.
    void prepare();
    bool is_prepared() const;
    // Has the stream kept as the settings say, where it was made otherwise: on so many nodes, for so long, so
    // large. What no longer fits goes at once.
    void keep_as_set();

    struct Extent {
        std::uint64_t first = 0, last = 0;  // sequences in the stream; 0: it is empty
        std::string made;  // when it was: another stream of that name was made at another time
    };
    Extent extent() const;
    // Sequence of the newest message under a subject, wildcards and all; nullopt: there is none.
    std::optional<std::uint64_t> newest(const std::string& subject) const;

    // Takes one message out of the stream, for an account that may. False: it was not there.
    bool remove(std::uint64_t sequence);

    // What is kept under a key of the bucket; nullopt: nothing.
    std::optional<std::string> kept(const std::string& key) const;
    void keep(const std::string& key, const std::string& value);

    // Asks, and waits for the answer; nullopt: nobody is there.
    std::optional<std::string> ask(const std::string& subject, const std::string& question,
                                   std::int64_t timeout_ms) const;

  private:
    void forbid_rollups();

    Settings settings_;
    RawConnection connection_;
    Context context_;
    Context publisher_;
};

}  // namespace dondoc::jetstream
