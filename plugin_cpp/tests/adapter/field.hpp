// A match of eight cars to play with.
#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "host/host.hpp"
#include "rockettrainer/clock.hpp"

namespace rockettrainer::test {

inline std::array<PlayerTick, kMostPlayers> eight_cars() {
    std::array<PlayerTick, kMostPlayers> players{};
    for (std::size_t i = 0; i < players.size(); ++i) {
        players[i].player = static_cast<std::int8_t>(i);
        players[i].rotation = {0, 0, 0, 1};
        players[i].jumping = players[i].double_jumping = players[i].dodging = 0;
        players[i].boost = 33;
    }
    return players;
}

inline void open_match(host::Host& game) {
    for (int i = 0; i < static_cast<int>(kMostPlayers); ++i)
        game.seat("", "Bot " + std::to_string(i), i % 2, true);
    game.open_game(SessionKind::bots);
    game.set_cars(eight_cars());
    game.set_ball({});
    game.start_round();
}

// Where no server has ever been: the worker looks for it, and finds none.
inline const std::string kNowhereToGo = "there-is-no-such-folder";

}  // namespace rockettrainer::test
