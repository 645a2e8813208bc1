// What is said between plugin and server while a connection lasts.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>

#include "exchange.hpp"
#include "messages.hpp"
#include "rockettrainer/transport.hpp"

namespace rockettrainer {

// Who the plugin is, for its `hello`.
struct Identity {
    std::string plugin_version;
    std::string game_version;
    std::string instance;
};

// Begins with `hello`, waits for `welcome`, sends the events the server lacks, and from then on everything in the
// order in which it happened: an event right before the tick that has its number.
class Conversation final : public TransportListener {
 public:
    using Time = std::chrono::steady_clock::time_point;

    Conversation(Exchange& exchange, Transport& transport, const Identity& identity)
        : exchange_(exchange), transport_(transport), identity_(identity) {}
    ~Conversation() = default;
    Conversation(const Conversation&) = delete;
    Conversation& operator=(const Conversation&) = delete;

    void begin(const Address& address, Time now);

    // Takes what the game thread left, and sends what can be sent. Called again and again.
    void pump(Time now);

    [[nodiscard]] bool welcomed() const noexcept { return welcomed_at_ && !ended_; }
    [[nodiscard]] bool has_unsent();
    [[nodiscard]] const std::optional<Closed>& ended() const noexcept { return ended_; }
    [[nodiscard]] std::optional<Time> welcomed_at() const noexcept { return welcomed_at_; }
    [[nodiscard]] const std::string& server_version() const noexcept { return server_version_; }

    void opened() override;
    void received(std::string_view text) override;
    void closed(const Closed& why) override;

 private:
    void take(const Welcome& welcome);
    void take(const Ack& ack);
    void take(const Command& command);
    void take(const RefusedCommand& refused);
    void take(const BadMessage& bad);
    void give_up(std::string reason);
    void refuse(const CommandId& id, std::string_view reason);

    [[nodiscard]] bool send_result();
    void send_event_or_ticks(std::size_t complete_ticks);
    [[nodiscard]] bool send_ticks(std::size_t complete_ticks, const LoggedEvent* next_event);

    Exchange& exchange_;
    Transport& transport_;
    const Identity& identity_;
    Time now_{};
    Time began_{};
    std::optional<Time> welcomed_at_;
    std::optional<Closed> ended_;
    std::string server_version_;
    std::uint64_t next_event_ = 1;  // to be sent
    std::deque<Answer> refusals_;
    std::string batch_;
};

}  // namespace rockettrainer
