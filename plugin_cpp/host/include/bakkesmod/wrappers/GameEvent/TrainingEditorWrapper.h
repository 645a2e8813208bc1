#pragma once

#include "bakkesmod/wrappers/GameEvent/SaveData/GameEditorSaveDataWrapper.h"
#include "bakkesmod/wrappers/GameEvent/ServerWrapper.h"

class TrainingEditorWrapper : public ServerWrapper {
 public:
    using ServerWrapper::ServerWrapper;

    GameEditorSaveDataWrapper GetTrainingData() { return {host::address(&game().pack)}; }
    int GetActiveRoundNumber() { return game().shot; }
    int GetTotalRounds() { return game().pack.shots; }
};
