// Which of the game's events the plugin listens to. Each name appears once: a second hook on it would be ignored.
#include <cstdint>

#include "plugin.hpp"

namespace rockettrainer::adapter {

namespace {

// What the stat ticker is given: addresses of the game's objects.
struct TickerMessage {
    std::uintptr_t receiver, victim, stat;
};

// The first parameter of events whose first parameter is an object.
std::uintptr_t first_object(const void* params) {
    return params == nullptr ? 0 : *static_cast<const std::uintptr_t*>(params);
}

}  // namespace

void Plugin::hook_time() {
    hooks_->before("Function TAGame.Car_TA.SetVehicleInput", [this] {
        if (Session* session = watch_->session()) session->car_moves(settings_.rate_hz);
    });
    hooks_->before("Function Engine.GameViewportClient.Tick", [this] { frame_drawn(); });
    hooks_->after("Function Engine.WorldInfo.EventPauseChanged", [this] {
        if (Session* session = watch_->session()) session->pause_changed();
    });
}

void Plugin::hook_match() {
    hooks_->before("Function GameEvent_Soccar_TA.Countdown.BeginState", [this] {
        watch_->countdown_began();
        if (Session* session = watch_->session()) session->countdown_began();
    });
    hooks_->before("Function GameEvent_Soccar_TA.Active.StartRound", [this] {
        if (Session* session = watch_->session()) session->round_began();
    });
    hooks_->before("Function GameEvent_Soccar_TA.ReplayPlayback.BeginState", [this] {
        if (Session* session = watch_->session()) session->goal_replay(true);
    });
    hooks_->before("Function GameEvent_Soccar_TA.ReplayPlayback.EndState", [this] {
        if (Session* session = watch_->session()) session->goal_replay(false);
    });
    hooks_->after_with<ServerWrapper>("Function TAGame.GameEvent_Soccar_TA.OnOvertimeUpdated",
                                      [this](ServerWrapper server, void*) {
                                          if (Session* session = watch_->session())
                                              session->overtime_changed(server);
                                      });
    hooks_->after_with<ServerWrapper>("Function TAGame.GameEvent_Soccar_TA.EventMatchEnded",
                                      [this](ServerWrapper server, void*) { match_ended(server); });
    // The caller is being destroyed: it is not touched.
    hooks_->before("Function TAGame.GameEvent_Soccar_TA.Destroyed", [this] { watch_->leave(); });
    hooks_->before("Function TAGame.GFxData_MainMenu_TA.MainMenuAdded", [this] { watch_->leave(); });
}

void Plugin::hook_play() {
    hooks_->before_with<CarWrapper>("Function TAGame.Car_TA.EventHitBall", [this](CarWrapper car, void*) {
        if (Session* session = watch_->session()) session->touched(car);
    });
    hooks_->before_with<BallWrapper>("Function TAGame.Ball_TA.OnHitGoal", [this](BallWrapper ball, void* params) {
        GoalWrapper goal(first_object(params));
        if (Session* session = watch_->session()) session->scored(ball, goal);
    });
    hooks_->after("Function TAGame.Ball_TA.Explode", [this] {
        if (Session* session = watch_->session()) session->ball_exploded();
    });
    hooks_->after_with<ActorWrapper>(
        "Function TAGame.GFxHUD_TA.HandleStatTickerMessage", [this](const ActorWrapper&, void* params) {
            Session* session = watch_->session();
            if (session == nullptr || params == nullptr) return;
            const TickerMessage message = *static_cast<const TickerMessage*>(params);
            StatEventWrapper stat(message.stat);
            session->happenings().stat(PriWrapper(message.receiver), PriWrapper(message.victim), stat);
        });
}

void Plugin::hook_pads() {
    hooks_->before_with<ActorWrapper>("Function TAGame.VehiclePickup_Boost_TA.Pickup",
                                      [this](const ActorWrapper& actor, void* params) {
                                          BoostPickupWrapper pad(actor.memory_address);
                                          CarWrapper car(first_object(params));
                                          if (Session* session = watch_->session())
                                              session->happenings().pad_picked_up(pad, car);
                                      });
    hooks_->before_with<ActorWrapper>("Function VehiclePickup_Boost_TA.Idle.EndState",
                                      [this](const ActorWrapper& actor, void*) {
                                          BoostPickupWrapper pad(actor.memory_address);
                                          if (Session* session = watch_->session())
                                              session->happenings().pad_gone(pad);
                                      });
    hooks_->before_with<ActorWrapper>("Function VehiclePickup_Boost_TA.Idle.BeginState",
                                      [this](const ActorWrapper& actor, void*) {
                                          BoostPickupWrapper pad(actor.memory_address);
                                          if (Session* session = watch_->session())
                                              session->happenings().pad_back(pad);
                                      });
}

void Plugin::hook_training() {
    hooks_->after("Function TAGame.TrainingEditorMetrics_TA.TrainingShotAttempt", [this] {
        if (Session* session = watch_->session()) session->attempt_began();
    });
}

}  // namespace rockettrainer::adapter
