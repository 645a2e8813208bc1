// What the server may ask of the game, and what is answered. Plain structures of fixed size, as events are.
#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>
#include <variant>

#include "rockettrainer/text.hpp"

namespace rockettrainer {

using CommandId = Text<64>;

struct Toast {
    static constexpr std::string_view kName = "toast";
    Text<128> title{};
    Text<512> text{};
    float seconds = 3.5F;
};

// Loads a custom-training pack, unless the person cancels within `cancel_s`.
struct LoadTrainingPack {
    static constexpr std::string_view kName = "load_training_pack";
    Text<19> code{};  // XXXX-XXXX-XXXX-XXXX, checked
    Text<128> title{};
    float cancel_s = 5.0F;
};

struct Command {
    CommandId id{};
    std::variant<Toast, LoadTrainingPack> body;
};

enum class Outcome : std::uint8_t { done, refused, cancelled };

struct Answer {
    CommandId id{};
    Outcome outcome = Outcome::done;
    Text<256> reason{};
};

static_assert(std::is_trivially_copyable_v<Command> && std::is_trivially_copyable_v<Answer>);

// Whether a training pack's code is four groups of four hexadecimal digits, in capitals, joined by dashes. It
// goes into the game's console, where `;` would begin another command.
[[nodiscard]] bool is_training_code(std::string_view code) noexcept;

}  // namespace rockettrainer
