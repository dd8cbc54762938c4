// SPDX-License-Identifier: GPL-3.0-or-later
// What can be said of the signature that an XML message bears (XML Signature, W3C).
#pragma once

#include <string>

namespace dondoc::signature {

// The numbers are those of dondoc.v1.Proposal.Signature.Verdict.
enum class Verdict {
    None = 0,           // it bears none
    NotChecked = 1,     // nothing here checks it, or it is of a kind that is not checked
    Invalid = 2,        // what is there is not what was signed
    Partial = 3,        // it matches, and leaves out something of what is read
    UnknownSigner = 4,  // it matches, and no authority that is trusted here vouches for the signer
    Valid = 5,          // it matches all that is read, and a trusted authority vouches for the signer
    // These match all that is read, and a trusted authority has vouched for the signer, but:
    Revoked = 6,         // it has taken the certificate back, or one that vouches for it
    Expired = 7,         // the certificate is no longer valid, or not yet
    OldRevocations = 8,  // its list of those that were taken back has run out
    NoRevocations = 9    // there is no list of its here
};

// Of several signatures the worst, with all signers.
struct Signature {
    Verdict verdict = Verdict::None;
    std::string signer, issuer;  // names in the certificate, for people; empty: there is none to be read
    bool revocation_looked_up = false;
};

}  // namespace dondoc::signature
