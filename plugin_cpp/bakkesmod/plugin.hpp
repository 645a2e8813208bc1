// The plugin as the game loads it.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "commands.hpp"
#include "dispatcher.hpp"
#include "guard.hpp"
#include "rockettrainer/link.hpp"
#include "sdk.hpp"
#include "session_watch.hpp"
#include "settings.hpp"
#ifdef ROCKETTRAINER_IMGUI
#include <bakkesmod/plugin/PluginSettingsWindow.h>
#endif

namespace rockettrainer::adapter {

class Plugin : public BakkesMod::Plugin::BakkesModPlugin
#ifdef ROCKETTRAINER_IMGUI
    ,
               public BakkesMod::Plugin::PluginSettingsWindow
#endif
{
 public:
    void onLoad() override;
    // Afterwards no thread runs and nothing of the game points here.
    void onUnload() override;

    // From any thread.
    [[nodiscard]] LinkStatus status() const {
        return link_.status();
    }

#ifdef ROCKETTRAINER_IMGUI
    void RenderSettings() override;
    std::string GetPluginName() override;
    void SetImGuiContext(std::uintptr_t context) override;
#endif

 private:
    void apply_settings();
    void start_link();
    void frame_drawn();
    void match_ended(ServerWrapper& server);

    void hook_time();
    void hook_match();
    void hook_play();
    void hook_pads();
    void hook_training();

    Settings settings_;
    Link link_;
    std::optional<Guard> guard_;
    std::optional<SettingsVariables> variables_;
    std::optional<SessionWatch> watch_;
    std::optional<Commands> commands_;
    std::optional<Dispatcher> hooks_;
};

}  // namespace rockettrainer::adapter
