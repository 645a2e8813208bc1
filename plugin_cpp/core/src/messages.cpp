#include "messages.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "rockettrainer/tick.hpp"

namespace rockettrainer {
namespace {

using Json = nlohmann::json;

// A name from the game may hold bytes that are not UTF-8; they are replaced, for JSON cannot carry them.
std::string written(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <std::size_t Size>
Json text(const Text<Size>& value) {
    return std::string(value.view());
}

template <std::size_t Size>
Json text_or_null(const Text<Size>& value) {
    return value.empty() ? Json() : text(value);
}

Json number_or_null(std::int32_t value) {
    return value < 0 ? Json() : Json(value);
}

Json number_or_null(float value) {
    return std::isfinite(value) ? Json(value) : Json();
}

Json place(const Position& value) {
    Json axes = Json::array();
    for (const float axis : value) axes.push_back(number_or_null(axis));
    return axes;
}

std::string_view kind_name(SessionKind kind) {
    switch (kind) {
        case SessionKind::freeplay:
            return "freeplay";
        case SessionKind::custom_training:
            return "custom_training";
        case SessionKind::bots:
            return "bots";
        case SessionKind::lan:
            return "lan";
        case SessionKind::replay:
            return "replay";
        case SessionKind::online:
            return "online";
        case SessionKind::unknown:
            break;
    }
    return "unknown";
}

// What each event says besides its name and stamp. An event that says nothing more has no function of its own.
struct Fields {
    Json& to;

    void operator()(const SessionStarted& event) const {
        to["kind"] = kind_name(event.kind);
        to["map"] = text(event.map);
        to["match_guid"] = text_or_null(event.match_guid);
        to["playlist_id"] = number_or_null(event.playlist_id);
        to["match_type"] = text_or_null(event.match_type);
        to["team_size"] = number_or_null(event.team_size);
        to["started_at"] = event.started_at_s;
    }
    void operator()(const PlayerSeated& event) const {
        to["player"] = event.player;
        to["id"] = text(event.id);
        to["name"] = text(event.name);
        to["team"] = number_or_null(event.team);
        to["is_bot"] = event.is_bot;
        to["local"] = event.local;
    }
    void operator()(const PlayerLeft& event) const { to["player"] = event.player; }
    void operator()(const Touch& event) const {
        to["player"] = number_or_null(event.player);
        to["team"] = number_or_null(event.team);
        to["position"] = place(event.position);
        to["speed_change_uu_s"] = number_or_null(event.speed_change_uu_s);
    }
    void operator()(const Goal& event) const {
        to["team"] = number_or_null(event.team);
        to["player"] = number_or_null(event.player);
        to["position"] = place(event.position);
        to["speed_uu_s"] = number_or_null(event.speed_uu_s);
    }
    void operator()(const Demolition& event) const {
        to["player"] = number_or_null(event.player);
        to["other"] = number_or_null(event.other);
        to["position"] = place(event.position);
    }
    void operator()(const Stat& event) const {
        to["player"] = number_or_null(event.player);
        to["name"] = text(event.name);
        to["other"] = number_or_null(event.other);
    }
    void operator()(const PadTaken& event) const {
        to["player"] = number_or_null(event.player);
        to["position"] = place(event.position);
        to["big"] = event.big;
        to["boost_before"] = number_or_null(event.boost_before);
    }
    void operator()(const PadBack& event) const {
        to["position"] = place(event.position);
        to["big"] = event.big;
    }
    void operator()(const DodgeRefresh& event) const { to["player"] = number_or_null(event.player); }
    void operator()(const Paused& event) const { to["paused"] = event.paused; }
    void operator()(const MatchEnded& event) const { to["winner"] = number_or_null(event.winner); }
    void operator()(const ReplaySaved& event) const { to["path"] = text(event.path); }
    void operator()(const TrainingPack& event) const {
        to["code"] = text(event.code);
        to["name"] = text(event.name);
        to["shots"] = number_or_null(event.shots);
        to["creator"] = text_or_null(event.creator);
    }
    void operator()(const TrainingShot& event) const {
        to["shot"] = number_or_null(event.shot);
        to["shots"] = number_or_null(event.shots);
    }
    void operator()(const TrainingAttempt& event) const {
        to["shot"] = number_or_null(event.shot);
        to["goal"] = event.goal ? Json(*event.goal) : Json();
    }
    void operator()(const SessionEnded& event) const { to["reason"] = text(event.reason); }
    void operator()(const Overflow& event) const { to["lost"] = event.lost; }
    void operator()(const Countdown&) const {}
    void operator()(const RoundStarted&) const {}
    void operator()(const GoalReplayStarted&) const {}
    void operator()(const GoalReplayEnded&) const {}
    void operator()(const Overtime&) const {}
};

std::string_view outcome_name(Outcome outcome) {
    switch (outcome) {
        case Outcome::done:
            return "done";
        case Outcome::cancelled:
            return "cancelled";
        case Outcome::refused:
            break;
    }
    return "refused";
}

}  // namespace

std::string encode_hello(const Hello& hello) {
    return written({{"type", "hello"},
                    {"protocol", kProtocol},
                    {"layout", kTickLayout},
                    {"header_size", sizeof(TickHeader)},
                    {"player_size", sizeof(PlayerTick)},
                    {"plugin", hello.plugin_version},
                    {"game", hello.game_version},
                    {"instance", hello.instance},
                    {"first_event", hello.first_event},
                    {"last_event", hello.last_event}});
}

std::string encode_event(std::uint64_t number, const StampedEvent& event) {
    Json json;
    std::visit(Fields{json}, event.event);
    json["type"] = "event";
    json["n"] = number;
    json["event"] = std::visit([](const auto& body) { return body.kName; }, event.event);
    json["session"] = event.session;
    json["seq"] = event.seq;
    json["t_ns"] = event.time_ns;
    return written(json);
}

std::string encode_result(const Answer& answer) {
    return written({{"type", "result"},
                    {"id", text(answer.id)},
                    {"status", outcome_name(answer.outcome)},
                    {"reason", text(answer.reason)}});
}

}  // namespace rockettrainer
