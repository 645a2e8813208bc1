// NumPy's view of the tick layout, made from the structures themselves, so that the two cannot drift apart.
#include <pybind11/numpy.h>

#include <algorithm>
#include <rockettrainer/tick.hpp>

#include "bindings.hpp"
#include "records.hpp"

namespace py = pybind11;

namespace rockettrainer::bindings {

namespace {

py::bytes encode_tick(const py::object& header, const py::object& players) {
    const py::array head = records_of<TickHeader>(header, 0, "header");
    const py::array records = records_of<PlayerTick>(players, 1, "players");
    Tick tick;
    tick.header = *static_cast<const TickHeader*>(head.data());
    tick.header.magic = kTickMagic;
    tick.header.layout = kTickLayout;
    tick.header.player_count = static_cast<std::uint8_t>(records.size());
    std::copy_n(static_cast<const PlayerTick*>(records.data()), records.size(), tick.players.begin());
    return {reinterpret_cast<const char*>(&tick), tick.wire_size()};
}

}  // namespace

void bind_wire(py::module_& module) {
    PYBIND11_NUMPY_DTYPE(TickHeader, magic, layout, player_count, local_player, seq, dropped, time_ns,
                         physics_frame, session, clock_s, phase, kind, overtime, countdown, ball_hit, ball_team,
                         team_score, ball_position, ball_velocity, ball_angular_velocity, ball_rotation);
    PYBIND11_NUMPY_DTYPE(PlayerTick, player, team, on_field, demolished, boosting, handbrake, jumping,
                         double_jumping, dodging, ball_cam, on_ground, supersonic, wheels, has_flip, jump_held,
                         position, velocity, angular_velocity, rotation, boost, throttle, steer, pitch, yaw, roll,
                         dodge_forward, dodge_strafe, score, goals, assists, saves, shots);
    module.attr("TICK_HEADER") = py::dtype::of<TickHeader>();
    module.attr("PLAYER_TICK") = py::dtype::of<PlayerTick>();
    module.attr("MAGIC") = kTickMagic;
    module.attr("LAYOUT") = kTickLayout;
    module.attr("MOST_PLAYERS") = kMostPlayers;
    module.def("encode_tick", &encode_tick, py::arg("header"), py::arg("players"));
}

}  // namespace rockettrainer::bindings
