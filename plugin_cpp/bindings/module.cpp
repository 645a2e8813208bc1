// `rockettrainer._bakkesmod`: what the server and the tests need of the plugin, outside the game.
#include "bindings.hpp"

PYBIND11_MODULE(_bakkesmod, module) {
    module.doc() = "The plugin's wire format and value types.";
    rockettrainer::bindings::bind_wire(module);
    rockettrainer::bindings::bind_values(module);
#ifdef ROCKETTRAINER_HAS_HOST
    rockettrainer::bindings::bind_host(module);
    module.attr("HAS_HOST") = true;
#else
    module.attr("HAS_HOST") = false;
#endif
}
