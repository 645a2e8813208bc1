// `rockettrainer._bakkesmod.host`: the stand-in for the game, with the real plugin in it.
//
// The plugin's worker never runs Python, so the interpreter's lock is let go only where the worker is waited for.
#include <pybind11/numpy.h>
#include <pybind11/stl.h>
#include <host/host.hpp>

#include <plugin.hpp>
#include <rockettrainer/clock.hpp>

#include "bindings.hpp"
#include "records.hpp"

namespace py = pybind11;

namespace rockettrainer::bindings {

namespace {

using host::Host;
using Waits = py::call_guard<py::gil_scoped_release>;

SessionKind kind_named(const std::string& name) {
    if (name == "freeplay") return SessionKind::freeplay;
    if (name == "custom_training") return SessionKind::custom_training;
    if (name == "bots") return SessionKind::bots;
    if (name == "lan") return SessionKind::lan;
    if (name == "replay") return SessionKind::replay;
    if (name == "online") return SessionKind::online;
    throw py::value_error("there is no kind of game called " + name);
}

Vector vector(const std::array<float, 3>& xyz) {
    return {xyz[0], xyz[1], xyz[2]};
}

std::span<const PlayerTick> span_of(const py::array& records) {
    return {static_cast<const PlayerTick*>(records.data()), static_cast<std::size_t>(records.size())};
}

const TickHeader& header_of(const py::array& record) {
    return *static_cast<const TickHeader*>(record.data());
}

void step(Host& self, const py::object& header, const py::object& players) {
    const py::array head = records_of<TickHeader>(header, 0, "header");
    const py::array records = records_of<PlayerTick>(players, 1, "players");
    self.step(header_of(head), span_of(records));
}

void set_ball(Host& self, const std::optional<std::array<float, 3>>& position,
              const std::array<float, 3>& velocity, const std::array<float, 3>& angular_velocity,
              const std::array<float, 4>& rotation) {
    if (!position) return self.remove_ball();
    RBState state;
    state.Location = vector(*position);
    state.LinearVelocity = vector(velocity);
    state.AngularVelocity = vector(angular_velocity);
    state.Quaternion = {rotation[3], rotation[0], rotation[1], rotation[2]};
    self.set_ball(state);
}

LinkStatus status(Host& self) {
    const auto* plugin = dynamic_cast<const adapter::Plugin*>(self.plugin());
    return plugin == nullptr ? LinkStatus{} : plugin->status();
}

void bind_life(py::class_<Host>& type) {
    type.def(py::init<const std::string&>(), py::arg("home"))
        .def("load", &Host::load)
        .def("unload", &Host::unload, Waits())
        .def_property(
            "clock_ns", [](const Host&) { return now_ns(); },
            [](const Host&, std::int64_t ns) { host::set_clock_ns(ns); })
        .def("frame", &Host::frame)
        .def("run_timeouts", &Host::run_timeouts, py::arg("seconds"))
        .def("tick", &Host::tick, py::arg("clock_ns"), py::arg("physics_frame"))
        .def("step", &step, py::arg("header"), py::arg("players"));
}

void bind_game(py::class_<Host>& type) {
    type.def(
            "open_game",
            [](Host& self, const std::string& kind, const std::string& arena, const std::string& match_guid,
               int playlist_id, const std::string& match_type, int team_size) {
                self.open_game(kind_named(kind), {arena, match_guid, match_type, playlist_id, team_size});
            },
            py::arg("kind"), py::kw_only(), py::arg("arena") = "Stadium_P", py::arg("match_guid") = "",
            py::arg("playlist_id") = -1, py::arg("match_type") = "", py::arg("team_size") = 3)
        .def("close_game", &Host::close_game)
        .def(
            "set_game",
            [](Host& self, std::optional<float> clock_s, std::optional<bool> overtime,
               std::optional<std::array<int, 2>> score, std::optional<bool> round_active,
               std::optional<bool> ended, std::optional<bool> paused, std::optional<bool> ball_hit,
               std::optional<int> countdown, std::optional<bool> authority) {
                self.set_game(
                    {clock_s, score, overtime, round_active, ended, paused, ball_hit, authority, countdown});
            },
            py::kw_only(), py::arg("clock_s") = py::none(), py::arg("overtime") = py::none(),
            py::arg("score") = py::none(), py::arg("round_active") = py::none(), py::arg("ended") = py::none(),
            py::arg("paused") = py::none(), py::arg("ball_hit") = py::none(), py::arg("countdown") = py::none(),
            py::arg("authority") = py::none())
        .def(
            "set_state",
            [](Host& self, const py::object& header) {
                self.set_state(header_of(records_of<TickHeader>(header, 0, "header")));
            },
            py::arg("header"));
}

void bind_seats(py::class_<Host>& type) {
    type.def("seat", &Host::seat, py::arg("player_id"), py::arg("name"), py::arg("team"), py::kw_only(),
             py::arg("is_bot") = false, py::arg("local") = false)
        .def("change", &Host::change, py::arg("seat"), py::kw_only(), py::arg("name") = py::none(),
             py::arg("team") = py::none())
        .def("leave", &Host::leave, py::arg("seat"))
        .def("set_spectator", &Host::set_spectator, py::arg("seat"), py::arg("spectator"))
        .def(
            "set_cars",
            [](Host& self, const py::object& players) {
                const py::array records = records_of<PlayerTick>(players, 1, "players");
                self.set_cars(span_of(records));
            },
            py::arg("players"))
        .def("set_ball", &set_ball, py::arg("position"), py::arg("velocity") = std::array<float, 3>{},
             py::arg("angular_velocity") = std::array<float, 3>{},
             py::arg("rotation_xyzw") = std::array<float, 4>{0, 0, 0, 1});
}

void bind_play(py::class_<Host>& type) {
    type.def(
            "enter", [](Host& self, int phase) { self.enter(static_cast<Phase>(phase)); }, py::arg("phase"))
        .def("countdown", &Host::countdown)
        .def("start_round", &Host::start_round)
        .def("touch", &Host::touch, py::arg("seat"))
        .def("goal", &Host::goal, py::arg("seat"), py::arg("team"))
        .def("goal_replay", &Host::goal_replay, py::arg("begin"))
        .def("demolish", &Host::demolish, py::arg("attacker"), py::arg("victim"))
        .def("stat", &Host::stat, py::arg("seat"), py::arg("name"), py::arg("other") = -1)
        .def(
            "take_pad",
            [](Host& self, int seat, const std::array<float, 3>& position, bool big) {
                self.take_pad(seat, vector(position), big);
            },
            py::arg("seat"), py::arg("position"), py::kw_only(), py::arg("big"))
        .def(
            "pad_back",
            [](Host& self, const std::array<float, 3>& position, bool big) {
                self.pad_back(vector(position), big);
            },
            py::arg("position"), py::kw_only(), py::arg("big"))
        .def("overtime", &Host::overtime)
        .def("pause", &Host::pause, py::arg("paused"))
        .def("end_match", &Host::end_match, py::arg("winner") = -1)
        .def("set_replay", &Host::set_replay, py::kw_only(), py::arg("exists") = true, py::arg("corrupt") = false)
        .def("set_training_pack", &Host::set_training_pack, py::arg("code"), py::arg("name"), py::arg("shots"),
             py::arg("creator") = "")
        .def("training_shot", &Host::training_shot, py::arg("shot"))
        .def("training_attempt", &Host::training_attempt)
        .def(
            "fire", [](Host& self, const std::string& hook) { self.engine().fire(hook); }, py::arg("hook"));
}

void bind_looking(py::class_<Host>& type, const py::object& toast_type, const py::object& status_type) {
    type.def_property_readonly("hooks",
                               [](Host& self) {
                                   py::list names;
                                   for (const auto& hook : self.engine().hooks) names.append(hook.first);
                                   for (const auto& hook : self.engine().hooks_post) names.append(hook.first);
                                   return names;
                               })
        .def_property_readonly("console", [](Host& self) { return self.engine().console; })
        .def_property_readonly("log", [](Host& self) { return self.engine().log; })
        .def_property_readonly("toasts",
                               [toast_type](Host& self) {
                                   py::list toasts;
                                   for (const auto& toast : self.engine().toasts) {
                                       toasts.append(toast_type(toast.title, toast.text, toast.seconds));
                                   }
                                   return toasts;
                               })
        .def_property_readonly("cvars",
                               [](Host& self) {
                                   py::dict values;
                                   for (const auto& [name, cvar] : self.engine().cvars) {
                                       values[py::str(name)] = cvar.value;
                                   }
                                   return values;
                               })
        .def("set_cvar", &Host::set_cvar, py::arg("name"), py::arg("value"), Waits())
        .def(
            "notify",
            [](Host& self, const std::string& name) {
                if (!self.engine().notifiers.contains(name)) throw py::key_error(name);
                self.notify(name);
            },
            py::arg("name"))
        .def_property_readonly("waiting", [](Host& self) { return self.engine().waiting(); })
        .def_property_readonly("connection", [](Host& self) { return status(self).text; })
        .def_property_readonly("status", [status_type](Host& self) {
            const LinkStatus now = status(self);
            return status_type(now.running, now.connected, now.text, now.ticks_sent, now.ticks_dropped,
                               now.events_sent, now.events_waiting, now.events_lost);
        });
}

}  // namespace

void bind_host(py::module_& module) {
    py::module_ part = module.def_submodule("host", "The stand-in for the game, with the plugin in it.");
    const py::object named_tuple = py::module_::import("collections").attr("namedtuple");
    const py::object toast = named_tuple("Toast", "title text seconds");
    const py::object status = named_tuple(
        "Status", "running connected text ticks_sent ticks_dropped events_sent events_waiting events_lost");
    part.attr("Toast") = toast;
    part.attr("Status") = status;
    py::class_<Host> type(part, "Host");
    bind_life(type);
    bind_game(type);
    bind_seats(type);
    bind_play(type);
    bind_looking(type, toast, status);
}

}  // namespace rockettrainer::bindings
