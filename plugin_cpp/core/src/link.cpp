#include "rockettrainer/link.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstring>
#include <random>
#include <utility>

#include "exchange.hpp"
#include "rockettrainer/clock.hpp"
#include "worker.hpp"

namespace rockettrainer {
namespace {

std::string random_instance() {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::random_device random;
    std::string instance(32, '0');
    for (char& digit : instance) digit = kDigits[random() % kDigits.size()];
    return instance;
}

std::int64_t unix_time_s() noexcept {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

}  // namespace

struct Link::Parts {
    Exchange exchange;
    const std::string instance = random_instance();
    std::optional<Worker> worker;
    std::atomic<bool> running{false};  // whether there is one, for any thread

    // The game thread's own.
    std::uint32_t sessions = 0;
    std::uint32_t session = 0;
    std::uint32_t next_seq = 0;
    std::uint32_t dropped = 0;
};

Link::Link() : parts_(std::make_unique<Parts>()) {}

Link::~Link() {
    stop();
}

void Link::start(LinkConfig config) {
    stop();
    WorkerConfig worker;
    worker.folder = std::move(config.folder);
    worker.identity = {std::move(config.plugin_version), std::move(config.game_version), parts_->instance};
    if (config.make_transport) worker.make_transport = std::move(config.make_transport);
    parts_->worker.emplace(parts_->exchange, std::move(worker));
    parts_->running = true;
}

void Link::stop() noexcept {
    end_session("stopped");
    parts_->running = false;
    parts_->worker.reset();
}

std::uint32_t Link::begin_session(const SessionStarted& facts) noexcept {
    end_session("replaced");
    if (!parts_->worker) return 0;
    parts_->session = ++parts_->sessions;
    SessionStarted started = facts;
    started.started_at_s = unix_time_s();
    emit(started);
    return parts_->session;
}

void Link::end_session(const Text<64>& reason) noexcept {
    emit(SessionEnded{reason});
    parts_->session = 0;
}

std::uint32_t Link::session() const noexcept {
    return parts_->session;
}

void Link::record(const Tick& tick) noexcept {
    if (parts_->session == 0) return;
    const std::uint32_t seq = parts_->next_seq++;
    const bool taken = parts_->exchange.ticks.push([&](Tick& slot) {
        const std::size_t players = std::min<std::size_t>(tick.header.player_count, kMostPlayers);
        std::memcpy(&slot, &tick, sizeof(TickHeader) + players * sizeof(PlayerTick));
        slot.header.magic = kTickMagic;
        slot.header.layout = kTickLayout;
        slot.header.player_count = static_cast<std::uint8_t>(players);
        slot.header.seq = seq;
        slot.header.dropped = parts_->dropped;
        slot.header.session = parts_->session;
    });
    if (!taken) {
        ++parts_->dropped;
        parts_->exchange.counters.ticks_dropped.store(parts_->dropped, std::memory_order_relaxed);
    }
}

void Link::emit(const Event& event) noexcept {
    if (parts_->session == 0) return;
    parts_->exchange.events.push({parts_->session, parts_->next_seq, now_ns(), event});
}

std::optional<Command> Link::take_command() noexcept {
    return parts_->exchange.commands.take();
}

void Link::answer(const CommandId& id, Outcome outcome, const Text<256>& reason) noexcept {
    // Never full: commands come more slowly than the worker looks.
    static_cast<void>(parts_->exchange.answers.push([&](Answer& slot) { slot = {id, outcome, reason}; }));
}

LinkStatus Link::status() const {
    const Counters& counters = parts_->exchange.counters;
    auto [connected, text] = counters.said();
    return {
        .running = parts_->running,
        .connected = connected,
        .text = std::move(text),
        .ticks_sent = counters.ticks_sent.load(std::memory_order_relaxed),
        .ticks_dropped = counters.ticks_dropped.load(std::memory_order_relaxed),
        .events_sent = counters.events_sent.load(std::memory_order_relaxed),
        .events_waiting = counters.events_waiting.load(std::memory_order_relaxed),
        .events_lost = counters.events_lost.load(std::memory_order_relaxed),
    };
}

}  // namespace rockettrainer
