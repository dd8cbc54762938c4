// Limits of time that hold on a busy machine too, and in a slower build.
#pragma once

#include <ctime>

namespace dondoc::test {

// Seconds of the processor that this process has used since.
class CpuTime {
  public:
    double seconds() const { return static_cast<double>(std::clock() - start_) / CLOCKS_PER_SEC; }

  private:
    std::clock_t start_ = std::clock();
};

// A limit is said for the optimized build; how many times as long others may take.
constexpr double patience =
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    25;
#elif !defined(__OPTIMIZE__)
    6;
#else
    1;
#endif

}  // namespace dondoc::test
