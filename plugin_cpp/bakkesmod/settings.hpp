// What a player can set, in the console or in the settings window.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "sdk.hpp"

namespace rockettrainer::adapter {

struct Settings {
    bool enabled = true;
    int rate_hz = 120;  // ticks recorded in a second: 30, 60 or 120
    bool toasts = true;
    bool autoload = true;
    std::string home;  // the server's data folder; empty for the usual place

    // Where the server leaves its address.
    [[nodiscard]] std::filesystem::path folder() const;
};

// The game's variables behind `Settings`, each with its name in the console.
class SettingsVariables {
 public:
    // Registers them; calls `changed()` whenever one of them is set.
    SettingsVariables(CVarManagerWrapper& cvars, const std::function<void()>& changed);

    [[nodiscard]] Settings read() const;

 private:
    CVarManagerWrapper& cvars_;
};

inline constexpr const char* kEnabled = "rockettrainer_enabled";
inline constexpr const char* kRate = "rockettrainer_rate";
inline constexpr const char* kToasts = "rockettrainer_toasts";
inline constexpr const char* kAutoload = "rockettrainer_autoload";
inline constexpr const char* kHome = "rockettrainer_home";

}  // namespace rockettrainer::adapter
