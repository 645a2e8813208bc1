// The thread between game and server.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "backoff.hpp"
#include "conversation.hpp"
#include "exchange.hpp"
#include "rockettrainer/transport.hpp"

namespace rockettrainer {

struct WorkerConfig {
    std::filesystem::path folder;  // of `plugin.json`
    Identity identity;
    std::function<std::unique_ptr<Transport>()> make_transport = make_websocket_transport;
    BackoffTimes backoff;
};

// Looks for the server, talks to it, and looks again when it is gone, until it is destroyed: then it says goodbye
// and joins, within 100 ms. It asks the rings every few milliseconds, for waking it would cost the game thread a
// system call a tick.
class Worker {
 public:
    Worker(Exchange& exchange, WorkerConfig config);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

 private:
    using Time = Conversation::Time;

    void run();
    void step();
    void connect(Time now);
    void converse(Time now);
    void wait_after(const Closed& why, Time now);
    void say_goodbye() noexcept;
    [[nodiscard]] std::chrono::milliseconds pause(Time now) const;

    Exchange& exchange_;
    WorkerConfig config_;
    Backoff backoff_;
    std::unique_ptr<Transport> transport_;
    std::optional<Conversation> conversation_;
    Time next_try_{};
    Time last_tick_{};
    bool said_connected_ = false;
    std::atomic<bool> stop_{false};
    std::thread thread_;  // the last member: it uses the others
};

}  // namespace rockettrainer
