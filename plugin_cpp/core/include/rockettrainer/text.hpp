// A short text inside a structure, so that a copy is a copy of bytes.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rockettrainer {

// Keeps at most `Size` bytes of UTF-8. A longer text is cut in front of the character that does not fit.
template <std::size_t Size>
class Text {
 public:
    constexpr Text() noexcept = default;
    constexpr Text(std::string_view text) noexcept {  // NOLINT(google-explicit-constructor): reads as a text
        std::size_t size = std::min(text.size(), Size);
        while (size > 0 && size < text.size() && continues(text[size])) --size;
        std::copy_n(text.data(), size, bytes_.data());
        size_ = static_cast<std::uint16_t>(size);
    }
    constexpr Text(const char* text) noexcept : Text(std::string_view(text)) {}

    [[nodiscard]] constexpr std::string_view view() const noexcept { return {bytes_.data(), size_}; }
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }

    friend constexpr bool operator==(const Text& a, const Text& b) noexcept { return a.view() == b.view(); }

 private:
    static_assert(Size <= UINT16_MAX);
    static constexpr bool continues(char byte) noexcept {
        return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
    }

    std::uint16_t size_ = 0;
    std::array<char, Size> bytes_{};
};

}  // namespace rockettrainer
