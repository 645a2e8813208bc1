#include "worker.hpp"

#include <chrono>
#include <exception>
#include <utility>
#include <variant>

namespace rockettrainer {
namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

constexpr auto kPauseInPlay = 2ms;
constexpr auto kPauseAtRest = 10ms;
constexpr auto kInPlay = 1s;     // since the last tick
constexpr auto kSteady = 2s;     // a connection that lasted this long was a good one
constexpr auto kGoodbye = 50ms;  // to send what is left

}  // namespace

Worker::Worker(Exchange& exchange, WorkerConfig config)
    : exchange_(exchange),
      config_(std::move(config)),
      backoff_(config_.backoff),
      transport_(config_.make_transport()),
      thread_([this] { run(); }) {}

Worker::~Worker() {
    stop_.store(true, std::memory_order_relaxed);
    thread_.join();
}

void Worker::run() {
    while (!stop_.load(std::memory_order_relaxed)) {
        // Whatever goes wrong here is no reason to take the game down.
        try {
            step();
        } catch (const std::exception& error) {
            wait_after({.refused = true, .reason = std::string("The connection failed: ") + error.what() + "."},
                       steady_clock::now());
        }
    }
    say_goodbye();
}

void Worker::step() {
    if (!conversation_ && steady_clock::now() >= next_try_) connect(steady_clock::now());
    transport_->run_for(pause(steady_clock::now()));
    if (conversation_) {
        converse(steady_clock::now());
    } else {
        exchange_.log_events();
        exchange_.forget_ticks();
    }
}

void Worker::connect(Time now) {
    const auto address = read_address(config_.folder);
    if (const auto* none = std::get_if<NoAddress>(&address)) {
        return wait_after({.refused = false, .reason = none->reason}, now);
    }
    exchange_.counters.say(false, "Connecting to RocketTrainer.");
    conversation_.emplace(exchange_, *transport_, config_.identity);
    conversation_->begin(std::get<Address>(address), now);
}

void Worker::converse(Time now) {
    if (exchange_.ticks.front() != nullptr) last_tick_ = now;
    conversation_->pump(now);
    if (conversation_->ended()) return wait_after(Closed(*conversation_->ended()), now);
    if (conversation_->welcomed() && !said_connected_) {
        said_connected_ = true;
        exchange_.counters.say(true, "Connected to RocketTrainer " + conversation_->server_version() + ".");
    }
}

void Worker::wait_after(const Closed& why, Time now) {
    transport_->close();
    if (conversation_ && conversation_->welcomed_at() && now - *conversation_->welcomed_at() > kSteady) {
        backoff_.reset();
    }
    conversation_.reset();
    said_connected_ = false;
    next_try_ = now + (why.refused ? backoff_.after_refusal() : backoff_.after_failure());
    exchange_.counters.say(false, why.reason);
}

void Worker::say_goodbye() noexcept try {
    const auto deadline = steady_clock::now() + kGoodbye;
    while (conversation_ && conversation_->welcomed() && conversation_->has_unsent() &&
           steady_clock::now() < deadline) {
        conversation_->pump(steady_clock::now());
        transport_->run_for(kPauseInPlay);
    }
    transport_->close();
    exchange_.log_events();
    exchange_.forget_ticks();
    exchange_.counters.say(false, "Stopped.");
} catch (const std::exception&) {
    transport_->close();
}

std::chrono::milliseconds Worker::pause(Time now) const {
    return now - last_tick_ < kInPlay ? kPauseInPlay : kPauseAtRest;
}

}  // namespace rockettrainer
