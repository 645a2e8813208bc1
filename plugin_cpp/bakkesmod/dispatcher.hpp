// All hooks of the plugin in one place: the game takes one for an event, and ignores a second without a word.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "guard.hpp"
#include "sdk.hpp"

namespace rockettrainer::adapter {

class Dispatcher {
 public:
    Dispatcher(GameWrapper& game, Guard& guard) : game_(game), guard_(guard) {}
    Dispatcher(const Dispatcher&) = delete;
    Dispatcher& operator=(const Dispatcher&) = delete;
    ~Dispatcher() {
        for (const std::string& name : before_) game_.UnhookEvent(name);
        for (const std::string& name : after_) game_.UnhookEventPost(name);
    }

    // Calls `act()` before the event.
    template <typename Act>
    void before(const std::string& name, Act act) {
        game_.HookEvent(name, [this, act = std::move(act)](std::string) { guard_.run(act); });
        before_.push_back(name);
    }
    // Calls `act()` after the event.
    template <typename Act>
    void after(const std::string& name, Act act) {
        game_.HookEventPost(name, [this, act = std::move(act)](std::string) { guard_.run(act); });
        after_.push_back(name);
    }
    // Calls `act(caller, params)` before the event; the caller may be null.
    template <typename Caller, typename Act>
    void before_with(const std::string& name, Act act) {
        game_.HookEventWithCaller<Caller>(name,
                                          [this, act = std::move(act)](Caller caller, void* params, std::string) {
                                              guard_.run([&] { act(caller, params); });
                                          });
        before_.push_back(name);
    }
    // Calls `act(caller, params)` after the event.
    template <typename Caller, typename Act>
    void after_with(const std::string& name, Act act) {
        game_.HookEventWithCallerPost<Caller>(
            name, [this, act = std::move(act)](Caller caller, void* params, std::string) {
                guard_.run([&] { act(caller, params); });
            });
        after_.push_back(name);
    }

 private:
    GameWrapper& game_;
    Guard& guard_;
    std::vector<std::string> before_, after_;
};

}  // namespace rockettrainer::adapter
