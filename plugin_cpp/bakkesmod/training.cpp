#include "training.hpp"

#include <string>

namespace rockettrainer::adapter {

namespace {

std::string text(UnrealStringWrapper string) {
    return string.IsNull() ? std::string() : string.ToString();
}

}  // namespace

void Training::look(TrainingEditorWrapper& training) {
    const std::int32_t shots = training.GetTotalRounds();
    if (!pack_known_) {
        GameEditorSaveDataWrapper save = training.GetTrainingData();
        if (save.IsNull()) return;
        TrainingEditorSaveDataWrapper pack = save.GetTrainingData();
        if (pack.IsNull()) return;
        pack_known_ = true;
        link_.emit(TrainingPack{.code = text(pack.GetCode()),
                                .name = text(pack.GetTM_Name()),
                                .shots = shots,
                                .creator = text(pack.GetCreatorName())});
    }
    // The game counts from 0.
    if (const std::int32_t shot = training.GetActiveRoundNumber() + 1; shot != shot_) {
        close(false);
        shot_ = shot;
        link_.emit(TrainingShot{shot, shots});
    }
}

void Training::attempt_began() {
    close(false);
    attempt_ = shot_;
}

void Training::close(std::optional<bool> goal) {
    if (attempt_ < 0) return;
    link_.emit(TrainingAttempt{attempt_, goal});
    attempt_ = -1;
}

}  // namespace rockettrainer::adapter
