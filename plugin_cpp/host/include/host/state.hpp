// What the game keeps of each thing on the field. The interface's wrappers point into these structures.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

#include "bakkesmod/wrappers/wrapperstructs.h"

namespace host {

inline constexpr int kMostSeats = 32;

// A thing that is gone stays in memory, and its wrappers are null.
struct Object {
    bool alive = false;
};

inline std::uintptr_t address(const Object* object) {
    return object != nullptr && object->alive ? reinterpret_cast<std::uintptr_t>(object) : 0;
}

// Addresses of things, as the interface's arrays hold them.
struct List {
    std::array<std::uintptr_t, kMostSeats> items{};
    int count = 0;

    void clear() { count = 0; }
    void add(const Object& object) { items[static_cast<std::size_t>(count++)] = address(&object); }
};

struct Physics : Object {
    int frame = 0;
};

struct Component : Object {
    bool active = false;
};

struct Boost : Component {
    float amount = 0;  // 0 to 1
};

struct Body : Object {
    RBState state;
};

struct Ball : Body {
    unsigned char hit_team = 255;  // 255 for nobody
};

struct Pri;

struct Car : Body {
    Pri* pri = nullptr;
    bool hidden = false;
    ControllerInput input;
    bool on_ground = false;
    bool supersonic = false;
    bool has_flip = false;
    int wheels = 0;
    Boost boost;
    Component jump, double_jump, dodge;
};

struct Pri : Object {
    std::string name;
    std::string epic_id;
    unsigned long long uid = 0;
    int platform = 0;  // `OnlinePlatform`
    unsigned char split = 0;
    int player_id = 0;
    unsigned char team = 255;
    bool bot = false;
    bool local = false;
    bool spectator = false;
    bool ball_cam = false;
    int respawn_s = 0;
    int score = 0, goals = 0, assists = 0, saves = 0, shots = 0;
    Car car;
};

struct Team : Object {
    int index = 0;
    int score = 0;
};

struct Goal : Object {
    unsigned char team = 0;  // that defends it
};

struct Pad : Object {
    Vector location;
    bool big = false;
};

struct StatEvent : Object {
    std::string name;
};

struct Playlist : Object {
    int id = 0;
};

struct Replay : Object {
    bool corrupt = false;
    bool recording = true;
};

struct Director : Object {
    Replay replay;
};

struct Pack : Object {
    std::string code, name, creator;
    int shots = 0;
};

// A game event of whatever kind.
struct Game : Object {
    std::string guid, match_type;
    int team_size = 3;
    bool lan = false;
    bool authority = true;
    int clock_s = 300;
    bool unlimited = false;
    bool overtime = false;
    bool round_active = false;
    bool ended = false;
    bool ball_hit = false;
    int countdown = 0;
    int winner = -1;
    int shot = 0;  // of a training pack, from 0
    Ball ball;
    List pris;
    std::array<Team, 2> teams;
    List team_list;
    Playlist playlist;
    Director director;
    Pack pack;
};

}  // namespace host
