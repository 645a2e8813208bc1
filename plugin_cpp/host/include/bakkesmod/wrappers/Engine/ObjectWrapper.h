// The root of all wrappers: an address in the game. Here, of a structure in `host/state.hpp`.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

#include "bakkesmod/wrappers/wrapperstructs.h"
#include "host/state.hpp"

class ObjectWrapper {
 public:
    std::uintptr_t memory_address;

    ObjectWrapper(std::uintptr_t mem) : memory_address(mem) {}  // NOLINT(google-explicit-constructor)

    [[nodiscard]] bool IsNull() const {
        return memory_address == 0 || !reinterpret_cast<const host::Object*>(memory_address)->alive;
    }
    explicit operator bool() const { return !IsNull(); }

 protected:
    // The real interface crashes the game, or answers nonsense, where a wrapper is null. This one says so.
    template <typename State>
    [[nodiscard]] State& state() const {
        if (IsNull()) throw std::logic_error("a null wrapper was used");
        return *static_cast<State*>(reinterpret_cast<host::Object*>(memory_address));
    }
};
