#include "conversation.hpp"

#include <algorithm>
#include <variant>

namespace rockettrainer {
namespace {

constexpr std::chrono::seconds kLongestWaitForWelcome{5};
constexpr std::size_t kLargestBatch = 64 * 1024;
constexpr std::size_t kMostRefusals = 64;

void append(std::string& batch, const Tick& tick) {
    batch.append(reinterpret_cast<const char*>(&tick), tick.wire_size());  // the layout is the wire's
}

}  // namespace

void Conversation::begin(const Address& address, Time now) {
    began_ = now_ = now;
    transport_.open(address, *this);
}

void Conversation::opened() {
    exchange_.log_events();
    transport_.send(MessageKind::text,
                    encode_hello({identity_.plugin_version, identity_.game_version, identity_.instance,
                                  exchange_.log.first(), exchange_.log.last()}));
}

void Conversation::closed(const Closed& why) {
    if (!ended_) ended_ = why;
}

void Conversation::give_up(std::string reason) {
    closed({.refused = false, .reason = std::move(reason)});
}

// --- what the server says ---

void Conversation::received(std::string_view text) {
    if (ended_) return;
    std::visit([this](const auto& message) { take(message); }, parse_server_message(text));
}

void Conversation::take(const Welcome& welcome) {
    if (welcomed_at_) return give_up("The server said welcome twice.");
    if (welcome.last_event > exchange_.log.last()) return give_up("The server knows events that never were.");
    exchange_.log.acknowledge(welcome.last_event);
    next_event_ = exchange_.log.first();
    server_version_ = welcome.server_version;
    welcomed_at_ = now_;
}

void Conversation::take(const Ack& ack) {
    if (!welcomed_at_ || ack.event > exchange_.sent_event) {
        return give_up("The server holds events it was never sent.");
    }
    exchange_.log.acknowledge(ack.event);
    // What came over the connection before may be held only now, and need not come again.
    next_event_ = std::max(next_event_, ack.event + 1);
}

void Conversation::take(const Command& command) {
    if (!welcomed_at_) return give_up("The server gave a command before its welcome.");
    if (const auto why_not = exchange_.commands.offer(command, now_)) refuse(command.id, *why_not);
}

void Conversation::take(const RefusedCommand& refused) {
    refuse(refused.id, refused.reason);
}

void Conversation::take(const BadMessage& bad) {
    give_up("The server sent nonsense: " + bad.reason + ".");
}

void Conversation::refuse(const CommandId& id, std::string_view reason) {
    if (refusals_.size() >= kMostRefusals) return give_up("The server sent far too many commands.");
    refusals_.push_back({id, Outcome::refused, reason});
}

// --- what the plugin says ---

void Conversation::pump(Time now) {
    now_ = now;
    // Every event that belongs before one of these ticks was put into the queue earlier, and is logged now.
    const std::size_t complete_ticks = exchange_.ticks.size();
    exchange_.log_events();
    if (!welcomed()) {
        exchange_.forget_ticks();
        if (!ended_ && now - began_ > kLongestWaitForWelcome) give_up("The server did not say welcome.");
    } else if (transport_.writable()) {
        if (!send_result()) send_event_or_ticks(complete_ticks);
    }
}

bool Conversation::has_unsent() {
    exchange_.log_events();
    return !transport_.writable() || next_event_ <= exchange_.log.last() || exchange_.ticks.front() != nullptr ||
           exchange_.answers.front() != nullptr;
}

bool Conversation::send_result() {
    if (!refusals_.empty()) {
        transport_.send(MessageKind::text, encode_result(refusals_.front()));
        refusals_.pop_front();
        return true;
    }
    if (const Answer* answer = exchange_.answers.front()) {
        transport_.send(MessageKind::text, encode_result(*answer));
        exchange_.answers.pop();
        return true;
    }
    return false;
}

void Conversation::send_event_or_ticks(std::size_t complete_ticks) {
    const LoggedEvent* event = exchange_.log.find(next_event_);
    if (send_ticks(complete_ticks, event) || event == nullptr) return;
    transport_.send(MessageKind::text, event->message);
    exchange_.sent_event = std::max(exchange_.sent_event, next_event_);
    ++next_event_;
    exchange_.counters.events_sent.fetch_add(1, std::memory_order_relaxed);
}

// Events are in order, so ticks before the next one are complete even if they came a moment ago.
bool Conversation::send_ticks(std::size_t complete_ticks, const LoggedEvent* next_event) {
    batch_.clear();
    std::uint64_t count = 0;
    while (const Tick* tick = exchange_.ticks.front()) {
        if (next_event == nullptr ? count == complete_ticks : tick->header.seq >= next_event->seq) break;
        if (batch_.size() + tick->wire_size() > kLargestBatch) break;
        append(batch_, *tick);
        exchange_.ticks.pop();
        ++count;
    }
    if (count == 0) return false;
    transport_.send(MessageKind::binary, batch_);
    exchange_.counters.ticks_sent.fetch_add(count, std::memory_order_relaxed);
    return true;
}

}  // namespace rockettrainer
