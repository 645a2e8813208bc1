// The plugin's way to the server, as the game sees it: give it ticks and events, take commands from it.
//
// Everything but `status` is for one thread, the game's. `record`, `emit`, `begin_session` and `end_session`
// neither wait, lock nor allocate: they copy into rings, which a worker thread empties.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "rockettrainer/commands.hpp"
#include "rockettrainer/events.hpp"
#include "rockettrainer/tick.hpp"

namespace rockettrainer {

class Transport;

// What a link needs to know to find the server and to say who it is.
struct LinkConfig {
    std::filesystem::path folder;  // where the server leaves `plugin.json`; see `data_folder()`
    std::string plugin_version;
    std::string game_version;
    // What carries the messages; a WebSocket unless a test says otherwise.
    std::function<std::unique_ptr<Transport>()> make_transport{};
};

// How a link is doing, for the settings window.
struct LinkStatus {
    bool running = false;
    bool connected = false;  // welcomed by the server
    std::string text;        // the same for a person, with the reason where it is not connected
    std::uint64_t ticks_sent = 0;
    std::uint64_t ticks_dropped = 0;   // because the ring was full
    std::uint64_t events_sent = 0;     // those sent again count again
    std::uint64_t events_waiting = 0;  // not yet acknowledged by the server
    std::uint64_t events_lost = 0;     // because too many were waiting
};

class Link {
 public:
    Link();
    ~Link();  // stops
    Link(const Link&) = delete;
    Link& operator=(const Link&) = delete;

    // Starts the worker. A link that runs is stopped first. What was not acknowledged before `stop` is still held.
    void start(LinkConfig config);

    // Says goodbye to the server and joins the worker, within 100 ms whatever the server does. What happens until
    // the next `start` is not kept.
    void stop() noexcept;

    // Begins a session and tells the server. A session that runs is ended first, with the reason "replaced".
    // Returns its number, which ticks and events carry from now on.
    std::uint32_t begin_session(const SessionStarted& facts) noexcept;

    // Ends the session; does nothing where none runs.
    void end_session(const Text<64>& reason) noexcept;

    // The session's number; 0 where none runs.
    [[nodiscard]] std::uint32_t session() const noexcept;

    // Takes a tick of the session; ignored where none runs. `magic`, `layout`, `seq`, `dropped` and `session` of the
    // header are filled in here, all else (`player_count`, `time_ns`, …) by the caller.
    void record(const Tick& tick) noexcept;

    // Takes an event of the session, stamped with `now_ns()` and the number of the next tick; ignored where none runs.
    void emit(const Event& event) noexcept;

    // Calls `act(const Command&)` for each command that has come, oldest first.
    template <typename Act>
    void poll_commands(Act&& act) {
        while (const std::optional<Command> command = take_command()) act(*command);
    }

    // Tells the server what became of a command. Each command is answered once.
    void answer(const CommandId& id, Outcome outcome, const Text<256>& reason) noexcept;

    // A consistent copy, from any thread.
    [[nodiscard]] LinkStatus status() const;

 private:
    [[nodiscard]] std::optional<Command> take_command() noexcept;

    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace rockettrainer
