// The interface's value types and the conversions between its units and ours.
#include <bakkesmod/wrappers/wrapperstructs.h>
#include <pybind11/operators.h>

#include <array>
#include <cstdio>
#include <string>

#include "bindings.hpp"

namespace py = pybind11;

namespace rockettrainer::bindings {

namespace {

// 1 uu is 1 cm: one km/h is 100,000 uu in 3,600 s.
constexpr double kUuPerSecondInKmh = 0.036;

template <typename... Values>
std::string written(const char* format, Values... values) {
    std::array<char, 160> text{};
    std::snprintf(text.data(), text.size(), format, values...);
    return text.data();
}

Rotator rotator_from_radians(double pitch, double yaw, double roll) {
    const auto units = [](double radians) {
        return static_cast<int>(std::lround(radians * kRotatorUnitsPerRadian));
    };
    return {units(pitch), units(yaw), units(roll)};
}

py::tuple radians(const Rotator& rotator) {
    return py::make_tuple(rotator.Pitch / kRotatorUnitsPerRadian, rotator.Yaw / kRotatorUnitsPerRadian,
                          rotator.Roll / kRotatorUnitsPerRadian);
}

void bind_vector(py::module_& module) {
    py::class_<Vector>(module, "Vector")
        .def(py::init<float, float, float>(), py::arg("x") = 0, py::arg("y") = 0, py::arg("z") = 0)
        .def_readwrite("x", &Vector::X)
        .def_readwrite("y", &Vector::Y)
        .def_readwrite("z", &Vector::Z)
        .def("length", &Vector::magnitude)
        .def("dot", [](const Vector& a, const Vector& b) { return Vector::dot(a, b); })
        .def("cross", [](const Vector& a, const Vector& b) { return Vector::cross(a, b); })
        .def("xyz", [](const Vector& v) { return py::make_tuple(v.X, v.Y, v.Z); })
        .def(py::self + py::self)
        .def(py::self - py::self)
        .def(py::self * float())
        .def(py::self == py::self)
        .def("__repr__", [](const Vector& v) {
            return written("Vector(%.9g, %.9g, %.9g)", double{v.X}, double{v.Y}, double{v.Z});
        });
}

void bind_rotator(py::module_& module) {
    py::class_<Rotator>(module, "Rotator")
        .def(py::init<int, int, int>(), py::arg("pitch") = 0, py::arg("yaw") = 0, py::arg("roll") = 0)
        .def_static("from_radians", &rotator_from_radians, py::arg("pitch"), py::arg("yaw"), py::arg("roll"))
        .def_readwrite("pitch", &Rotator::Pitch)
        .def_readwrite("yaw", &Rotator::Yaw)
        .def_readwrite("roll", &Rotator::Roll)
        .def("radians", &radians)
        .def("to_quat", [](const Rotator& r) { return RotatorToQuat(r); })
        .def("forward",
             [](const Rotator& r) {
                 return RotateVectorWithQuat({1, 0, 0}, RotatorToQuat(r));
             })
        .def(py::self == py::self)
        .def("__repr__", [](const Rotator& r) { return written("Rotator(%d, %d, %d)", r.Pitch, r.Yaw, r.Roll); });
}

void bind_quat(py::module_& module) {
    py::class_<Quat>(module, "Quat")
        .def(py::init<float, float, float, float>(), py::arg("w") = 1, py::arg("x") = 0, py::arg("y") = 0,
             py::arg("z") = 0)
        .def_readwrite("w", &Quat::W)
        .def_readwrite("x", &Quat::X)
        .def_readwrite("y", &Quat::Y)
        .def_readwrite("z", &Quat::Z)
        .def("conjugate", &Quat::conjugate)
        .def("rotate", [](const Quat& q, const Vector& v) { return RotateVectorWithQuat(v, q); })
        .def("forward",
             [](const Quat& q) {
                 return RotateVectorWithQuat({1, 0, 0}, q);
             })
        .def("to_rotator", [](const Quat& q) { return QuatToRotator(q); })
        .def("xyzw", [](const Quat& q) { return py::make_tuple(q.X, q.Y, q.Z, q.W); })
        .def(py::self * py::self)
        .def(py::self == py::self)
        .def("__repr__", [](const Quat& q) {
            return written("Quat(%.9g, %.9g, %.9g, %.9g)", double{q.W}, double{q.X}, double{q.Y}, double{q.Z});
        });
}

// Bit fields have no address, so each is read and written by two small functions.
#define ROCKETTRAINER_FLAG(name, member)                                      \
    def_property(                                                             \
        name, [](const ControllerInput& input) { return input.member != 0; }, \
        [](ControllerInput& input, bool on) { input.member = on ? 1 : 0; })

void bind_controller_input(py::module_& module) {
    py::class_<ControllerInput>(module, "ControllerInput")
        .def(py::init<>())
        .def_readwrite("throttle", &ControllerInput::Throttle)
        .def_readwrite("steer", &ControllerInput::Steer)
        .def_readwrite("pitch", &ControllerInput::Pitch)
        .def_readwrite("yaw", &ControllerInput::Yaw)
        .def_readwrite("roll", &ControllerInput::Roll)
        .def_readwrite("dodge_forward", &ControllerInput::DodgeForward)
        .def_readwrite("dodge_strafe", &ControllerInput::DodgeStrafe)
        .ROCKETTRAINER_FLAG("handbrake", Handbrake)
        .ROCKETTRAINER_FLAG("jump", Jump)
        .ROCKETTRAINER_FLAG("activate_boost", ActivateBoost)
        .ROCKETTRAINER_FLAG("holding_boost", HoldingBoost)
        .ROCKETTRAINER_FLAG("jumped", Jumped);
}

#undef ROCKETTRAINER_FLAG

}  // namespace

void bind_values(py::module_& module) {
    bind_vector(module);
    bind_quat(module);
    bind_rotator(module);
    bind_controller_input(module);
    module.attr("ROTATOR_UNITS_PER_RADIAN") = kRotatorUnitsPerRadian;
    module.def(
        "kmh_to_uu_s", [](double kmh) { return kmh / kUuPerSecondInKmh; }, py::arg("kmh"));
    module.def(
        "uu_s_to_kmh", [](double uu_s) { return uu_s * kUuPerSecondInKmh; }, py::arg("uu_s"));
}

}  // namespace rockettrainer::bindings
