#pragma once

#include <cstdlib>
#include <functional>
#include <string>

#include "host/engine.hpp"

class CVarWrapper {
 public:
    explicit CVarWrapper(host::CVar* cvar) : cvar_(cvar) {}

    [[nodiscard]] bool IsNull() const { return cvar_ == nullptr; }
    std::string getStringValue() { return cvar_->value; }
    int getIntValue() { return std::atoi(cvar_->value.c_str()); }
    bool getBoolValue() { return getIntValue() != 0 || cvar_->value == "true"; }
    void setValue(std::string value) {
        std::swap(cvar_->value, value);
        if (cvar_->changed) cvar_->changed(value, *this);
    }
    void setValue(int value) { setValue(std::to_string(value)); }
    void addOnValueChanged(std::function<void(std::string, CVarWrapper)> changed) {
        cvar_->changed = std::move(changed);
    }

 private:
    host::CVar* cvar_;
};
