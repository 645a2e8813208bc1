// Custom training: which pack, which shot, and what became of each attempt.
#pragma once

#include <optional>

#include "rockettrainer/link.hpp"
#include "sdk.hpp"

namespace rockettrainer::adapter {

class Training {
 public:
    explicit Training(Link& link) : link_(link) {}

    // Called in every frame: the pack once it is known, and shots as they change.
    void look(TrainingEditorWrapper& training);
    void attempt_began();
    void scored() { close(true); }
    void ended() { close(std::nullopt); }

 private:
    void close(std::optional<bool> goal);

    Link& link_;
    bool pack_known_ = false;
    std::int32_t shot_ = -1;     // from 1
    std::int32_t attempt_ = -1;  // the shot that is being attempted
};

}  // namespace rockettrainer::adapter
