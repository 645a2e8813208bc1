// The interface to the game: BakkesMod's SDK, or the stand-in's headers of the same names.
#pragma once

#include <bakkesmod/plugin/bakkesmodplugin.h>

#include <array>

namespace rockettrainer::adapter {

inline std::array<float, 3> xyz(const Vector& vector) {
    return {vector.X, vector.Y, vector.Z};
}
inline std::array<float, 4> xyzw(const Quat& quat) {
    return {quat.X, quat.Y, quat.Z, quat.W};
}

}  // namespace rockettrainer::adapter
