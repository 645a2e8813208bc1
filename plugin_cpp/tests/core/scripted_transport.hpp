// A transport that a test moves by hand.
#pragma once

#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "rockettrainer/transport.hpp"

namespace rockettrainer {

class ScriptedTransport final : public Transport {
 public:
    struct Message {
        MessageKind kind;
        std::string data;
    };

    void open(const Address&, TransportListener& to) override { listener = &to; }
    [[nodiscard]] bool writable() const noexcept override { return listener != nullptr && !blocked; }
    void send(MessageKind kind, std::string_view message) override {
        sent.push_back({kind, std::string(message)});
    }
    void run_for(std::chrono::milliseconds time) override { std::this_thread::sleep_for(time); }
    void close() noexcept override { listener = nullptr; }

    // What was sent since this was last asked.
    [[nodiscard]] std::vector<Message> take_sent() { return std::exchange(sent, {}); }

    TransportListener* listener = nullptr;
    bool blocked = false;
    std::vector<Message> sent;
};

}  // namespace rockettrainer
