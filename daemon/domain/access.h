// Roles of keys. Each may do what the one before it may, and more.
#pragma once

namespace dondoc {

enum class Role {
    Agency,        // its own inbox, its own assignments
    Office,        // sees everything
    Operator,      // changes plans, agencies, assignments
    Administrator  // grants keys, moves the simulated clock
};

}  // namespace dondoc
