#include "plugin.hpp"

#include <filesystem>

#include "version.hpp"

BAKKESMOD_PLUGIN(rockettrainer::adapter::Plugin, "RocketTrainer", rockettrainer::adapter::kPluginVersion,
                 PLUGINTYPE_FREEPLAY)

namespace rockettrainer::adapter {

void Plugin::onLoad() {
    guard_.emplace(*cvarManager);
    variables_.emplace(*cvarManager, [this] { guard_->run([this] { apply_settings(); }); });
    settings_ = variables_->read();
    watch_.emplace(*gameWrapper, link_);
    commands_.emplace(*gameWrapper, *cvarManager, link_, settings_);
    cvarManager->registerNotifier(
        "rockettrainer_cancel",
        [this](std::vector<std::string>) {
            if (commands_) guard_->run([this] { commands_->cancel("cancelled in the game"); });
        },
        "Keeps RocketTrainer from loading the training pack it has announced", PERMISSION_ALL);
    if (settings_.enabled) guard_->run([this] { start_link(); });
    hooks_.emplace(*gameWrapper, *guard_);
    hook_time();
    hook_match();
    hook_play();
    hook_pads();
    hook_training();
}

void Plugin::onUnload() {
    hooks_.reset();
    if (commands_) commands_->cancel("the plugin was unloaded");
    if (watch_) watch_->end("unloaded");
    link_.stop();
    commands_.reset();
    watch_.reset();
}

void Plugin::start_link() {
    LinkConfig config;
    config.folder = settings_.folder();
    config.plugin_version = kPluginVersion;
    config.game_version = "BakkesMod " + std::to_string(gameWrapper->GetBakkesModVersion());
    link_.start(std::move(config));
}

// The game may still tell of variables when the plugin has been unloaded.
void Plugin::apply_settings() {
    if (!hooks_) return;
    const Settings before = settings_;
    settings_ = variables_->read();
    if (settings_.enabled == before.enabled && settings_.home == before.home) return;
    watch_->end("switched off");
    commands_->cancel("the plugin was switched off");
    link_.stop();
    if (settings_.enabled) start_link();
}

void Plugin::frame_drawn() {
    commands_->drain();
    if (!settings_.enabled) return;
    watch_->look();
    if (Session* session = watch_->session()) session->frame_drawn(settings_.rate_hz);
}

void Plugin::match_ended(ServerWrapper& server) {
    Session* session = watch_->session();
    if (session == nullptr) return;
    const std::string problem = session->match_ended(server, settings_.folder() / "plugin-replays");
    if (!problem.empty()) cvarManager->log("RocketTrainer: no replay saved: " + problem);
}

}  // namespace rockettrainer::adapter
