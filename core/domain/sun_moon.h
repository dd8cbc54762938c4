// SPDX-License-Identifier: Apache-2.0
// When the moon is new and where the sun stands, as far as a lunar calendar needs it. After Jean Meeus,
// Astronomical Algorithms, 2nd edition: chapter 49 (new moons, to about 20 seconds) and chapter 25 (the sun's
// longitude, to 0.01 degree, which the sun passes in 15 minutes).
#pragma once

#include <chrono>

#include "domain/civil.h"

namespace dondoc {

// The mean length of a lunation in days (Meeus, 49.1).
inline constexpr double mean_lunation = 29.530588861;

// The number of the new moon near an instant, counted from that of 6 January 2000; off by one at most.
int lunation_near(sys_seconds instant);
sys_seconds new_moon(int lunation);

// Apparent longitude in degrees, 0 <= longitude < 360; 0 at the March equinox, 270 at the winter solstice.
double sun_longitude(sys_seconds instant);

}  // namespace dondoc
