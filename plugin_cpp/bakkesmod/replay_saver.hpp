// The replay of a match, saved at its end without anybody pressing a button.
#pragma once

#include <filesystem>
#include <string>

#include "sdk.hpp"

namespace rockettrainer::adapter {

// Exports what the game recorded into `folder`; the file, or why there is none.
struct SavedReplay {
    std::filesystem::path path;
    std::string problem;
};
[[nodiscard]] SavedReplay save_replay(ServerWrapper& server, const std::filesystem::path& folder);

}  // namespace rockettrainer::adapter
