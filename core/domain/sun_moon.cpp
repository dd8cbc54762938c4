// SPDX-License-Identifier: Apache-2.0
#include "domain/sun_moon.h"

#include <array>
#include <cmath>
#include <numbers>

namespace dondoc {
namespace {

constexpr double seconds_per_day = 86'400;
constexpr double epoch_of_unix = 2'440'587.5;  // Julian day of 1970-01-01T00:00Z
constexpr double epoch_of_2000 = 2'451'545.0;  // Julian day of J2000.0
constexpr double days_per_century = 36'525;

double sine(double degrees) {
    return std::sin(degrees * std::numbers::pi / 180);
}

double julian_day(sys_seconds instant) {
    return epoch_of_unix + static_cast<double>(instant.time_since_epoch().count()) / seconds_per_day;
}

// Dynamical minus universal time in seconds: Meeus, table 10.A and, from 2000 on, what was measured; after
// 2020 a forecast. Half a minute of error moves no lunar month.
double delta_t(double julian) {
    constexpr int first_year = 1900, step = 20;
    constexpr std::array seconds{-2.8, 21.2, 24.3, 33.1, 50.5, 63.8, 69.4, 75.0, 83.0, 92.0, 102.0};
    const double steps = (2000 + (julian - epoch_of_2000) / 365.25 - first_year) / step;
    const double place = std::fmin(std::fmax(steps, 0), seconds.size() - 1);
    const auto before = static_cast<std::size_t>(std::fmin(place, seconds.size() - 2));
    return std::lerp(seconds.at(before), seconds.at(before + 1), place - static_cast<double>(before));
}

// One periodic term: coefficient in days, the power of the eccentricity, multiples of the arguments.
struct MoonTerm {
    double days;
    std::size_t eccentricity;
    int sun, moon, latitude;
};

constexpr std::array periodic_terms{
    MoonTerm{-0.40720, 0, 0, 1, 0},   MoonTerm{0.17241, 1, 1, 0, 0},   MoonTerm{0.01608, 0, 0, 2, 0},
    MoonTerm{0.01039, 0, 0, 0, 2},    MoonTerm{0.00739, 1, -1, 1, 0},  MoonTerm{-0.00514, 1, 1, 1, 0},
    MoonTerm{0.00208, 2, 2, 0, 0},    MoonTerm{-0.00111, 0, 0, 1, -2}, MoonTerm{-0.00057, 0, 0, 1, 2},
    MoonTerm{0.00056, 1, 1, 2, 0},    MoonTerm{-0.00042, 0, 0, 3, 0},  MoonTerm{0.00042, 1, 1, 0, 2},
    MoonTerm{0.00038, 1, 1, 0, -2},   MoonTerm{-0.00024, 1, -1, 2, 0}, MoonTerm{-0.00007, 0, 2, 1, 0},
    MoonTerm{0.00004, 0, 0, 2, -2},   MoonTerm{0.00004, 0, 3, 0, 0},   MoonTerm{0.00003, 0, 1, 1, -2},
    MoonTerm{0.00003, 0, 0, 2, 2},    MoonTerm{-0.00003, 0, 1, 1, 2},  MoonTerm{0.00003, 0, -1, 1, 2},
    MoonTerm{-0.00002, 0, -1, 1, -2}, MoonTerm{-0.00002, 0, 1, 3, 0},  MoonTerm{0.00002, 0, 0, 4, 0},
};

// The planets' pull: coefficient in days, the argument at lunation 0 and its growth by lunation, in degrees.
struct PlanetaryTerm {
    double days, start, growth;
};

constexpr std::array planetary_terms{
    PlanetaryTerm{0.000325, 299.77, 0.107408},  PlanetaryTerm{0.000165, 251.88, 0.016321},
    PlanetaryTerm{0.000164, 251.83, 26.651886}, PlanetaryTerm{0.000126, 349.42, 36.412478},
    PlanetaryTerm{0.000110, 84.66, 18.206239},  PlanetaryTerm{0.000062, 141.74, 53.303771},
    PlanetaryTerm{0.000060, 207.14, 2.453732},  PlanetaryTerm{0.000056, 154.84, 7.306860},
    PlanetaryTerm{0.000047, 34.52, 27.261239},  PlanetaryTerm{0.000042, 207.19, 0.121824},
    PlanetaryTerm{0.000040, 291.34, 1.844379},  PlanetaryTerm{0.000037, 161.72, 24.198154},
    PlanetaryTerm{0.000035, 239.56, 25.513099}, PlanetaryTerm{0.000023, 331.55, 3.592518},
};

constexpr double mean_new_moon_of_2000 = 2'451'550.09766;  // Julian day of lunation 0 (Meeus, 49.1)

}  // namespace

int lunation_near(sys_seconds instant) {
    return static_cast<int>(std::lround((julian_day(instant) - mean_new_moon_of_2000) / mean_lunation));
}

sys_seconds new_moon(int lunation) {
    const double k = lunation;
    const double t = k * mean_lunation / days_per_century;
    const double t2 = t * t, t3 = t2 * t, t4 = t3 * t;
    const double e = 1 - 0.002516 * t - 0.0000074 * t2;
    const std::array powers_of_e{1.0, e, e * e};
    const double sun = 2.5534 + 29.10535670 * k - 0.0000014 * t2 - 0.00000011 * t3;
    const double moon = 201.5643 + 385.81693528 * k + 0.0107582 * t2 + 0.00001238 * t3 - 0.000000058 * t4;
    const double latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t2 - 0.00000227 * t3 + 0.000000011 * t4;
    const double node = 124.7746 - 1.56375588 * k + 0.0020672 * t2 + 0.00000215 * t3;

    double julian = mean_new_moon_of_2000 + mean_lunation * k + 0.00015437 * t2 - 0.000000150 * t3 +
                    0.00000000073 * t4 - 0.00017 * sine(node);
    for (const auto& term : periodic_terms)
        julian += term.days * powers_of_e.at(term.eccentricity) *
                  sine(term.sun * sun + term.moon * moon + term.latitude * latitude);
    for (const auto& term : planetary_terms) julian += term.days * sine(term.start + term.growth * k);

    const double since_epoch = (julian - epoch_of_unix) * seconds_per_day - delta_t(julian);
    return sys_seconds{std::chrono::seconds{std::llround(since_epoch)}};
}

double sun_longitude(sys_seconds instant) {
    const double universal = julian_day(instant);
    const double julian = universal + delta_t(universal) / seconds_per_day;
    const double t = (julian - epoch_of_2000) / days_per_century;
    const double mean_longitude = 280.46646 + 36'000.76983 * t + 0.0003032 * t * t;
    const double anomaly = 357.52911 + 35'999.05029 * t - 0.0001537 * t * t;
    const double center = (1.914602 - 0.004817 * t - 0.000014 * t * t) * sine(anomaly) +
                          (0.019993 - 0.000101 * t) * sine(2 * anomaly) + 0.000289 * sine(3 * anomaly);
    const double node = 125.04 - 1934.136 * t;
    // Aberration and nutation make the true longitude the apparent one.
    const double longitude = mean_longitude + center - 0.00569 - 0.00478 * sine(node);
    return longitude - 360 * std::floor(longitude / 360);
}

}  // namespace dondoc
