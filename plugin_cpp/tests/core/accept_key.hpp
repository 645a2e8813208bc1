// What a server answers to the key of a WebSocket's handshake (RFC 6455, 4.2.2).
#pragma once

#include <string>

namespace rockettrainer {

[[nodiscard]] std::string accept_key(const std::string& key);

}  // namespace rockettrainer
