#include "json_text.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace rockettrainer {

std::int64_t number_in(std::string_view json, const char* field) {
    const auto value = nlohmann::json::parse(json).at(field);
    if (!value.is_number_integer()) throw std::invalid_argument(value.dump() + " is no whole number");
    return value.get<std::int64_t>();
}

std::string text_in(std::string_view json, const char* field) {
    return nlohmann::json::parse(json).at(field).get<std::string>();
}

bool is_null_in(std::string_view json, const char* field) {
    return nlohmann::json::parse(json).at(field).is_null();
}

bool same_json(std::string_view one, std::string_view other) {
    return nlohmann::json::parse(one) == nlohmann::json::parse(other);
}

std::string without(std::string_view json, std::initializer_list<const char*> fields) {
    auto value = nlohmann::json::parse(json);
    for (const char* field : fields) value.erase(field);
    return value.dump();
}

}  // namespace rockettrainer
