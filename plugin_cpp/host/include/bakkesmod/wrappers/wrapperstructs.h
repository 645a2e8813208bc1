// The value types of the game's interface, written anew: members, units and constructors as the plugin sees them.
//
// Lengths in unreal units. A `Rotator` counts 65,536 to the turn: pitch up, yaw from +X to +Y, roll to the right.
// A `Quat` turns the car's axes (forward, right, up) into the world's, as the physics keeps it.
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

struct Vector {
    float X = 0, Y = 0, Z = 0;

    Vector() = default;
    Vector(float x, float y, float z) : X(x), Y(y), Z(z) {}

    [[nodiscard]] float magnitude() const { return std::sqrt(dot(*this, *this)); }

    static float dot(Vector a, Vector b) { return a.X * b.X + a.Y * b.Y + a.Z * b.Z; }
    static Vector cross(Vector a, Vector b) {
        return {a.Y * b.Z - a.Z * b.Y, a.Z * b.X - a.X * b.Z, a.X * b.Y - a.Y * b.X};
    }
    bool operator==(const Vector&) const = default;
};

inline Vector operator+(Vector a, Vector b) {
    return {a.X + b.X, a.Y + b.Y, a.Z + b.Z};
}
inline Vector operator-(Vector a, Vector b) {
    return {a.X - b.X, a.Y - b.Y, a.Z - b.Z};
}
inline Vector operator*(Vector a, float times) {
    return {a.X * times, a.Y * times, a.Z * times};
}

struct Rotator {
    int Pitch = 0, Yaw = 0, Roll = 0;

    Rotator() = default;
    Rotator(int pitch, int yaw, int roll) : Pitch(pitch), Yaw(yaw), Roll(roll) {}
    bool operator==(const Rotator&) const = default;
};

struct Quat {
    float W = 1, X = 0, Y = 0, Z = 0;

    Quat() = default;
    Quat(float w, float x, float y, float z) : W(w), X(x), Y(y), Z(z) {}

    [[nodiscard]] Quat conjugate() const { return {W, -X, -Y, -Z}; }
    bool operator==(const Quat&) const = default;
};

inline Quat operator*(Quat a, Quat b) {
    return {a.W * b.W - a.X * b.X - a.Y * b.Y - a.Z * b.Z, a.W * b.X + a.X * b.W + a.Y * b.Z - a.Z * b.Y,
            a.W * b.Y - a.X * b.Z + a.Y * b.W + a.Z * b.X, a.W * b.Z + a.X * b.Y - a.Y * b.X + a.Z * b.W};
}

// What the pads and sticks say; a car has one for every physics tick.
struct ControllerInput {
    float Throttle = 0;
    float Steer = 0;
    float Pitch = 0;
    float Yaw = 0;
    float Roll = 0;
    float DodgeForward = 0;
    float DodgeStrafe = 0;
    std::uint32_t Handbrake : 1 = 0;
    std::uint32_t Jump : 1 = 0;
    std::uint32_t ActivateBoost : 1 = 0;
    std::uint32_t HoldingBoost : 1 = 0;
    std::uint32_t Jumped : 1 = 0;
};

// A body as the physics left it at the end of a tick.
struct RBState {
    Quat Quaternion;
    Vector Location;
    Vector LinearVelocity;
    Vector AngularVelocity;
    float Time = 0;
    std::uint32_t bSleeping : 1 = 0;
    std::uint32_t bNewData : 1 = 0;
};

inline constexpr double kRotatorUnitsPerRadian = 65'536 / (2 * std::numbers::pi);

inline Vector RotateVectorWithQuat(Vector vector, Quat quat) {
    const Quat turned = quat * Quat(0, vector.X, vector.Y, vector.Z) * quat.conjugate();
    return {turned.X, turned.Y, turned.Z};
}

inline Quat RotatorToQuat(Rotator rotator) {
    const auto half = [](int units) { return static_cast<float>(units / kRotatorUnitsPerRadian / 2); };
    const float pitch = half(-rotator.Pitch), yaw = half(rotator.Yaw), roll = half(-rotator.Roll);
    return Quat(std::cos(yaw), 0, 0, std::sin(yaw)) * Quat(std::cos(pitch), 0, std::sin(pitch), 0) *
           Quat(std::cos(roll), std::sin(roll), 0, 0);
}

inline Rotator QuatToRotator(Quat quat) {
    const auto units = [](float y, float x) {
        return static_cast<int>(std::lround(std::atan2(double{y}, double{x}) * kRotatorUnitsPerRadian));
    };
    const Vector forward = RotateVectorWithQuat({1, 0, 0}, quat);
    const Vector right = RotateVectorWithQuat({0, 1, 0}, quat);
    const Vector up = RotateVectorWithQuat({0, 0, 1}, quat);
    const float level = std::hypot(forward.X, forward.Y);
    const int pitch = units(forward.Z, level);
    // Straight up or down, yaw and roll turn about the same axis: all of it is called yaw.
    if (level < 1e-3F) {
        return {pitch, units(-right.X, right.Y), 0};
    }
    return {pitch, units(forward.Y, forward.X), units(-right.Z, up.Z)};
}
