// SPDX-License-Identifier: Apache-2.0
#include "store/request_digest.h"

#include <sodium.h>

namespace dondoc::store {

std::string request_digest(std::string_view request) {
    std::string digest(crypto_generichash_BYTES, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(digest.data()), digest.size(),
                       reinterpret_cast<const unsigned char*>(request.data()), request.size(), nullptr, 0);
    return digest;
}

}  // namespace dondoc::store
