#include "replay_saver.hpp"

#include <algorithm>
#include <chrono>
#include <system_error>

namespace rockettrainer::adapter {

namespace {

bool is_plain(const std::string& name) {
    return !name.empty() && name.size() <= 64 && std::ranges::all_of(name, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
    });
}

// The match's own identifier where it has one; it comes from the network, so it is looked at first.
std::string file_name(ServerWrapper& server) {
    std::string name = server.GetMatchGUID();
    if (!is_plain(name)) {
        const auto since = std::chrono::system_clock::now().time_since_epoch();
        name = "match-" + std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
    }
    return name + ".replay";
}

}  // namespace

SavedReplay save_replay(ServerWrapper& server, const std::filesystem::path& folder) {
    if (server.IsNull()) return {{}, "the match is gone"};
    ReplayDirectorWrapper director = server.GetReplayDirector();
    if (director.IsNull()) return {{}, "the game has not recorded the match"};
    ReplaySoccarWrapper replay = director.GetReplay();
    if (replay.IsNull()) return {{}, "the game has not recorded the match"};
    if (replay.GetbFileCorrupted() != 0) return {{}, "the game says that its recording is damaged"};
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    const std::filesystem::path path = folder / file_name(server);
    replay.StopRecord();
    replay.ExportReplay(path);
    const auto size = std::filesystem::file_size(path, error);
    if (error || size == 0) return {{}, "the game has not written it"};
    return {path, {}};
}

}  // namespace rockettrainer::adapter
