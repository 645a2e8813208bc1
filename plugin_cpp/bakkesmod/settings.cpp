#include "settings.hpp"

#include <array>

#include "rockettrainer/address.hpp"

namespace rockettrainer::adapter {

namespace {

struct Variable {
    const char* name;
    const char* initial;
    const char* description;
};

constexpr std::array kVariables{
    Variable{kEnabled, "1", "Send what happens on the field to RocketTrainer on this machine"},
    Variable{kRate, "120", "Ticks recorded in a second: 30, 60 or 120"},
    Variable{kToasts, "1", "Let RocketTrainer show messages in the game"},
    Variable{kAutoload, "1", "Let RocketTrainer load training packs, out of online matches"},
    Variable{kHome, "", "RocketTrainer's data folder; empty for the usual one"},
};

// The nearest rate that divides the physics' 120 Hz, so that recorded ticks lie evenly.
int sensible_rate(int rate_hz) {
    if (rate_hz <= 30) return 30;
    return rate_hz <= 60 ? 60 : 120;
}

}  // namespace

std::filesystem::path Settings::folder() const {
    if (home.empty()) return data_folder();
    return std::filesystem::path(std::u8string(home.begin(), home.end()));
}

SettingsVariables::SettingsVariables(CVarManagerWrapper& cvars, const std::function<void()>& changed)
    : cvars_(cvars) {
    for (const Variable& variable : kVariables) {
        CVarWrapper cvar = cvars_.registerCvar(variable.name, variable.initial, variable.description);
        cvar.addOnValueChanged([changed](std::string, CVarWrapper) { changed(); });
    }
}

Settings SettingsVariables::read() const {
    return {
        .enabled = cvars_.getCvar(kEnabled).getBoolValue(),
        .rate_hz = sensible_rate(cvars_.getCvar(kRate).getIntValue()),
        .toasts = cvars_.getCvar(kToasts).getBoolValue(),
        .autoload = cvars_.getCvar(kAutoload).getBoolValue(),
        .home = cvars_.getCvar(kHome).getStringValue(),
    };
}

}  // namespace rockettrainer::adapter
