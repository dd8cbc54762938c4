// SPDX-License-Identifier: GPL-3.0-or-later
// One way to reach persons or programs, and one try of sending a message by it. Tries run side by side in a
// Courier; a channel belongs to one thread.
#pragma once

#include <curl/curl.h>

#include <memory>
#include <stdexcept>
#include <string>

#include "dondoc/v1/person.pb.h"
#include "relay/letter.h"
#include "relay/outbox.h"

namespace dondoc::relay {

struct Outcome {
    enum class Kind {
        Sent,        // accepted
        Later,       // not now; says nothing of others
        ServerDown,  // not now, and nothing else by this channel either: it was not about this message
        Refused      // for good
    };
    Kind kind = Kind::Later;
    std::string reason;  // short, without addresses: "smtp 550 5.1.1", "http 503", "tls"
};

struct CurlCleanup {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
    void operator()(curl_mime* mime) const { curl_mime_free(mime); }
};
using CurlHandle = std::unique_ptr<CURL, CurlCleanup>;
using CurlList = std::unique_ptr<curl_slist, CurlCleanup>;
using CurlMime = std::unique_ptr<curl_mime, CurlCleanup>;

// Throws std::runtime_error when libcurl has no memory.
CurlHandle make_curl_handle();
void append(CurlList& list, const std::string& line);

class Try {
  public:
    virtual ~Try() = default;
    CURL* handle() const { return handle_.get(); }
    // After libcurl is done with the handle.
    virtual Outcome outcome(CURLcode code) = 0;

  protected:
    Try() : handle_(make_curl_handle()) {}
    CurlHandle handle_;
};

// A message and what it says.
struct Outgoing {
    const Message& message;
    const v1::Person& person;  // of a program: without a name
    const Letter& letter;      // of a program: empty
};

class Channel {
  public:
    virtual ~Channel() = default;
    virtual const std::string& name() const = 0;
    virtual int parallel() const = 0;  // tries side by side
    virtual bool is_for_programs() const { return false; }
    // nullptr: the person has no address for it, and `why` says so. Throws ChannelDown when it cannot send at
    // all.
    virtual std::unique_ptr<Try> prepare(const Outgoing& outgoing, std::string& why) = 0;
    // A try of the road without a message, to see that it is open; nullptr: it has none.
    virtual std::unique_ptr<Try> probe() { return nullptr; }
};

// Nothing can be sent by a channel for now: a token that cannot be renewed.
class ChannelDown : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// What libcurl says of a connection, in one or two words: "timeout", "tls", "no connection".
std::string word_of(CURLcode code);

}  // namespace dondoc::relay
