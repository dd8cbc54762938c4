// The door: answers libzmq's question whether a key may come in (ZeroMQ RFC 27), in a thread of its own and
// from memory, so that no long transaction holds up a handshake.
#pragma once

#include <string>
#include <thread>

#include <zmq.hpp>

#include "hub/access_list.h"
#include "hub/throttle.h"
#include "hub/turned_away.h"

namespace dondoc::hub {

inline constexpr const char* session_domain = "session";  // any key in force
inline constexpr const char* feed_domain = "feed";        // keys that may see everything

class Zap {
  public:
    // Must exist before any endpoint is bound: without it CURVE lets anybody in. Not owned; both outlive the
    // handler. When it goes it shuts the context down: no socket may serve without it.
    Zap(zmq::context_t& context, const AccessList& access, TurnedAway& turned_away);
    ~Zap();
    Zap(const Zap&) = delete;
    Zap& operator=(const Zap&) = delete;

  private:
    void serve();
    bool admits(const std::string& domain, const std::string& public_key) const;

    zmq::context_t& context_;
    const AccessList& access_;
    TurnedAway& turned_away_;
    zmq::socket_t socket_;
    Throttle refused_;  // of the thread
    std::thread thread_;
};

}  // namespace dondoc::hub
