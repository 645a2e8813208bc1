// The plugin's page in the settings of the game's mods. It is drawn on another thread than the game's, so whatever
// it changes is changed later, on that one.
#ifdef ROCKETTRAINER_IMGUI
#include <imgui/imgui.h>

#include "plugin.hpp"

namespace rockettrainer::adapter {

namespace {

void checkbox(GameWrapper& game, const std::shared_ptr<CVarManagerWrapper>& cvars, const char* label,
              const char* name) {
    bool on = cvars->getCvar(name).getBoolValue();
    if (!ImGui::Checkbox(label, &on)) return;
    game.Execute([cvars, name, on](GameWrapper*) { cvars->getCvar(name).setValue(on ? 1 : 0); });
}

void rates(GameWrapper& game, const std::shared_ptr<CVarManagerWrapper>& cvars) {
    const int chosen = cvars->getCvar(kRate).getIntValue();
    for (const int rate : {30, 60, 120}) {
        ImGui::SameLine();
        if (!ImGui::RadioButton(std::to_string(rate).c_str(), chosen == rate)) continue;
        game.Execute([cvars, rate](GameWrapper*) { cvars->getCvar(kRate).setValue(rate); });
    }
}

}  // namespace

std::string Plugin::GetPluginName() {
    return "RocketTrainer";
}

void Plugin::SetImGuiContext(std::uintptr_t context) {
    ImGui::SetCurrentContext(reinterpret_cast<ImGuiContext*>(context));
}

void Plugin::RenderSettings() {
    const LinkStatus now = status();
    ImGui::TextWrapped("%s", now.text.c_str());
    ImGui::Separator();
    checkbox(*gameWrapper, cvarManager, "Send what happens on the field to RocketTrainer on this machine",
             kEnabled);
    checkbox(*gameWrapper, cvarManager, "Let it show messages in the game", kToasts);
    checkbox(*gameWrapper, cvarManager, "Let it load training packs, out of online matches", kAutoload);
    ImGui::Text("Ticks a second:");
    rates(*gameWrapper, cvarManager);
    ImGui::TextDisabled("%llu ticks sent, %llu dropped", static_cast<unsigned long long>(now.ticks_sent),
                        static_cast<unsigned long long>(now.ticks_dropped));
}

}  // namespace rockettrainer::adapter
#endif
