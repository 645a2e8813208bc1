// NumPy records as the structures they were made from.
#pragma once

#include <pybind11/numpy.h>

#include <rockettrainer/tick.hpp>
#include <string>

namespace rockettrainer::bindings {

// A contiguous array of `Record`s with at most `dimensions` dimensions, or an error for Python.
template <typename Record>
pybind11::array records_of(const pybind11::object& object, pybind11::ssize_t dimensions, const char* what) {
    const pybind11::array array = pybind11::array::ensure(object, pybind11::array::c_style);
    if (!array || !array.dtype().equal(pybind11::dtype::of<Record>())) {
        throw pybind11::type_error(std::string(what) + " has another dtype");
    }
    if (array.ndim() > dimensions || array.size() > static_cast<pybind11::ssize_t>(kMostPlayers)) {
        throw pybind11::value_error(std::string(what) + " has too many records");
    }
    return array;
}

}  // namespace rockettrainer::bindings
