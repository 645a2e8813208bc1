#pragma once

#include <memory>

#include "bakkesmod/wrappers/GameWrapper.h"
#include "bakkesmod/wrappers/cvarmanagerwrapper.h"

enum PLUGINTYPE { PLUGINTYPE_FREEPLAY = 0x01 };
enum NOTIFIER_PERMISSION { PERMISSION_ALL = 0 };

namespace BakkesMod::Plugin {

class BakkesModPlugin {
 public:
    std::shared_ptr<CVarManagerWrapper> cvarManager;
    std::shared_ptr<GameWrapper> gameWrapper;

    BakkesModPlugin() = default;
    BakkesModPlugin(const BakkesModPlugin&) = delete;
    BakkesModPlugin& operator=(const BakkesModPlugin&) = delete;
    virtual ~BakkesModPlugin() = default;
    virtual void onLoad() {}
    virtual void onUnload() {}
};

}  // namespace BakkesMod::Plugin

#define BAKKESMOD_PLUGIN(plugin, name, version, type)                         \
    std::shared_ptr<BakkesMod::Plugin::BakkesModPlugin> host::make_plugin() { \
        return std::make_shared<plugin>();                                    \
    }
