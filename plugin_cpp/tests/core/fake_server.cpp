#include "fake_server.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>
#include <optional>
#include <utility>

namespace rockettrainer {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using asio::ip::tcp;
using boost::system::error_code;

struct FakePeer::Parts {
    explicit Parts(tcp::socket socket) : stream(std::move(socket)) {}
    websocket::stream<tcp::socket> stream;
};

FakePeer::FakePeer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
FakePeer::~FakePeer() = default;
FakePeer::FakePeer(FakePeer&&) noexcept = default;
FakePeer& FakePeer::operator=(FakePeer&&) noexcept = default;

FakePeer::Message FakePeer::read() {
    beast::flat_buffer buffer;
    error_code error;
    parts_->stream.read(buffer, error);
    if (error) return {.is_text = false, .data = {}, .closed = true};
    return {
        .is_text = parts_->stream.got_text(), .data = beast::buffers_to_string(buffer.data()), .closed = false};
}

void FakePeer::write(std::string_view text) {
    error_code ignored;
    parts_->stream.text(true);
    parts_->stream.write(asio::buffer(text.data(), text.size()), ignored);
}

void FakePeer::write_binary(std::string_view bytes) {
    error_code ignored;
    parts_->stream.binary(true);
    parts_->stream.write(asio::buffer(bytes.data(), bytes.size()), ignored);
}

void FakePeer::close(std::uint16_t code, std::string_view reason) {
    error_code ignored;
    websocket::close_reason why(static_cast<websocket::close_code>(code));
    why.reason.assign(reason.data(), reason.size());
    parts_->stream.close(why, ignored);
}

struct FakeServer::Parts {
    asio::io_context io;
    tcp::acceptor acceptor{io};
    std::string offered, target, host;

    http::request<http::string_body> read_request(tcp::socket& socket) {
        beast::flat_buffer buffer;
        http::request<http::string_body> request;
        http::read(socket, buffer, request);
        offered = std::string(request[http::field::sec_websocket_protocol]);
        target = std::string(request.target());
        host = std::string(request[http::field::host]);
        return request;
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
    const auto request = parts_->read_request(peer->stream.next_layer());
    peer->stream.set_option(websocket::stream_base::decorator([agreed](websocket::response_type& response) {
        if (!agreed.empty()) response.set(http::field::sec_websocket_protocol, std::string(agreed));
    }));
    peer->stream.accept(request);
    return FakePeer(std::move(peer));
}

void FakeServer::answer(std::string_view bytes) {
    tcp::socket socket = parts_->acceptor.accept();
    static_cast<void>(parts_->read_request(socket));
    error_code ignored;
    asio::write(socket, asio::buffer(bytes.data(), bytes.size()), ignored);
}

void FakeServer::answer_and_wait(std::string_view bytes) {
    tcp::socket socket = parts_->acceptor.accept();
    static_cast<void>(parts_->read_request(socket));
    error_code error;
    asio::write(socket, asio::buffer(bytes.data(), bytes.size()), error);
    char byte = 0;
    while (!error) socket.read_some(asio::buffer(&byte, 1), error);
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
