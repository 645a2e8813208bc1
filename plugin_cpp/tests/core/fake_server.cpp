// Speaks WebSocket (RFC 6455) by hand: so the plugin is not tested against the library it is made with.
#include "fake_server.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <cctype>
#include <cstddef>
#include <optional>
#include <utility>

#include "accept_key.hpp"

namespace rockettrainer {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

enum Opcode : unsigned char { kContinued = 0, kText = 1, kBinary = 2, kClose = 8, kPing = 9, kPong = 10 };

struct Frame {
    bool is_last = false;
    unsigned char opcode = kClose;
    std::string payload;
};

std::uint64_t big_endian(std::string_view bytes) {
    std::uint64_t number = 0;
    for (const char byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
    return number;
}

std::string big_endian(std::uint64_t number, int bytes) {
    std::string text;
    while (bytes-- > 0) text += static_cast<char>(number >> (8 * bytes) & 0xFF);
    return text;
}

// What a field of the request says; "" if it is not there.
std::string field(const std::string& request, std::string_view name) {
    const auto same = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
    };
    const std::string wanted = "\r\n" + std::string(name) + ": ";
    auto start = std::search(request.begin(), request.end(), wanted.begin(), wanted.end(), same);
    if (start == request.end()) return {};
    start += static_cast<std::ptrdiff_t>(wanted.size());
    return {start, std::find(start, request.end(), '\r')};
}

}  // namespace

struct FakePeer::Parts {
    tcp::socket socket;
    std::string unread{};
    bool said_goodbye = false;

    // The next bytes, once they are there; nothing if the plugin has gone.
    std::optional<std::string> take(std::size_t size) {
        while (unread.size() < size) {
            if (!read_some()) return std::nullopt;
        }
        std::string taken = unread.substr(0, size);
        unread.erase(0, size);
        return taken;
    }

    std::string take_request() {
        std::size_t end = unread.find("\r\n\r\n");
        while (end == std::string::npos && read_some()) end = unread.find("\r\n\r\n");
        return end == std::string::npos ? "" : take(end + 4).value_or("");
    }

    // Nothing if the plugin has gone, or does not mask what it sends.
    std::optional<Frame> take_frame() {
        const auto head = take(2);
        if (!head || ((*head)[1] & 0x80) == 0) return std::nullopt;
        std::uint64_t size = big_endian(head->substr(1)) & 0x7F;
        if (size >= 126) size = big_endian(take(size == 126 ? 2 : 8).value_or(""));
        const auto mask = take(4);
        auto payload = take(size);
        if (!mask || !payload) return std::nullopt;
        for (std::size_t i = 0; i < payload->size(); ++i) (*payload)[i] ^= (*mask)[i % 4];
        return Frame{((*head)[0] & 0x80) != 0, static_cast<unsigned char>((*head)[0] & 0x0F), std::move(*payload)};
    }

    void send(std::string_view bytes) {
        error_code ignored;
        asio::write(socket, asio::buffer(bytes.data(), bytes.size()), ignored);
    }

    // Says goodbye if that has not been done, and nothing more; the plugin waits for that.
    void hang_up(std::string_view payload) {
        error_code ignored;
        if (!std::exchange(said_goodbye, true)) send_frame(kClose, payload);
        socket.shutdown(tcp::socket::shutdown_send, ignored);
    }

    void send_frame(Opcode opcode, std::string_view payload) {
        const std::size_t size = payload.size();
        std::string frame(1, static_cast<char>(0x80 | opcode));
        if (size < 126) frame += static_cast<char>(size);
        if (size >= 126 && size <= 0xFFFF) frame += '\x7E' + big_endian(size, 2);
        if (size > 0xFFFF) frame += '\x7F' + big_endian(size, 8);
        send(frame.append(payload));
    }

 private:
    bool read_some() {
        std::array<char, 4'096> bytes{};
        error_code error;
        unread.append(bytes.data(), socket.read_some(asio::buffer(bytes), error));
        return !error;
    }
};

FakePeer::FakePeer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
FakePeer::~FakePeer() = default;
FakePeer::FakePeer(FakePeer&&) noexcept = default;
FakePeer& FakePeer::operator=(FakePeer&&) noexcept = default;

FakePeer::Message FakePeer::read() {
    Message message;
    while (const auto frame = parts_->take_frame()) {
        if (frame->opcode == kPing) parts_->send_frame(kPong, frame->payload);
        if (frame->opcode == kClose) {
            parts_->hang_up(frame->payload);
            break;
        }
        if (frame->opcode > kBinary) continue;
        if (frame->opcode != kContinued) message.is_text = frame->opcode == kText;
        message.data += frame->payload;
        if (frame->is_last) return message;
    }
    return {.is_text = false, .data = {}, .closed = true};
}

void FakePeer::write(std::string_view text) {
    parts_->send_frame(kText, text);
}

void FakePeer::write_binary(std::string_view bytes) {
    parts_->send_frame(kBinary, bytes);
}

void FakePeer::close(std::uint16_t code, std::string_view reason) {
    parts_->send_frame(kClose, big_endian(code, 2).append(reason));
    parts_->said_goodbye = true;
    while (!read().closed) {
    }
}

struct FakeServer::Parts {
    asio::io_context io;
    tcp::acceptor acceptor{io};
    std::string offered, target, host;

    // Hears what a plugin asks for, and gives its key.
    std::string meet(FakePeer::Parts& peer) {
        const std::string request = peer.take_request();
        const std::size_t place = request.find(' ') + 1;
        target = request.substr(place, request.find(' ', place) - place);
        offered = field(request, "Sec-WebSocket-Protocol");
        host = field(request, "Host");
        return field(request, "Sec-WebSocket-Key");
    }
};

FakeServer::FakeServer(std::uint16_t port) : parts_(std::make_unique<Parts>()) {
    const tcp::endpoint here(asio::ip::address_v4::loopback(), port);
    parts_->acceptor.open(here.protocol());
    parts_->acceptor.set_option(asio::socket_base::reuse_address(true));
    parts_->acceptor.bind(here);
    parts_->acceptor.listen();
}

FakeServer::~FakeServer() = default;

std::uint16_t FakeServer::port() const {
    return parts_->acceptor.local_endpoint().port();
}

FakePeer FakeServer::accept(std::string_view agreed) {
    auto peer = std::make_unique<FakePeer::Parts>(parts_->acceptor.accept());
    std::string answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n";
    answer += "Sec-WebSocket-Accept: " + accept_key(parts_->meet(*peer)) + "\r\n";
    if (!agreed.empty()) answer += "Sec-WebSocket-Protocol: " + std::string(agreed) + "\r\n";
    peer->send(answer + "\r\n");
    return FakePeer(std::move(peer));
}

void FakeServer::answer(std::string_view bytes) {
    FakePeer::Parts peer{parts_->acceptor.accept()};
    static_cast<void>(parts_->meet(peer));
    peer.send(bytes);
}

const std::string& FakeServer::offered() const {
    return parts_->offered;
}
const std::string& FakeServer::target() const {
    return parts_->target;
}
const std::string& FakeServer::host() const {
    return parts_->host;
}

}  // namespace rockettrainer
