// SPDX-License-Identifier: GPL-3.0-or-later
// How the elements of a web page look: by themselves, and by the page's own style sheets. Programs that save
// a table as a web page write hardly anything else.
#pragma once

#include <libxml/tree.h>

#include "plan/formats/css_rules.h"
#include "plan/formats/live_text.h"

namespace dondoc::plan {

class HtmlStyles {
  public:
    // The sheets within the page.
    void read(const xmlNode* root, int depth = 0);
    // How what stands in the element looks, when it looked as `look` around it.
    Look look_in(const xmlNode* node, Look look) const;

  private:
    CssRules rules_;
};

}  // namespace dondoc::plan
