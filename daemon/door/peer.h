// SPDX-License-Identifier: Apache-2.0
// One client as its bytes show it: greeting, handshake, messages. A plain state machine without a socket, so
// that a test can be its network. What it holds before its client has proved who it is is a few KiB.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "door/curve.h"
#include "door/zmtp.h"

namespace dondoc::door {

// Why a connection ends.
enum class Ending {
    Left,         // its client closed it
    NotZmtp,      // no greeting of a CURVE client, or a broken frame
    NoHandshake,  // the handshake failed or took too long
    Refused,      // the key is not known here
    KeyIsFull,    // the key has too many connections
    DoorIsFull,   // there are too many connections
    CrowdedOut,   // too many have not proved who they are: the oldest goes
    TooLarge,     // a message larger than the key may send
    TooMuch,      // its key held too much of unfinished messages
    Unfinished,   // a message was begun and not ended
    Forged,       // a box that its key did not make
    Cut,          // by the daemon
};
inline constexpr std::size_t endings = 12;

// What a peer asks and tells whoever holds it.
class Host {
  public:
    virtual ~Host() = default;
    // The client owns this key. How large its messages may be; nullopt: it may not come in.
    virtual std::optional<std::size_t> admit(const Key& client) = 0;
    // A whole message of one part.
    virtual void message(std::string content) = 0;
    // A message of several parts, of which nothing was kept.
    virtual void many_parts() = 0;
};

class Peer {
  public:
    // `kind`: the socket type that we are, "ROUTER" or "PUB". Nothing is owned.
    Peer(const ServerKey& server, std::string_view kind, Host& host);

    // Takes what has come. nullopt: it goes on. What is to be sent for it is appended to `out`.
    std::optional<Ending> take(std::string_view bytes, std::string& out);
    // Seals one part of a message into `out`. Only when is_in().
    void put(std::string& out, std::string_view part, bool more);

    bool is_in() const { return stage_ == Stage::In; }
    // Bytes that have come and are no whole message yet.
    std::size_t held() const { return held_.size(); }
    // Of the message that is under way, as its header says; 0: not known yet, or none.
    std::size_t announced() const { return announced_; }

  private:
    enum class Stage { Greeting, Hello, Initiate, In };

    std::optional<Ending> take_frame(const FrameHeader& header, std::string_view body, std::string& out);
    std::optional<Ending> take_hello(std::string_view body, std::string& out);
    std::optional<Ending> take_initiate(std::string_view body, std::string& out);
    std::optional<Ending> take_message(std::string_view body, std::string& out);
    void take_command(std::string_view command, std::string& out);

    std::string_view kind_;
    Host& host_;
    Curve curve_;
    Stage stage_ = Stage::Greeting;
    std::string held_;
    std::size_t announced_ = 0;
    std::size_t largest_frame_;
    bool within_parts_ = false;
};

}  // namespace dondoc::door
