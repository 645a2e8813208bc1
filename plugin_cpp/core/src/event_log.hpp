// Events in the order of their numbers, kept until the server holds them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>

#include "rockettrainer/events.hpp"

namespace rockettrainer {

// An event as it is sent.
struct LoggedEvent {
    std::uint32_t seq = 0;
    std::string message;
};

// Numbers count from 1 without holes. When `capacity` events wait, further ones are counted as lost, and so is all
// else of that session; as soon as there is room, an `overflow` event says how many and ends the session. The next
// session is logged again.
class EventLog {
 public:
    explicit EventLog(std::size_t capacity = 65'536) : capacity_(capacity) {}

    void add(const StampedEvent& event);

    // Counts events of the latest session that were lost on their way here.
    void lose(std::uint64_t count);

    // Forgets the events up to this number.
    void acknowledge(std::uint64_t number);

    [[nodiscard]] std::uint64_t first() const noexcept { return first_; }  // still held; `last() + 1` if none is
    [[nodiscard]] std::uint64_t last() const noexcept { return first_ + held_.size() - 1; }
    [[nodiscard]] std::size_t size() const noexcept { return held_.size(); }
    [[nodiscard]] std::uint64_t lost() const noexcept { return lost_in_all_; }

    // The event of this number; null where it is not held.
    [[nodiscard]] const LoggedEvent* find(std::uint64_t number) const noexcept;

 private:
    void append(const StampedEvent& event);
    void say_what_was_lost();

    std::size_t capacity_;
    std::deque<LoggedEvent> held_;
    std::uint64_t first_ = 1;
    StampedEvent latest_;
    bool broken_ = false;     // the latest session lost some
    std::uint64_t lost_ = 0;  // of it, not yet said
    std::uint64_t lost_in_all_ = 0;
};

}  // namespace rockettrainer
