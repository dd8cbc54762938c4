// SPDX-License-Identifier: Apache-2.0
#include "configuration.h"

#include "config/loader.h"

namespace dondoc {

Configuration read_configuration(const ConfigurationSource& source) {
    Configuration read{source, config::load(source.file), {}, {}};
    if (!source.data_dir.empty()) read.settings.data_dir = source.data_dir;
    read.calendar = config::load_calendar(read.settings);
    read.criteria = config::load_criteria(read.settings);
    return read;
}

}  // namespace dondoc
