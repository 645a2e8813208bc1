// Notices when a game begins and ends, and tells the kinds of games apart.
#pragma once

#include <cstdint>
#include <optional>

#include "session.hpp"

namespace rockettrainer::adapter {

class SessionWatch {
 public:
    SessionWatch(GameWrapper& game, Link& link) : game_(game), link_(link) {}

    // Once a frame. A game that has just appeared does not say everything yet (whether it is custom training, for
    // one), so a session begins when it has said the same for a moment.
    void look();
    // A match that has ended and counts down again is another one.
    void countdown_began();
    void end(const char* reason);
    // The game is over. As long as its objects are still there, they are not taken for the next one at once.
    void leave();

    // Null while none runs.
    [[nodiscard]] Session* session() { return session_ ? &*session_ : nullptr; }

 private:
    struct Seen {
        std::uintptr_t game = 0;
        SessionKind kind = SessionKind::unknown;
        bool operator==(const Seen&) const = default;
    };

    [[nodiscard]] Seen see();
    void begin();

    GameWrapper& game_;
    Link& link_;
    Seen seen_;
    std::int64_t seen_since_ns_ = 0;
    std::optional<Session> session_;
};

}  // namespace rockettrainer::adapter
