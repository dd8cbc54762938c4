// SPDX-License-Identifier: GPL-3.0-or-later
// Who is trusted to vouch for signers, and whose certificates they have taken back: files of this machine,
// nothing is fetched.
#pragma once

#include <openssl/types.h>

#include <filesystem>
#include <memory>
#include <vector>

#include "domain/civil.h"
#include "signature/signature.h"

namespace dondoc::signature {

struct FreedByOpenssl {
    void operator()(X509* certificate) const;
    void operator()(X509_CRL* list) const;
};
using Certificate = std::unique_ptr<X509, FreedByOpenssl>;
using RevocationList = std::unique_ptr<X509_CRL, FreedByOpenssl>;
using RevocationLists = std::vector<RevocationList>;

class Authorities {
  public:
    // `files`: certificates of authorities, PEM, one or more in each. `revocations`: a folder of lists of
    // certificates that were taken back (CRL, PEM or DER: *.crl, *.pem, *.der), which may be replaced at any
    // time; empty: revocation is not looked up. Throws UserError "signature.authorities" with the file where
    // one has no certificate, "signature.revocations" with the file where one has no list, or the folder
    // cannot be read.
    Authorities(const std::vector<std::filesystem::path>& files, std::filesystem::path revocations);

    bool look_up_revocation() const { return !revocations_.empty(); }
    // As the folder is now. A file that cannot be read is left out: who needs its list is told that there is
    // none.
    RevocationLists read_revocations() const;

    // Whether one of them vouches for the signer at `now`, UTC: Valid, UnknownSigner, Expired, Revoked,
    // OldRevocations or NoRevocations. `others`: certificates that came with it, which nobody trusts by
    // themselves.
    Verdict vouch(X509& signer, const std::vector<X509*>& others, const RevocationLists& revocations,
                  sys_seconds now) const;

  private:
    std::vector<Certificate> trusted_;
    std::filesystem::path revocations_;
};

}  // namespace dondoc::signature
