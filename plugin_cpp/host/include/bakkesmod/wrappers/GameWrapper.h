#pragma once

#include <functional>
#include <string>
#include <type_traits>
#include <utility>

#include "bakkesmod/wrappers/Engine/EngineTAWrapper.h"
#include "bakkesmod/wrappers/GameEvent/TrainingEditorWrapper.h"
#include "bakkesmod/wrappers/GameObject/BoostPickupWrapper.h"
#include "bakkesmod/wrappers/GameObject/GoalWrapper.h"
#include "bakkesmod/wrappers/GameObject/Stats/StatEventWrapper.h"
#include "host/engine.hpp"

// The game, as a plugin asks it.
class GameWrapper {
 public:
    explicit GameWrapper(host::Engine& engine) : engine_(engine) {}

    bool IsInFreeplay() { return engine_.mode == host::Mode::freeplay; }
    bool IsInCustomTraining() { return engine_.mode == host::Mode::training; }
    bool IsInReplay() { return engine_.mode == host::Mode::replay; }
    bool IsInOnlineGame() { return engine_.mode == host::Mode::online; }
    bool IsPaused() { return engine_.paused; }
    ServerWrapper GetCurrentGameState() { return {host::address(&engine_.game)}; }
    EngineTAWrapper GetEngine() { return {host::address(&engine_.physics)}; }
    std::string GetCurrentMap() { return engine_.map; }
    int GetBakkesModVersion() { return 217; }

    void SetTimeout(std::function<void(GameWrapper*)> what, float seconds) {
        engine_.set_timeout(std::move(what), seconds);
    }
    void Execute(std::function<void(GameWrapper*)> what) { engine_.execute(std::move(what)); }
    void Toast(std::string title, std::string text, std::string /*texture*/ = "default", float seconds = 3.5F,
               std::uint8_t /*type*/ = 0, float /*width*/ = 290, float /*height*/ = 60) {
        engine_.toasts.push_back({std::move(title), std::move(text), seconds});
    }

    void HookEvent(std::string name, std::function<void(std::string)> callback) {
        engine_.hooks.emplace(std::move(name), without_caller(std::move(callback)));
    }
    void HookEventPost(std::string name, std::function<void(std::string)> callback) {
        engine_.hooks_post.emplace(std::move(name), without_caller(std::move(callback)));
    }
    template <typename Caller>
    void HookEventWithCaller(std::string name, std::function<void(Caller, void*, std::string)> callback) {
        engine_.hooks.emplace(std::move(name), with_caller<Caller>(std::move(callback)));
    }
    template <typename Caller>
    void HookEventWithCallerPost(std::string name, std::function<void(Caller, void*, std::string)> callback) {
        engine_.hooks_post.emplace(std::move(name), with_caller<Caller>(std::move(callback)));
    }
    void UnhookEvent(std::string name) { engine_.hooks.erase(name); }
    void UnhookEventPost(std::string name) { engine_.hooks_post.erase(name); }

 private:
    static host::Hook without_caller(std::function<void(std::string)> callback) {
        return [callback = std::move(callback)](std::uintptr_t, void*, std::string name) {
            callback(std::move(name));
        };
    }
    template <typename Caller>
    static host::Hook with_caller(std::function<void(Caller, void*, std::string)> callback) {
        // The real host has these callers and no others.
        static_assert(std::is_same_v<Caller, ActorWrapper> || std::is_same_v<Caller, ServerWrapper> ||
                      std::is_same_v<Caller, CarWrapper> || std::is_same_v<Caller, BallWrapper> ||
                      std::is_same_v<Caller, PriWrapper> || std::is_same_v<Caller, CarComponentWrapper>);
        return [callback = std::move(callback)](std::uintptr_t caller, void* params, std::string name) {
            callback(Caller(caller), params, std::move(name));
        };
    }

    host::Engine& engine_;
};
