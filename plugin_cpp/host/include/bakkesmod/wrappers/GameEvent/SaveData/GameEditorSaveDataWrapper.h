#pragma once

#include "bakkesmod/wrappers/GameEvent/SaveData/TrainingEditorSaveDataWrapper.h"

class GameEditorSaveDataWrapper : public ObjectWrapper {
 public:
    using ObjectWrapper::ObjectWrapper;

    TrainingEditorSaveDataWrapper GetTrainingData() { return {host::address(&state<host::Pack>())}; }
};
