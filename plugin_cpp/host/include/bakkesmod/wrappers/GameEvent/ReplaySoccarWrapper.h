#pragma once

#include <filesystem>
#include <fstream>

#include "bakkesmod/wrappers/Engine/ActorWrapper.h"

class ReplaySoccarWrapper : public ObjectWrapper {
 public:
    using ObjectWrapper::ObjectWrapper;

    unsigned long GetbFileCorrupted() { return state<host::Replay>().corrupt; }
    void StopRecord() { state<host::Replay>().recording = false; }
    // Like the game, writes nothing of use while it still records.
    void ExportReplay(std::filesystem::path path) {
        std::ofstream(path, std::ios::binary) << (state<host::Replay>().recording ? "" : "a replay");
    }
};
