// Where the server is, and the key to it: the file `plugin.json` that the server leaves in the data folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>

namespace rockettrainer {

struct Address {
    std::uint16_t port = 0;
    std::string token;
};

// Why there is no address, in words for a person.
struct NoAddress {
    std::string reason;
};

// The folder the server keeps its data in: ROCKETTRAINER_HOME, else the system's place for a user's data.
[[nodiscard]] std::filesystem::path data_folder();

// Reads `plugin.json` in `folder`. A file that is missing, too large or not what it should be is a reason.
[[nodiscard]] std::variant<Address, NoAddress> read_address(const std::filesystem::path& folder);

}  // namespace rockettrainer
