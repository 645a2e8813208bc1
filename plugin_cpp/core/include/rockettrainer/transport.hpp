// What carries messages to the server and back: a connection at a time, for one thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "rockettrainer/address.hpp"

namespace rockettrainer {

// A message from the server may have this many bytes; a longer one ends the connection.
inline constexpr std::size_t kLongestMessage = 16 * 1024;

// Why there is no connection, or no longer.
struct Closed {
    bool refused = false;  // the server does not want us: trying again soon is no use
    std::string reason;    // in words for a person
};

// Hears of a connection, from within `Transport::run_for`.
class TransportListener {
 public:
    virtual void opened() = 0;
    virtual void received(std::string_view text) = 0;
    virtual void closed(const Closed& why) = 0;  // the last that is heard

 protected:
    ~TransportListener() = default;
};

enum class MessageKind { text, binary };

class Transport {
 public:
    Transport() = default;
    Transport(const Transport&) = delete;
    Transport& operator=(const Transport&) = delete;
    virtual ~Transport() = default;

    // Starts to connect. Nothing is open; `listener` lives until it hears `closed` or `close` returns.
    virtual void open(const Address& address, TransportListener& listener) = 0;

    // Whether a message can be given: open, and the one before is on its way.
    [[nodiscard]] virtual bool writable() const noexcept = 0;

    // Sends a copy of `message`. Only when `writable`.
    virtual void send(MessageKind kind, std::string_view message) = 0;

    // Works until something happened, at most this long.
    virtual void run_for(std::chrono::milliseconds time) = 0;

    // Ends the connection, whatever its state; says goodbye where that takes no more than a moment. The listener
    // hears nothing more.
    virtual void close() noexcept = 0;
};

// A WebSocket to 127.0.0.1, to nowhere else.
[[nodiscard]] std::unique_ptr<Transport> make_websocket_transport();

}  // namespace rockettrainer
