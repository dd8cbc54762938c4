// SPDX-License-Identifier: Apache-2.0
// Limits of time that hold on a busy machine too, and in a slower build.
#pragma once

#include <sys/resource.h>

#include "domain/under_sanitizer.h"

namespace dondoc::test {

// Seconds of the processor that this process, and the children it waited for, have used since.
class CpuTime {
  public:
    double seconds() const { return used() - start_; }

  private:
    static double used() {
        double sum = 0;
        for (const auto who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
            rusage usage{};
            ::getrusage(who, &usage);
            for (const auto& time : {usage.ru_utime, usage.ru_stime})
                sum += static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
        }
        return sum;
    }
    double start_ = used();
};

// A limit is said for the optimized build on a quick machine with nothing else to do; how many times as long
// it may take on a slow and busy one, and in other builds. It is there to find what grows too fast; how quick
// it is, benchmarks say.
#ifdef __OPTIMIZE__
constexpr double patience_of_the_build = 4;
#else
constexpr double patience_of_the_build = 20;
#endif
constexpr double patience = under_sanitizer ? 60 : patience_of_the_build;

}  // namespace dondoc::test
