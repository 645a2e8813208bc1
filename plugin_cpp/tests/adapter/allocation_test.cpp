// Nothing of the plugin's takes memory in a tick. The host copies an event's name for every hook it calls, as the real
// one does; that copy is what a hook that does nothing costs, and a tick may cost no more.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>

#include "field.hpp"

namespace {

thread_local std::size_t allocations = 0;

}  // namespace

void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size)) return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}

namespace rockettrainer::test {
namespace {

const std::string kMove = "Function TAGame.Car_TA.SetVehicleInput";

std::size_t fired(host::Host& game) {
    const std::size_t before = allocations;
    game.engine().fire(kMove);
    return allocations - before;
}

TEST(Tick, TakesNoMemory) {
    host::Host idle(kNowhereToGo);
    GameWrapper(idle.engine()).HookEvent(kMove, [](std::string) {});
    const std::size_t names = fired(idle);

    host::Host game(kNowhereToGo);
    game.load();
    open_match(game);
    game.tick(now_ns() + 8'333'333, 1);
    for (int frame = 2; frame < 200; ++frame) {
        game.touch(frame % 8);
        game.engine().physics.frame = frame;
        host::set_clock_ns(now_ns() + 8'333'333);
        ASSERT_EQ(fired(game), names);
    }
}

}  // namespace
}  // namespace rockettrainer::test
