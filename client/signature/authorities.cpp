// SPDX-License-Identifier: GPL-3.0-or-later
#include "signature/authorities.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

#include <ctime>
#include <set>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>

#include "domain/message.h"

namespace dondoc::signature {
namespace {

namespace fs = std::filesystem;

struct FreedHere {
    void operator()(BIO* file) const { BIO_free(file); }
    void operator()(X509_STORE* store) const { X509_STORE_free(store); }
    void operator()(X509_STORE_CTX* context) const { X509_STORE_CTX_free(context); }
    // What it holds is not its own.
    void operator()(STACK_OF(X509) * certificates) const { sk_X509_free(certificates); }
    void operator()(STACK_OF(X509_CRL) * lists) const { sk_X509_CRL_free(lists); }
};
template <typename T>
using Owned = std::unique_ptr<T, FreedHere>;

template <typename T>
T& there(const Owned<T>& owned) {
    if (!owned) throw std::runtime_error("OpenSSL has no memory");
    return *owned;
}

Owned<BIO> opened(const fs::path& file) {
    return Owned<BIO>{BIO_new_file(file.c_str(), "rb")};
}

// All that are in a file, one behind the other.
template <typename Item, typename Read>
void read_all(const fs::path& file, std::vector<Item>& into, Read read) {
    if (const auto in = opened(file))
        while (auto* item = read(in.get())) into.emplace_back(item);
    ERR_clear_error();  // at the end of a file there is no further one
}

RevocationLists lists_in(const fs::path& file) {
    RevocationLists lists;
    read_all(file, lists, [](BIO* in) { return PEM_read_bio_X509_CRL(in, nullptr, nullptr, nullptr); });
    if (lists.empty()) read_all(file, lists, [](BIO* in) { return d2i_X509_CRL_bio(in, nullptr); });
    return lists;
}

std::vector<fs::path> files_in(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator{folder}) {
        const auto ending = entry.path().extension();
        if (ending == ".crl" || ending == ".pem" || ending == ".der") files.push_back(entry.path());
    }
    return files;
}

// What was found wrong of a chain that holds otherwise.
using Findings = std::set<int>;

// OpenSSL asks at each fault whether to go on: it goes on past those that make a verdict of their own, so
// that a certificate that was taken back is told as such also where the list is old.
int note_and_go_on(int is_good, X509_STORE_CTX* context) {
    if (is_good == 1) return 1;
    const int fault = X509_STORE_CTX_get_error(context);
    static_cast<Findings*>(X509_STORE_CTX_get_app_data(context))->insert(fault);
    switch (fault) {
        case X509_V_ERR_CERT_HAS_EXPIRED:
        case X509_V_ERR_CERT_NOT_YET_VALID:
        case X509_V_ERR_CERT_REVOKED:
        case X509_V_ERR_CRL_HAS_EXPIRED:
        case X509_V_ERR_CRL_NOT_YET_VALID:
        case X509_V_ERR_UNABLE_TO_GET_CRL:
            return 1;
        default:
            return 0;
    }
}

Verdict verdict_of(bool holds, const Findings& findings) {
    const auto found = [&](std::initializer_list<int> faults) {
        for (const int fault : faults)
            if (findings.contains(fault)) return true;
        return false;
    };
    if (found({X509_V_ERR_CERT_REVOKED})) return Verdict::Revoked;
    const bool list_is_bad = found({X509_V_ERR_CRL_SIGNATURE_FAILURE, X509_V_ERR_UNABLE_TO_GET_CRL_ISSUER,
                                    X509_V_ERR_KEYUSAGE_NO_CRL_SIGN});
    if (!holds && !list_is_bad) return Verdict::UnknownSigner;
    if (found({X509_V_ERR_CERT_HAS_EXPIRED, X509_V_ERR_CERT_NOT_YET_VALID})) return Verdict::Expired;
    if (list_is_bad || found({X509_V_ERR_UNABLE_TO_GET_CRL})) return Verdict::NoRevocations;
    if (found({X509_V_ERR_CRL_HAS_EXPIRED, X509_V_ERR_CRL_NOT_YET_VALID})) return Verdict::OldRevocations;
    return Verdict::Valid;
}

}  // namespace

void FreedByOpenssl::operator()(X509* certificate) const {
    X509_free(certificate);
}
void FreedByOpenssl::operator()(X509_CRL* list) const {
    X509_CRL_free(list);
}

Authorities::Authorities(const std::vector<fs::path>& files, fs::path revocations)
    : revocations_(std::move(revocations)) {
    for (const auto& file : files) {
        const auto known = trusted_.size();
        read_all(file, trusted_, [](BIO* in) { return PEM_read_bio_X509(in, nullptr, nullptr, nullptr); });
        if (trusted_.size() == known) throw UserError("signature.authorities", {}, file.string());
    }
    if (!look_up_revocation()) return;
    try {
        for (const auto& file : files_in(revocations_))
            if (lists_in(file).empty()) throw UserError("signature.revocations", {}, file.string());
    } catch (const fs::filesystem_error&) {
        throw UserError("signature.revocations", {}, revocations_.string());
    }
}

RevocationLists Authorities::read_revocations() const {
    RevocationLists all;
    if (!look_up_revocation()) return all;
    try {
        for (const auto& file : files_in(revocations_))
            for (auto& list : lists_in(file)) all.push_back(std::move(list));
    } catch (const fs::filesystem_error&) {
        all.clear();
    }
    return all;
}

Verdict Authorities::vouch(X509& signer, const std::vector<X509*>& others, const RevocationLists& revocations,
                           sys_seconds now) const {
    const Owned<X509_STORE> store{X509_STORE_new()};
    for (const auto& certificate : trusted_) X509_STORE_add_cert(&there(store), certificate.get());
    const Owned<STACK_OF(X509)> beside{sk_X509_new_null()};
    for (auto* other : others) sk_X509_push(&there(beside), other);
    const Owned<STACK_OF(X509_CRL)> lists{sk_X509_CRL_new_null()};
    for (const auto& list : revocations) sk_X509_CRL_push(&there(lists), list.get());
    const Owned<X509_STORE_CTX> context{X509_STORE_CTX_new()};
    if (X509_STORE_CTX_init(&there(context), &there(store), &signer, &there(beside)) != 1)
        throw std::runtime_error("OpenSSL has no memory");
    Findings findings;
    X509_STORE_CTX_set_app_data(context.get(), &findings);
    X509_STORE_CTX_set_verify_cb(context.get(), note_and_go_on);
    X509_STORE_CTX_set_time(context.get(), 0, static_cast<std::time_t>(now.time_since_epoch().count()));
    if (look_up_revocation()) {
        X509_STORE_CTX_set0_crls(context.get(), lists.get());
        X509_STORE_CTX_set_flags(context.get(), X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL);
    }
    const bool holds = X509_verify_cert(context.get()) == 1;
    ERR_clear_error();
    return verdict_of(holds, findings);
}

}  // namespace dondoc::signature
