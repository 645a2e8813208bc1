#pragma once

#include "bakkesmod/wrappers/Engine/ObjectWrapper.h"

class GameSettingPlaylistWrapper : public ObjectWrapper {
 public:
    using ObjectWrapper::ObjectWrapper;

    int GetPlaylistId() { return state<host::Playlist>().id; }
};
