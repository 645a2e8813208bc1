// The interface to the game: BakkesMod's SDK, or the stand-in's headers of the same names.
#pragma once

#include <bakkesmod/plugin/bakkesmodplugin.h>

#include <array>
#include <cstdint>

namespace rockettrainer::adapter {

inline std::array<float, 3> xyz(const Vector& vector) {
    return {vector.X, vector.Y, vector.Z};
}
// 0 or 1; -1 for whatever else the game says.
inline std::int8_t team_number(int team) {
    return team == 0 || team == 1 ? static_cast<std::int8_t>(team) : std::int8_t{-1};
}
inline std::array<float, 4> xyzw(const Quat& quat) {
    return {quat.X, quat.Y, quat.Z, quat.W};
}

}  // namespace rockettrainer::adapter
