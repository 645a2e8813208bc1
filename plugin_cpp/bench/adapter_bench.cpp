// What a tick of eight cars costs the game's thread: the real adapter, reading the stand-in. The stand-in's answers
// cost a few nanoseconds each; the real interface's allocate, and how long that takes only the game can tell.
#include "field.hpp"
#include "percentiles.hpp"

namespace rockettrainer::bench {
namespace {

void tick(benchmark::State& state) {
    host::Host game(test::kNowhereToGo);
    game.load();
    test::open_match(game);
    const std::string move = "Function TAGame.Car_TA.SetVehicleInput";
    int frame = 0;
    Percentiles percentiles;
    for (auto _ : state) {
        game.engine().physics.frame = ++frame;
        host::set_clock_ns(now_ns() + 8'333'333);
        percentiles.time(state, [&] { game.engine().fire(move); });
    }
    percentiles.report_tick(state);
}
BENCHMARK(tick)->UseManualTime()->Name("game thread: the adapter's tick of 8 cars");

}  // namespace
}  // namespace rockettrainer::bench
