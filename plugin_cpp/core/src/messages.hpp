// The text messages between plugin and server: JSON objects of at most 16 KiB, version 1 of the protocol.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "rockettrainer/commands.hpp"
#include "rockettrainer/events.hpp"

namespace rockettrainer {

inline constexpr int kProtocol = 1;

// --- to the server ---

struct Hello {
    std::string plugin_version;
    std::string game_version;
    std::string instance;           // 32 hexadecimal digits, new whenever the plugin is loaded
    std::uint64_t first_event = 1;  // still held
    std::uint64_t last_event = 0;
};

[[nodiscard]] std::string encode_hello(const Hello& hello);
[[nodiscard]] std::string encode_event(std::uint64_t number, const StampedEvent& event);
[[nodiscard]] std::string encode_result(const Answer& answer);

// --- from the server ---

struct Welcome {
    std::string server_version;
    std::uint64_t last_event = 0;  // that the server holds durably
};

struct Ack {
    std::uint64_t event = 0;
};

// A command that names itself, yet cannot be carried out.
struct RefusedCommand {
    CommandId id;
    std::string reason;
};

// Not a message of this protocol. Whoever says so is not worth listening to.
struct BadMessage {
    std::string reason;
};

using ServerMessage = std::variant<Welcome, Ack, Command, RefusedCommand, BadMessage>;

// Understands a message, whatever it holds.
[[nodiscard]] ServerMessage parse_server_message(std::string_view text);

}  // namespace rockettrainer
