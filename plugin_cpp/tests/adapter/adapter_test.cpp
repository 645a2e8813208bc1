// The plugin's life in the stand-in. What it tells the server is tested from Python, through the socket.
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "field.hpp"
#include "plugin.hpp"

namespace rockettrainer::test {
namespace {

TEST(Adapter, LetsGoOfEveryHookWhenUnloaded) {
    host::Host game(kNowhereToGo);
    game.load();
    EXPECT_GT(game.engine().hooks.size() + game.engine().hooks_post.size(), 15U);
    open_match(game);
    game.unload();
    EXPECT_TRUE(game.engine().hooks.empty() && game.engine().hooks_post.empty());
    game.tick(now_ns() + 1, 1);
}

TEST(Adapter, SurvivesBeingUnloadedInTheMiddleOfAnything) {
    for (int stop = 0; stop < 30; ++stop) {
        host::Host game(kNowhereToGo);
        game.load();
        open_match(game);
        for (int i = 0; i < stop; ++i) {
            game.touch(i % 8);
            game.tick(now_ns() + 8'333'333, i);
        }
    }
}

TEST(Adapter, BearsThingsThatAreGone) {
    host::Host game(kNowhereToGo);
    game.load();
    open_match(game);
    game.remove_ball();
    game.touch(0);
    game.goal(0, 1);
    game.leave(1);
    game.take_pad(1, {0, 0, 70}, false);
    game.demolish(1, 1);
    EXPECT_NO_THROW(game.tick(now_ns() + 8'333'333, 2));
    EXPECT_EQ(game.engine().log, std::vector<std::string>{});
    game.close_game();
    game.engine().fire("Function TAGame.GameEvent_Soccar_TA.EventMatchEnded");
    game.engine().fire("Function TAGame.Ball_TA.OnHitGoal");
    game.engine().fire("Function TAGame.GFxHUD_TA.HandleStatTickerMessage");
    EXPECT_NO_THROW(game.tick(now_ns() + 8'333'333, 3));
    EXPECT_EQ(game.engine().log, std::vector<std::string>{});
}

TEST(Adapter, DoesNothingMoreOnceItIsUnloaded) {
    host::Host game(kNowhereToGo);
    game.load();
    game.plugin()->onUnload();  // the host forgets its variables and commands only afterwards
    game.notify("rockettrainer_cancel");
    game.set_cvar("rockettrainer_home", "elsewhere");
    EXPECT_FALSE(dynamic_cast<adapter::Plugin&>(*game.plugin()).status().running);
}

TEST(Adapter, KeepsItsFailuresFromTheGame) {
    host::Host game(kNowhereToGo);
    GameWrapper wrapper(game.engine());
    CVarManagerWrapper console(game.engine());
    adapter::Guard guard(console);
    adapter::Dispatcher hooks(wrapper, guard);
    hooks.before("Function X", [] { throw std::runtime_error("no room left"); });
    for (int i = 0; i < 3; ++i) game.engine().fire("Function X");
    EXPECT_EQ(game.engine().log, std::vector<std::string>{"RocketTrainer: something went wrong: no room left"});
}

TEST(Host, IgnoresASecondHookOnTheSameEvent) {
    host::Host game(kNowhereToGo);
    GameWrapper wrapper(game.engine());
    int first = 0, second = 0;
    wrapper.HookEvent("Function X", [&](std::string) { ++first; });
    wrapper.HookEvent("Function X", [&](std::string) { ++second; });
    game.engine().fire("Function X");
    EXPECT_EQ(first, 1);
    EXPECT_EQ(second, 0);
}

TEST(Host, SaysWhenANullWrapperIsUsed) {
    EXPECT_THROW(CarWrapper(0).IsOnGround(), std::logic_error);
}

}  // namespace
}  // namespace rockettrainer::test
