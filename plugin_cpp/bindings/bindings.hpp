#pragma once

#include <pybind11/pybind11.h>

namespace rockettrainer::bindings {

void bind_wire(pybind11::module_& module);
void bind_values(pybind11::module_& module);
// Only where the plugin itself is built in.
void bind_host(pybind11::module_& module);

}  // namespace rockettrainer::bindings
