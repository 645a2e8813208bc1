// A short text inside a structure, so that a copy is a copy of bytes.
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rockettrainer {

// Keeps at most `Size` bytes of UTF-8. A longer text is cut in front of the character that does not fit.
template <std::size_t Size>
class Text {
 public:
    constexpr Text() noexcept = default;
    template <std::convertible_to<std::string_view> Source>
    constexpr Text(const Source& source) noexcept {  // not explicit: it stands for the text
        const std::string_view text = source;
        std::size_t size = std::min(text.size(), Size);
        while (size > 0 && size < text.size() && continues(text[size])) --size;
        std::copy_n(text.data(), size, bytes_.data());
        size_ = static_cast<std::uint16_t>(size);
    }

    [[nodiscard]] constexpr std::string_view view() const noexcept { return {bytes_.data(), size_}; }
    [[nodiscard]] static constexpr std::size_t capacity() noexcept { return Size; }
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
