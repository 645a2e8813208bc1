#include "event_log.hpp"

#include "messages.hpp"

namespace rockettrainer {

void EventLog::add(const StampedEvent& event) {
    if (event.session != latest_.session && lost_ == 0) broken_ = false;
    latest_ = event;
    if (broken_ || held_.size() >= capacity_) {
        lose(1);
    } else {
        append(event);
    }
}

void EventLog::lose(std::uint64_t count) {
    // What is lost after the session was closed is in the sum alone: the server counts it no more.
    if (!broken_ || lost_ > 0) lost_ += count;
    lost_in_all_ += count;
    broken_ = true;
    say_what_was_lost();
}

void EventLog::acknowledge(std::uint64_t number) {
    while (!held_.empty() && first_ <= number) {
        held_.pop_front();
        ++first_;
    }
    say_what_was_lost();
}

const LoggedEvent* EventLog::find(std::uint64_t number) const noexcept {
    return number < first_ || number > last() ? nullptr : &held_[number - first_];
}

void EventLog::append(const StampedEvent& event) {
    held_.push_back({event.seq, encode_event(last() + 1, event)});
}

void EventLog::say_what_was_lost() {
    if (lost_ == 0 || held_.size() >= capacity_) return;
    append({latest_.session, latest_.seq, latest_.time_ns, Overflow{lost_}});
    lost_ = 0;
}

}  // namespace rockettrainer
