// `rockettrainer._bakkesmod`: what the server and the tests need of the plugin, outside the game.
#include "bindings.hpp"

PYBIND11_MODULE(_bakkesmod, module) {
    module.doc() = "The plugin's wire format and value types.";
    rockettrainer::bindings::bind_wire(module);
    rockettrainer::bindings::bind_values(module);
    module.attr("HAS_HOST") = false;
}
