// SPDX-License-Identifier: Apache-2.0
#include "wire/secrets.h"

#include <utility>

namespace dondoc::wire {
namespace {

void hide(v1::AlertItem& item) {
    v1::AlertItem bare;
    bare.set_secret(true);
    bare.set_role(item.role());
    bare.set_priority(item.priority());
    item = std::move(bare);
}

void hide(v1::Change& change) {
    v1::Change bare;
    bare.set_secret(true);
    bare.set_role(change.role());
    change = std::move(bare);
}

}  // namespace

v1::Event without_secrets(v1::Event event) {
    if (event.has_digest()) {
        bool is_secret = false;
        for (auto& item : *event.mutable_digest()->mutable_items())
            if (item.secret()) {
                hide(item);
                is_secret = true;
            }
        // What was said of all items was said of the secret ones, too.
        if (is_secret) event.mutable_digest()->clear_pressing();
    }
    if (event.has_change() && event.change().secret()) hide(*event.mutable_change());
    for (auto& change : *event.mutable_more())
        if (change.secret()) hide(change);
    return event;
}

}  // namespace dondoc::wire
