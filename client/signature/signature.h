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
    Valid = 5           // it matches all that is read, and a trusted authority vouches for the signer
};

// Of several signatures the worst, with all signers.
struct Signature {
    Verdict verdict = Verdict::None;
    std::string signer, issuer;  // names in the certificate, for people; empty: there is none to be read
};

}  // namespace dondoc::signature
