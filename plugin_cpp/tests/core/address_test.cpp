#include "rockettrainer/address.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

#include "temporary_folder.hpp"

namespace rockettrainer {
namespace {

class AddressTest : public testing::Test {
 protected:
    [[nodiscard]] std::variant<Address, NoAddress> read(std::string_view text) const {
        folder.write(text);
        return read_address(folder.path());
    }
    TemporaryFolder folder;
};

TEST_F(AddressTest, ReadsPortAndToken) {
    const auto address = std::get<Address>(read(R"({"port": 8787, "token": "a-B_9", "more": []})"));
    EXPECT_EQ(address.port, 8787);
    EXPECT_EQ(address.token, "a-B_9");
}

TEST_F(AddressTest, SaysWhatToDoWithoutTheFile) {
    EXPECT_NE(std::get<NoAddress>(read_address(folder.path())).reason.find("Start it once"), std::string::npos);
}

TEST_F(AddressTest, RefusesADamagedFile) {
    for (const char* text :
         {"", "[]", "nonsense", R"({"port": 8787})", R"({"token": "a"})", R"({"port": 0, "token": "a"})",
          R"({"port": 65536, "token": "a"})", R"({"port": -1, "token": "a"})", R"({"port": 87.5, "token": "a"})",
          R"({"port": "8787", "token": "a"})", R"({"port": 8787, "token": ""})", R"({"port": 8787, "token": 5})",
          R"({"port": 8787, "token": "a, b"})", R"({"port": 8787, "token": "a\r\nX: y"})"}) {
        EXPECT_TRUE(std::holds_alternative<NoAddress>(read(text))) << text;
    }
    EXPECT_TRUE(
        std::holds_alternative<NoAddress>(read(R"({"port": 8787, "token": ")" + std::string(257, 'a') + R"("})")));
}

TEST_F(AddressTest, ReadsNoLargeFile) {
    const std::string text = R"({"port": 8787, "token": "a"})";
    EXPECT_TRUE(std::holds_alternative<Address>(read(text + std::string(4'096 - text.size(), ' '))));
    EXPECT_TRUE(std::holds_alternative<NoAddress>(read(text + std::string(4'097 - text.size(), ' '))));
}

#ifndef _WIN32
class Variable {  // of the environment, for one test
 public:
    Variable(const char* name, const char* value) : name_(name) {
        if (const char* before = std::getenv(name)) before_ = before;
        value == nullptr ? unsetenv(name) : setenv(name, value, 1);
    }
    ~Variable() { before_.empty() ? unsetenv(name_) : setenv(name_, before_.c_str(), 1); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

 private:
    const char* name_;
    std::string before_;
};

TEST(DataFolderTest, IsWhereTheServerLooks) {
    const Variable home("HOME", "/home/someone");
    {
        const Variable chosen("ROCKETTRAINER_HOME", "/chosen");
        EXPECT_EQ(data_folder(), "/chosen");
    }
    const Variable not_chosen("ROCKETTRAINER_HOME", "");
    {
        const Variable data("XDG_DATA_HOME", "/data");
        EXPECT_EQ(data_folder(), "/data/rockettrainer");
    }
    const Variable no_data("XDG_DATA_HOME", nullptr);
    EXPECT_EQ(data_folder(), "/home/someone/.local/share/rockettrainer");
}
#endif

}  // namespace
}  // namespace rockettrainer
