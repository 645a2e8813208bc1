#pragma once

#include <cstdint>
#include <string>

class UnrealStringWrapper {
 public:
    UnrealStringWrapper(std::uintptr_t mem) : text_(reinterpret_cast<const std::string*>(mem)) {}  // NOLINT

    std::string ToString() { return text_ == nullptr ? std::string() : *text_; }
    bool IsNull() { return text_ == nullptr; }

 private:
    const std::string* text_;
};
