#include "rockettrainer/address.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#ifdef _WIN32
#include <windows.h>
#endif

namespace rockettrainer {
namespace {

constexpr std::size_t kLargestFile = 4'096;
constexpr std::size_t kLongestToken = 256;

// An empty variable counts as none, as it does for the server.
#ifdef _WIN32
std::optional<std::filesystem::path> folder_variable(const wchar_t* name) {
    std::array<wchar_t, 32'768> value{};  // no variable is longer
    const DWORD size = GetEnvironmentVariableW(name, value.data(), static_cast<DWORD>(value.size()));
    if (size == 0 || size >= value.size()) return std::nullopt;
    return std::filesystem::path(std::wstring_view(value.data(), size));
}
#else
std::optional<std::filesystem::path> folder_variable(const char* name) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') return std::nullopt;
    return std::filesystem::path(value);
}
#endif

bool is_token(std::string_view token) {
    return !token.empty() && token.size() <= kLongestToken && std::ranges::all_of(token, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
    });
}

NoAddress damaged() {
    return {"RocketTrainer's file plugin.json is damaged. Start RocketTrainer again: it writes it anew."};
}

std::variant<Address, NoAddress> parse_address(std::string_view text) {
    const auto json = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (!json.is_object()) return damaged();
    const auto port = json.find("port");
    const auto token = json.find("token");
    if (port == json.end() || !port->is_number_unsigned() || token == json.end() || !token->is_string()) {
        return damaged();
    }
    const auto number = port->get<std::uint64_t>();
    if (number < 1 || number > UINT16_MAX || !is_token(token->get_ref<const std::string&>())) return damaged();
    return Address{static_cast<std::uint16_t>(number), token->get<std::string>()};
}

}  // namespace

std::filesystem::path data_folder() {
#ifdef _WIN32
    if (const auto folder = folder_variable(L"ROCKETTRAINER_HOME")) return *folder;
    return folder_variable(L"LOCALAPPDATA").value_or(std::filesystem::path(L".")) / L"rockettrainer";
#else
    if (const auto folder = folder_variable("ROCKETTRAINER_HOME")) return *folder;
    if (const auto folder = folder_variable("XDG_DATA_HOME")) return *folder / "rockettrainer";
    return folder_variable("HOME").value_or(".") / ".local/share/rockettrainer";
#endif
}

std::variant<Address, NoAddress> read_address(const std::filesystem::path& folder) {
    std::ifstream file(folder / "plugin.json", std::ios::binary);
    if (!file) return NoAddress{"RocketTrainer was never started here. Start it once."};
    std::array<char, kLargestFile + 1> bytes{};
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const auto size = static_cast<std::size_t>(file.gcount());
    if (file.bad() || size > kLargestFile) return damaged();
    return parse_address(std::string_view(bytes.data(), size));
}

}  // namespace rockettrainer
