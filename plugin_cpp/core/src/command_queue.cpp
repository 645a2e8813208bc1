#include "command_queue.hpp"

namespace rockettrainer {

std::optional<std::string_view> CommandQueue::offer(const Command& command, Time now) noexcept {
    Time& oldest = taken_[count_ % kMostTaken];
    if (count_ >= kMostTaken && now - oldest < kSpan) return "too many commands: 10 within 10 s are enough";
    if (!ring_.push([&command](Command& slot) { slot = command; })) return "8 commands are waiting already";
    oldest = now;
    ++count_;
    return std::nullopt;
}

std::optional<Command> CommandQueue::take() noexcept {
    const Command* front = ring_.front();
    if (front == nullptr) return std::nullopt;
    std::optional<Command> command = *front;
    ring_.pop();
    return command;
}

}  // namespace rockettrainer
