// JSON as tests look at it. Its library stays behind these few functions: templates are what a build waits for.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace rockettrainer {

// A field of an object, which must be there and of that type.
[[nodiscard]] std::int64_t number_in(std::string_view json, const char* field);
[[nodiscard]] std::string text_in(std::string_view json, const char* field);
[[nodiscard]] bool is_null_in(std::string_view json, const char* field);

// Whether two say the same, in whatever order and form of numbers.
[[nodiscard]] bool same_json(std::string_view one, std::string_view other);

// An object without some of its fields.
[[nodiscard]] std::string without(std::string_view json, std::initializer_list<const char*> fields);

}  // namespace rockettrainer
