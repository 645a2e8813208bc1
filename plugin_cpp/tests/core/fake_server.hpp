// A server that a test plays: every call waits until what it asks for has happened. A plugin that never does it makes
// the test time out.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace rockettrainer {

// One plugin that came in.
class FakePeer {
 public:
    struct Message {
        bool is_text = false;
        std::string data;
        bool closed = false;  // the last one: the plugin has gone
    };
    struct Parts;

    explicit FakePeer(std::unique_ptr<Parts> parts);
    ~FakePeer();  // as when the server is killed
    FakePeer(FakePeer&&) noexcept;
    FakePeer& operator=(FakePeer&&) noexcept;

    [[nodiscard]] Message read();
    void write(std::string_view text);
    void write_binary(std::string_view bytes);
    void close(std::uint16_t code, std::string_view reason);

 private:
    std::unique_ptr<Parts> parts_;
};

class FakeServer {
 public:
    explicit FakeServer(std::uint16_t port = 0);  // 0: any that is free
    ~FakeServer();
    FakeServer(const FakeServer&) = delete;
    FakeServer& operator=(const FakeServer&) = delete;

    [[nodiscard]] std::uint16_t port() const;

    // Lets the next plugin in and keeps what it asked for.
    [[nodiscard]] FakePeer accept(std::string_view agreed = "rockettrainer.plugin.v1");

    // Answers the next plugin with these bytes, whatever it asked for, and hangs up.
    void answer(std::string_view bytes);

    [[nodiscard]] const std::string& offered() const;  // subprotocols, by the last plugin
    [[nodiscard]] const std::string& target() const;
    [[nodiscard]] const std::string& host() const;

 private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace rockettrainer
