#pragma once

#include <string>
#include <utility>
#include <vector>

#include "bakkesmod/wrappers/cvarwrapper.h"

class CVarManagerWrapper {
 public:
    explicit CVarManagerWrapper(host::Engine& engine) : engine_(engine) {}

    void executeCommand(std::string command, bool /*log*/ = true) {
        engine_.console.push_back(std::move(command));
    }
    void registerNotifier(std::string name, std::function<void(std::vector<std::string>)> notifier,
                          std::string /*description*/, unsigned char /*permissions*/) {
        engine_.notifiers.emplace(std::move(name), std::move(notifier));
    }
    CVarWrapper registerCvar(std::string name, std::string initial, std::string /*description*/ = "",
                             bool /*searchable*/ = true, bool /*has_least*/ = false, float /*least*/ = 0,
                             bool /*has_most*/ = false, float /*most*/ = 0, bool /*saved*/ = true) {
        const auto known = engine_.saved.find(name);
        const std::string& value = known == engine_.saved.end() ? initial : known->second;
        return CVarWrapper(&engine_.cvars.emplace(name, host::CVar{name, value, nullptr}).first->second);
    }
    CVarWrapper getCvar(std::string name) {
        const auto found = engine_.cvars.find(name);
        return CVarWrapper(found == engine_.cvars.end() ? nullptr : &found->second);
    }
    void log(std::string text) { engine_.log.push_back(std::move(text)); }

 private:
    host::Engine& engine_;
};
