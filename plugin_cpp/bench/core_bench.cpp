// What the core costs: the game thread's calls, and the worker's work behind them.
#include <benchmark/benchmark.h>

#include <chrono>
#include <string>
#include <thread>

#include "conversation.hpp"
#include "percentiles.hpp"
#include "rockettrainer/link.hpp"

namespace rockettrainer::bench {
namespace {

// A server that takes everything at once.
class EagerTransport final : public Transport {
 public:
    void open(const Address&, TransportListener& listener) override { listener_ = &listener; }
    [[nodiscard]] bool writable() const noexcept override { return listener_ != nullptr; }
    void send(MessageKind, std::string_view message) override { benchmark::DoNotOptimize(message.data()); }
    void run_for(std::chrono::milliseconds) override {}
    void close() noexcept override { listener_ = nullptr; }

    [[nodiscard]] TransportListener& listener() { return *listener_; }

 private:
    TransportListener* listener_ = nullptr;
};

Tick full_tick() {
    Tick tick;
    tick.header.player_count = kMostPlayers;
    return tick;
}

// The game's thread, with a worker that empties the rings beside it, as in the game. A tick comes each 8.3 ms there;
// here a pause after each 100 lets the worker keep up.
void record(benchmark::State& state) {
    Link link;
    link.start({.folder = ".", .plugin_version = "bench", .game_version = "bench"});
    link.begin_session({});
    const Tick tick = full_tick();
    Percentiles percentiles;
    std::size_t count = 0;
    for (auto _ : state) {
        percentiles.time(state, [&] { link.record(tick); });
        if (++count % 100 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    percentiles.report_tick(state);
}
BENCHMARK(record)->UseManualTime()->Iterations(50'000)->Name("game thread: record a tick of 8 cars");

void emit(benchmark::State& state) {
    Link link;
    link.start({.folder = ".", .plugin_version = "bench", .game_version = "bench"});
    link.begin_session({});
    Percentiles percentiles;
    std::size_t count = 0;
    for (auto _ : state) {
        percentiles.time(state, [&] {
            link.emit(Touch{.player = 1, .team = 0, .position = {1, 2, 3}, .speed_change_uu_s = 4});
        });
        if (++count % 100 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    percentiles.report(state);
}
BENCHMARK(emit)->UseManualTime()->Iterations(20'000)->Name("game thread: emit an event");

// A worker's turn: what one tick, or one event, costs from the ring to the bytes that are sent.
void send(benchmark::State& state, bool with_event) {
    Exchange exchange;
    EagerTransport transport;
    const Identity identity;
    const Conversation::Time now = std::chrono::steady_clock::now();
    Conversation conversation(exchange, transport, identity);
    conversation.begin({}, now);
    transport.listener().opened();
    transport.listener().received(R"({"type":"welcome","protocol":1,"server":"bench","last_event":0})");
    Tick tick = full_tick();
    Percentiles percentiles;
    for (auto _ : state) {
        ++tick.header.seq;
        if (with_event) exchange.events.push({.session = 1, .seq = tick.header.seq, .event = Touch{}});
        static_cast<void>(exchange.ticks.push([&tick](Tick& slot) { slot = tick; }));
        percentiles.time(state, [&] { conversation.pump(now); });
        conversation.pump(now);
        if (with_event) exchange.log.acknowledge(exchange.log.last());
    }
    percentiles.report(state);
}
BENCHMARK_CAPTURE(send, tick, false)->UseManualTime()->Name("worker: a tick of 8 cars, from ring to wire");
BENCHMARK_CAPTURE(send, event, true)->UseManualTime()->Name("worker: an event, from queue to JSON");

// How long the game waits when the plugin is unloaded.
void stop(benchmark::State& state) {
    Percentiles percentiles;
    for (auto _ : state) {
        Link link;
        link.start({.folder = ".", .plugin_version = "bench", .game_version = "bench"});
        std::this_thread::sleep_for(std::chrono::milliseconds(3));
        percentiles.time(state, [&] { link.stop(); });
    }
    percentiles.report(state);
}
BENCHMARK(stop)->UseManualTime()->Iterations(100)->Name("game thread: stop and join");

}  // namespace
}  // namespace rockettrainer::bench
