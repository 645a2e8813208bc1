#include "accept_key.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rockettrainer {
namespace {

using Digest = std::array<std::uint32_t, 5>;

std::uint32_t byte(const std::string& text, std::size_t place) {
    return static_cast<unsigned char>(text[place]);
}

// The bytes with their end and their number, in whole blocks of 64.
std::string padded(std::string text) {
    const std::uint64_t bits = text.size() * 8;
    text += '\x80';
    while (text.size() % 64 != 56) text += '\0';
    for (int shift = 56; shift >= 0; shift -= 8) text += static_cast<char>(bits >> shift);
    return text;
}

std::uint32_t mixed(std::size_t round, const Digest& h) {
    if (round < 20) return ((h[1] & h[2]) | (~h[1] & h[3])) + 0x5A827999U;
    if (round < 40) return (h[1] ^ h[2] ^ h[3]) + 0x6ED9EBA1U;
    if (round < 60) return ((h[1] & h[2]) | (h[1] & h[3]) | (h[2] & h[3])) + 0x8F1BBCDCU;
    return (h[1] ^ h[2] ^ h[3]) + 0xCA62C1D6U;
}

void take_block(const std::string& text, std::size_t start, Digest& digest) {
    std::array<std::uint32_t, 80> words{};
    for (std::size_t i = 0; i < 64; ++i) words[i / 4] = words[i / 4] << 8 | byte(text, start + i);
    for (std::size_t i = 16; i < 80; ++i) {
        words[i] = std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
    }
    Digest h = digest;
    for (std::size_t round = 0; round < 80; ++round) {
        const std::uint32_t next = std::rotl(h[0], 5) + mixed(round, h) + h[4] + words[round];
        h = {next, h[0], std::rotl(h[1], 30), h[2], h[3]};
    }
    for (std::size_t i = 0; i < 5; ++i) digest[i] += h[i];
}

// SHA-1 (RFC 3174), as bytes.
std::string sha1(const std::string& plain) {
    const std::string text = padded(plain);
    Digest digest{0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
    for (std::size_t start = 0; start < text.size(); start += 64) take_block(text, start, digest);
    std::string bytes;
    for (const std::uint32_t word : digest) {
        for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(word >> shift & 0xFF);
    }
    return bytes;
}

// Base64 of 20 bytes: 27 digits, and one that fills up.
std::string base64(std::string bytes) {
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    bytes += '\0';
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::uint32_t three = byte(bytes, i) << 16 | byte(bytes, i + 1) << 8 | byte(bytes, i + 2);
        for (int shift = 18; shift >= 0; shift -= 6) text += kDigits[three >> shift & 63];
    }
    text.back() = '=';
    return text;
}

}  // namespace

std::string accept_key(const std::string& key) {
    return base64(sha1(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
}

}  // namespace rockettrainer
