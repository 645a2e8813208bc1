#pragma once

#include "bakkesmod/wrappers/Engine/ObjectWrapper.h"
#include "bakkesmod/wrappers/Engine/UnrealStringWrapper.h"

class TrainingEditorSaveDataWrapper : public ObjectWrapper {
 public:
    using ObjectWrapper::ObjectWrapper;

    UnrealStringWrapper GetCode() { return text(&host::Pack::code); }
    UnrealStringWrapper GetTM_Name() { return text(&host::Pack::name); }
    UnrealStringWrapper GetCreatorName() { return text(&host::Pack::creator); }

 private:
    [[nodiscard]] UnrealStringWrapper text(std::string host::Pack::*part) const {
        return {reinterpret_cast<std::uintptr_t>(&(state<host::Pack>().*part))};
    }
};
