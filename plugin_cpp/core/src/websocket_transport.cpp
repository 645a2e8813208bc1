// The only file of the plugin that includes Boost.Beast.
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>
#include <optional>
#include <utility>

#include "rockettrainer/transport.hpp"

namespace rockettrainer {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using asio::ip::tcp;
using boost::system::error_code;

constexpr std::chrono::seconds kConnectTime{5};
constexpr std::chrono::seconds kHandshakeTime{5};
constexpr std::chrono::seconds kIdleTime{20};  // a ping goes out after half of it
constexpr std::chrono::milliseconds kGoodbyeTime{20};
constexpr int kMostAtOnce = 64;  // handlers
constexpr std::string_view kSubprotocol = "rockettrainer.plugin.v1";
constexpr std::uint16_t kUnsupported = 4400;  // the server cannot speak with this plugin

// Without compression, for the way is short; and for this executor alone, for another takes long to compile.
using TcpStream = beast::basic_stream<tcp, asio::io_context::executor_type>;
using WebSocket = websocket::stream<TcpStream, /*deflateSupported=*/false>;

// One connection, kept alive by its own handlers. After `abandon` it tells nobody anything.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
    Connection(asio::io_context& io, Address address, TransportListener& listener)
        : socket_(io), address_(std::move(address)), listener_(&listener) {}

    void start() {
        auto& stream = beast::get_lowest_layer(socket_);
        stream.expires_after(kConnectTime);
        stream.async_connect(tcp::endpoint(asio::ip::address_v4::loopback(), address_.port),
                             [self = shared_from_this()](error_code error) { self->connected(error); });
    }

    [[nodiscard]] bool writable() const noexcept { return open_ && !writing_; }

    void send(MessageKind kind, std::string_view message) {
        writing_ = true;
        outgoing_.assign(message);
        socket_.binary(kind == MessageKind::binary);
        socket_.async_write(asio::buffer(outgoing_), [self = shared_from_this()](error_code error, std::size_t) {
            self->writing_ = false;
            if (error) self->fail(error);
        });
    }

    // Starts to say goodbye; `done()` once that is over.
    void say_goodbye() {
        listener_ = nullptr;
        if (!writable()) return abandon();
        open_ = false;
        socket_.async_close(websocket::close_code::going_away,
                            [self = shared_from_this()](error_code) { self->abandon(); });
    }

    void abandon() {
        listener_ = nullptr;
        open_ = false;
        done_ = true;
        beast::get_lowest_layer(socket_).close();
    }

    [[nodiscard]] bool done() const noexcept { return done_; }

 private:
    void connected(error_code error) {
        if (error) return close({.refused = false, .reason = "RocketTrainer is not running."});
        beast::get_lowest_layer(socket_).expires_never();  // the WebSocket has its own times
        beast::get_lowest_layer(socket_).socket().set_option(tcp::no_delay(true), error);
        socket_.set_option(websocket::stream_base::timeout{kHandshakeTime, kIdleTime, /*keep_alive_pings=*/true});
        socket_.read_message_max(kLongestMessage);
        socket_.auto_fragment(false);
        socket_.set_option(websocket::stream_base::decorator([this](websocket::request_type& request) {
            request.set(http::field::sec_websocket_protocol,
                        std::string(kSubprotocol) + ", token." + address_.token);
        }));
        socket_.async_handshake(response_, "127.0.0.1:" + std::to_string(address_.port), "/api/v1/plugin",
                                [self = shared_from_this()](error_code failed) { self->shaken_hands(failed); });
    }

    void shaken_hands(error_code error) {
        if (error == websocket::error::upgrade_declined) return close(declined());
        if (error)
            return close({.refused = false, .reason = "RocketTrainer does not answer: " + error.message() + "."});
        if (response_[http::field::sec_websocket_protocol] !=
            beast::string_view(kSubprotocol.data(), kSubprotocol.size())) {
            return close(
                {.refused = true, .reason = "What answers there is not a RocketTrainer that knows this plugin."});
        }
        if (listener_ == nullptr) return;
        open_ = true;
        listener_->opened();
        read();
    }

    // Asked to come in with a wrong token, or to a place that is not there.
    [[nodiscard]] Closed declined() const {
        const auto status = response_.result_int();
        if (status >= 500) return {.refused = false, .reason = "RocketTrainer is not ready."};
        return {.refused = true, .reason = "RocketTrainer refuses this plugin (" + std::to_string(status) + ")."};
    }

    void read() {
        socket_.async_read(incoming_, [self = shared_from_this()](error_code error, std::size_t) {
            if (error) return self->fail(error);
            self->hear();
        });
    }

    void hear() {
        if (!socket_.got_text()) return close({.refused = false, .reason = "The server sent what is not text."});
        const auto bytes = incoming_.data();
        if (listener_ != nullptr) listener_->received({static_cast<const char*>(bytes.data()), bytes.size()});
        incoming_.clear();
        if (!done_) read();
    }

    void fail(error_code error) {
        const auto& why = socket_.reason();
        if (error != websocket::error::closed) {
            close({.refused = false, .reason = "RocketTrainer is gone: " + error.message() + "."});
        } else if (why.code == kUnsupported) {
            close({.refused = true,
                   .reason = "RocketTrainer refuses this plugin: " + std::string(why.reason.c_str()) + "."});
        } else {
            close({.refused = false, .reason = "RocketTrainer was closed."});
        }
    }

    void close(const Closed& why) {
        TransportListener* listener = std::exchange(listener_, nullptr);
        abandon();
        if (listener != nullptr) listener->closed(why);
    }

    WebSocket socket_;
    Address address_;
    TransportListener* listener_;
    websocket::response_type response_;
    beast::flat_buffer incoming_{kLongestMessage};
    std::string outgoing_;
    bool open_ = false;
    bool writing_ = false;
    bool done_ = false;
};

class WebsocketTransport final : public Transport {
 public:
    ~WebsocketTransport() override { close(); }

    void open(const Address& address, TransportListener& listener) override {
        connection_ = std::make_shared<Connection>(io_, address, listener);
        connection_->start();
    }

    [[nodiscard]] bool writable() const noexcept override { return connection_ && connection_->writable(); }

    void send(MessageKind kind, std::string_view message) override { connection_->send(kind, message); }

    // A server that never pauses must keep the worker neither from its other work nor from its end.
    void run_for(std::chrono::milliseconds time) override {
        if (io_.run_one_for(time) == 0) return;
        for (int done = 1; done < kMostAtOnce && io_.poll_one() > 0; ++done) {
        }
    }

    void close() noexcept override try {
        const auto connection = std::exchange(connection_, nullptr);
        if (!connection) return;
        const auto deadline = std::chrono::steady_clock::now() + kGoodbyeTime;
        connection->say_goodbye();
        while (!connection->done() && io_.run_one_until(deadline) > 0) {
        }
        connection->abandon();
        io_.poll();  // lets the handlers go
    } catch (const std::exception&) {
        return;  // the socket closes with the last handler
    }

 private:
    asio::io_context io_{1};
    asio::executor_work_guard<asio::io_context::executor_type> work_ = asio::make_work_guard(io_);
    std::shared_ptr<Connection> connection_;
};

}  // namespace

std::unique_ptr<Transport> make_websocket_transport() {
    return std::make_unique<WebsocketTransport>();
}

}  // namespace rockettrainer
