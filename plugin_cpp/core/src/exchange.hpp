// What the game thread and the worker hand each other.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <utility>

#include "command_queue.hpp"
#include "event_log.hpp"
#include "event_queue.hpp"
#include "rockettrainer/commands.hpp"
#include "rockettrainer/spsc_ring.hpp"
#include "rockettrainer/tick.hpp"

namespace rockettrainer {

// How the worker is doing, for `Link::status`. The game thread writes `ticks_dropped` alone, the worker all else.
class Counters {
 public:
    std::atomic<std::uint64_t> ticks_sent{0};
    std::atomic<std::uint64_t> ticks_dropped{0};
    std::atomic<std::uint64_t> events_sent{0};
    std::atomic<std::uint64_t> events_waiting{0};
    std::atomic<std::uint64_t> events_lost{0};

    void say(bool connected, std::string text) {
        const std::lock_guard lock(mutex_);
        connected_ = connected;
        text_ = std::move(text);
    }
    [[nodiscard]] std::pair<bool, std::string> said() const {
        const std::lock_guard lock(mutex_);
        return {connected_, text_};
    }

 private:
    mutable std::mutex mutex_;
    bool connected_ = false;
    std::string text_;
};

// Outlives the workers, so that a link that is stopped and started again has forgotten nothing.
struct Exchange {
    SpscRing<Tick> ticks{512};  // 4 s at 120 Hz
    EventQueue events;
    CommandQueue commands;
    SpscRing<Answer> answers{64};  // more than commands can come while the worker is away
    EventLog log;                  // the worker's
    std::uint64_t sent_event = 0;  // the worker's: the highest number that went to a server, over any connection
    Counters counters;

    // Worker: numbers the events that came, and keeps them in the log.
    void log_events();

    // Worker: forgets the ticks that came, for nobody is there to see them.
    void forget_ticks() noexcept;
};

}  // namespace rockettrainer
