#pragma once

namespace rockettrainer::adapter {

inline constexpr const char* kPluginVersion = "0.1.0";

}  // namespace rockettrainer::adapter
