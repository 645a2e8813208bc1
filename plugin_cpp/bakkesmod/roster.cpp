#include "roster.hpp"

#include <algorithm>
#include <span>
#include <string>

namespace rockettrainer::adapter {

namespace {

std::int8_t team_of(PriWrapper& pri) {
    return team_number(pri.GetTeamNum());
}

// As replays name platforms, so that a player is the same one in both.
const char* platform_name(OnlinePlatform platform) {
    switch (platform) {
        case OnlinePlatform_Steam:
            return "steam";
        case OnlinePlatform_Epic:
            return "epic";
        case OnlinePlatform_PS4:
            return "ps4";
        case OnlinePlatform_Dingo:
            return "xbox";
        case OnlinePlatform_NNX:
            return "switch";
        case OnlinePlatform_PsyNet:
            return "psynet";
        case OnlinePlatform_QQ:
            return "qq";
        default:
            return "unknown";
    }
}

std::string joined(const char* platform, const std::string& account) {
    return std::string(platform).append(":").append(account);
}

std::string account(PriWrapper& pri, const std::string& name) {
    if (pri.GetbBot() != 0) return joined("bot", name);
    const UniqueIDWrapper id = pri.GetUniqueIdWrapper();
    std::string number = id.GetEpicAccountID();
    if (number.empty() && id.GetUID() != 0) number = std::to_string(id.GetUID());
    if (number.empty()) return joined("unknown", name);
    if (id.GetSplitscreenID() > 0) number.append("/").append(std::to_string(id.GetSplitscreenID()));
    return joined(platform_name(id.GetPlatform()), number);
}

PlayerSeated facts_of(PriWrapper& pri) {
    const std::string name = pri.GetPlayerName().ToString();
    if (name.empty()) return {};
    return {
        .player = -1,
        .id = account(pri, name),
        .name = name,
        .team = team_of(pri),
        .is_bot = pri.GetbBot() != 0,
        .local = pri.IsLocalPlayerPRI(),
    };
}

}  // namespace

Seat* Roster::seat(PriWrapper& pri) {
    if (pri.IsNull() || pri.IsSpectator()) return nullptr;
    Seat* seat = known(pri);
    if (seat == nullptr || names_doubted_) {
        seat = admit(pri);
    } else if (const std::int8_t team = team_of(pri); team != seat->facts.team) {
        PlayerSeated facts = seat->facts;
        facts.team = team;
        announce(*seat, facts);
    }
    if (seat != nullptr) seat->seen = true;
    return seat;
}

std::int8_t Roster::player(PriWrapper pri) const {
    if (pri.IsNull()) return -1;
    const std::span seats(seats_.data(), count_);
    const auto found = std::ranges::find(seats, pri.memory_address, &Seat::pri);
    return found == seats.end() ? std::int8_t{-1} : found->facts.player;
}

std::int8_t Roster::team(std::int8_t player) const {
    return player < 0 ? std::int8_t{-1} : seats_[static_cast<std::size_t>(player)].facts.team;
}

void Roster::begin_pass() {
    for (std::size_t i = 0; i < count_; ++i) seats_[i].seen = false;
}

void Roster::end_pass() {
    names_doubted_ = false;
    for (Seat& seat : std::span(seats_.data(), count_)) {
        if (!seat.here || seat.seen) continue;
        seat.here = false;
        seat.pri = 0;
        link_.emit(PlayerLeft{seat.facts.player});
    }
}

Seat* Roster::known(PriWrapper& pri) {
    for (Seat& seat : std::span(seats_.data(), count_)) {
        if (seat.pri == pri.memory_address && seat.pri_number == pri.GetPlayerID()) return &seat;
    }
    return nullptr;
}

// Whoever comes back, or comes as another object of the game, is still the same player.
Seat* Roster::admit(PriWrapper& pri) {
    const PlayerSeated facts = facts_of(pri);
    if (facts.name.empty()) return nullptr;
    const std::span seats(seats_.data(), count_);
    auto found = std::ranges::find_if(seats, [&](const Seat& seat) {
        return seat.facts.id == facts.id && (!seat.here || seat.pri == pri.memory_address);
    });
    if (found == seats.end()) {
        found = std::ranges::find(seats, pri.memory_address, &Seat::pri);
        if (found != seats.end() && found->pri_number != pri.GetPlayerID()) found = seats.end();
    }
    Seat* seat = found == seats.end() ? nullptr : &*found;
    if (seat == nullptr) {
        if (count_ == kMostNumbers) return nullptr;
        seat = &seats_[count_];
        *seat = Seat{};
        seat->facts.player = static_cast<std::int8_t>(count_++);
    }
    const bool came = !seat->here;
    seat->pri = pri.memory_address;
    seat->pri_number = pri.GetPlayerID();
    seat->here = true;
    if (came || seat->facts.name != facts.name || seat->facts.team != facts.team) announce(*seat, facts);
    return seat;
}

void Roster::announce(Seat& seat, const PlayerSeated& facts) {
    const std::int8_t player = seat.facts.player;
    seat.facts = facts;
    seat.facts.player = player;
    if (facts.local) local_ = player;
    link_.emit(seat.facts);
}

}  // namespace rockettrainer::adapter
