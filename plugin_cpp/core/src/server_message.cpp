#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

#include "messages.hpp"
#include "rockettrainer/transport.hpp"

namespace rockettrainer {
namespace {

using Json = nlohmann::json;

constexpr double kLongestToast_s = 30;
constexpr double kLongestCancel_s = 60;

const std::string* find_text(const Json& json, const char* key) {
    const auto field = json.find(key);
    return field == json.end() ? nullptr : field->get_ptr<const std::string*>();
}

std::optional<std::uint64_t> find_count(const Json& json, const char* key) {
    const auto field = json.find(key);
    if (field == json.end() || !field->is_number_unsigned()) return std::nullopt;
    return field->get<std::uint64_t>();
}

std::optional<float> find_seconds(const Json& json, const char* key, double most) {
    const auto field = json.find(key);
    if (field == json.end() || !field->is_number()) return std::nullopt;
    const double seconds = field->get<double>();
    if (!(seconds >= 0 && seconds <= most)) return std::nullopt;
    return static_cast<float>(seconds);
}

ServerMessage parse_welcome(const Json& json) {
    const auto protocol = find_count(json, "protocol");
    if (protocol != std::uint64_t{kProtocol}) return BadMessage{"the server speaks another protocol"};
    const std::string* server = find_text(json, "server");
    const auto last_event = find_count(json, "last_event");
    if (server == nullptr || !last_event) return BadMessage{"a welcome needs `server` and `last_event`"};
    return Welcome{std::string(Text<64>(*server).view()), *last_event};
}

ServerMessage parse_ack(const Json& json) {
    const auto event = find_count(json, "event");
    if (!event) return BadMessage{"an ack needs `event`"};
    return Ack{*event};
}

ServerMessage parse_toast(const CommandId& id, const Json& json) {
    const std::string* title = find_text(json, "title");
    const std::string* text = find_text(json, "text");
    const auto seconds = find_seconds(json, "seconds", kLongestToast_s);
    if (title == nullptr || text == nullptr || !seconds) {
        return RefusedCommand{id, "a toast needs `title`, `text` and `seconds` (0 to 30)"};
    }
    return Command{id, Toast{*title, *text, *seconds}};
}

ServerMessage parse_load(const CommandId& id, const Json& json) {
    const std::string* code = find_text(json, "code");
    if (code == nullptr || !is_training_code(*code)) {
        return RefusedCommand{id, "a training pack's code reads XXXX-XXXX-XXXX-XXXX, of 0-9 and A-F"};
    }
    const std::string* title = find_text(json, "title");
    const auto cancel_s = find_seconds(json, "cancel_s", kLongestCancel_s);
    if (title == nullptr || !cancel_s) {
        return RefusedCommand{id, "loading a training pack needs `title` and `cancel_s` (0 to 60)"};
    }
    return Command{id, LoadTrainingPack{*code, *title, *cancel_s}};
}

ServerMessage parse_command(const Json& json) {
    const std::string* id = find_text(json, "id");
    if (id == nullptr || id->empty() || id->size() > CommandId::capacity()) {
        return BadMessage{"a command needs an `id` of 1 to 64 bytes"};
    }
    const std::string* name = find_text(json, "name");
    if (name == nullptr) return BadMessage{"a command needs a `name`"};
    if (*name == Toast::kName) return parse_toast(*id, json);
    if (*name == LoadTrainingPack::kName) return parse_load(*id, json);
    return RefusedCommand{*id, "this plugin knows no such command"};
}

bool is_hex(char digit) noexcept {
    return (digit >= '0' && digit <= '9') || (digit >= 'A' && digit <= 'F');
}

}  // namespace

bool is_training_code(std::string_view code) noexcept {
    if (code.size() != 19) return false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (i % 5 == 4 ? code[i] != '-' : !is_hex(code[i])) return false;
    }
    return true;
}

ServerMessage parse_server_message(std::string_view text) {
    if (text.size() > kLongestMessage) return BadMessage{"a message may have 16 KiB"};
    const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (!json.is_object()) return BadMessage{"a message is a JSON object"};
    const std::string* type = find_text(json, "type");
    if (type == nullptr) return BadMessage{"a message needs a `type`"};
    if (*type == "welcome") return parse_welcome(json);
    if (*type == "ack") return parse_ack(json);
    if (*type == "command") return parse_command(json);
    return BadMessage{"no message has this `type`"};
}

}  // namespace rockettrainer
