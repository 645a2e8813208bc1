// Who plays: the numbers that people and bots have in a session.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "rockettrainer/link.hpp"
#include "sdk.hpp"

namespace rockettrainer::adapter {

// Somebody's place in a session. The game's own objects are known by address and number only, never kept.
struct Seat {
    std::uintptr_t pri = 0;
    std::int32_t pri_number = 0;
    bool here = false;
    bool seen = false;  // in the list of the present tick
    PlayerSeated facts;
    // What the last tick said, for what only a change tells.
    std::int8_t was_on_ground = -1;
    std::int8_t had_flip = -1;
};

class Roster {
 public:
    explicit Roster(Link& link) : link_(link) {}

    // The seat of somebody in the game's list; new ones and changes are announced. Null for a spectator, for one
    // whose name the game does not know yet, and where all numbers are taken. Allocates for newcomers only.
    [[nodiscard]] Seat* seat(PriWrapper& pri);

    // A player's number, -1 for anybody without a seat.
    [[nodiscard]] std::int8_t player(PriWrapper pri) const;
    [[nodiscard]] std::int8_t team(std::int8_t player) const;
    [[nodiscard]] std::int8_t local_player() const { return local_; }

    // Around a pass over the game's list: who is no longer on it has left.
    void begin_pass();
    void end_pass();

    // Reads names again at the next pass.
    void doubt_names() { names_doubted_ = true; }

 private:
    static constexpr std::size_t kMostNumbers = 64;

    [[nodiscard]] Seat* known(PriWrapper& pri);
    [[nodiscard]] Seat* admit(PriWrapper& pri);
    void announce(Seat& seat, const PlayerSeated& facts);

    Link& link_;
    std::array<Seat, kMostNumbers> seats_{};
    std::size_t count_ = 0;
    std::int8_t local_ = -1;
    bool names_doubted_ = false;
};

}  // namespace rockettrainer::adapter
