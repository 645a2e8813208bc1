#include "rockettrainer/text.hpp"

#include <gtest/gtest.h>

#include <string>

namespace rockettrainer {
namespace {

TEST(TextTest, KeepsWhatFits) {
    EXPECT_EQ(Text<8>("DFHStadi").view(), "DFHStadi");
    EXPECT_TRUE(Text<8>("").empty());
    EXPECT_TRUE(Text<8>().empty());
}

TEST(TextTest, CutsInFrontOfTheCharacterThatDoesNotFit) {
    EXPECT_EQ(Text<4>("abcdef").view(), "abcd");
    EXPECT_EQ(Text<4>("abcü").view(), "abc");  // two bytes
    EXPECT_EQ(Text<4>("a😀").view(), "a");      // four
    EXPECT_EQ(Text<5>("a😀b").view(), "a😀");
}

TEST(TextTest, CutsBytesThatAreNoCharactersToo) {
    EXPECT_LE(Text<4>(std::string(9, '\x80')).view().size(), 4U);
}

}  // namespace
}  // namespace rockettrainer
