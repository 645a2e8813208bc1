#pragma once

#include "host/state.hpp"

template <typename T>
class ArrayWrapper {
 public:
    ArrayWrapper(std::uintptr_t mem) : list_(reinterpret_cast<const host::List*>(mem)) {}  // NOLINT

    int Count() { return IsNull() ? 0 : list_->count; }
    T Get(int index) { return T(list_->items.at(static_cast<std::size_t>(index))); }
    bool IsNull() { return list_ == nullptr; }

 private:
    const host::List* list_;
};
