// A folder for one test, with the server's file in it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <system_error>

namespace rockettrainer {

class TemporaryFolder {
 public:
    TemporaryFolder()
        : path_(std::filesystem::temp_directory_path() /
                ("rockettrainer-" + std::to_string(std::random_device{}()))) {
        std::filesystem::create_directories(path_);
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

    void write(std::string_view text) const { std::ofstream(path_ / "plugin.json", std::ios::binary) << text; }
    void write(std::uint16_t port, std::string_view token) const {
        write(R"({"port": )" + std::to_string(port) + R"(, "token": ")" + std::string(token) + R"("})");
    }

 private:
    std::filesystem::path path_;
};

}  // namespace rockettrainer
