#pragma once

#include "bakkesmod/wrappers/Engine/ObjectWrapper.h"

enum OnlinePlatform {
    OnlinePlatform_Unknown = 0,
    OnlinePlatform_Steam = 1,
    OnlinePlatform_PS4 = 2,
    OnlinePlatform_Dingo = 4,  // Xbox
    OnlinePlatform_QQ = 5,
    OnlinePlatform_NNX = 7,  // Switch
    OnlinePlatform_PsyNet = 8,
    OnlinePlatform_Epic = 11,
};

// A copy of the account's numbers: the one wrapper that may be kept.
class UniqueIDWrapper {
 public:
    explicit UniqueIDWrapper(const host::Pri& pri)
        : platform_(static_cast<OnlinePlatform>(pri.platform)),
          uid_(pri.uid),
          split_(pri.split),
          epic_(pri.epic_id) {}

    [[nodiscard]] OnlinePlatform GetPlatform() const { return platform_; }
    [[nodiscard]] unsigned long long GetUID() const { return uid_; }
    [[nodiscard]] std::string GetEpicAccountID() const { return epic_; }
    [[nodiscard]] unsigned char GetSplitscreenID() const { return split_; }

 private:
    OnlinePlatform platform_;
    unsigned long long uid_;
    unsigned char split_;
    std::string epic_;
};
