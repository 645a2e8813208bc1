// Keeps what goes wrong in the plugin from the game, which takes no exceptions.
#pragma once

#include <exception>
#include <string>
#include <utility>

#include "sdk.hpp"

namespace rockettrainer::adapter {

class Guard {
 public:
    explicit Guard(CVarManagerWrapper& console) : console_(console) {}
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;

    // Runs `act()`. What fails first is said in the console; more would fill it, at so many ticks a second.
    template <typename Act>
    void run(Act&& act) noexcept {
        try {
            std::forward<Act>(act)();
        } catch (const std::exception& error) {
            say(error.what());
        }
    }

 private:
    void say(const char* what) noexcept try {
        if (!std::exchange(said_, true)) console_.log("RocketTrainer: something went wrong: " + std::string(what));
    } catch (const std::exception&) {
        return;  // no memory even for the words
    }

    CVarManagerWrapper& console_;
    bool said_ = false;
};

}  // namespace rockettrainer::adapter
