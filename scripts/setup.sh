#!/usr/bin/env bash
# Makes this checkout ready to work: uv, a Rust toolchain, a C++ compiler, and the Python environment.
#
#   scripts/setup.sh          what running the program needs
#   scripts/setup.sh test     the same, the library that `cargo test` links to, a browser, and a screen
#   scripts/setup.sh bench    the first, and what measuring the plugin takes
#   scripts/setup.sh windows  the first, and what building the plugin for Windows takes
#
# What is already on the machine is used. What is missing goes into .tools/ and .venv/ of this checkout, or,
# where only the system can give it, comes from apt (as root) or rustup. What cannot be had that way is named.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly purpose="${1:-run}"
readonly tools="$PWD/.tools"
# Older uv releases do not read this lock file; older compilers do not build the crate.
uv_wanted="$(sed -n 's/^required-version = ">=\(.*\)"$/\1/p' pyproject.toml)"
rust_wanted="$(sed -n 's/^rust-version = "\(.*\)"$/\1/p' replay_rs/Cargo.toml)"

missing=()
apt_is_fresh=

say() { printf 'setup: %s\n' "$*" >&2; }
have() { command -v "$1" >/dev/null 2>&1; }
at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; } # wanted, found

# --- apt ------------------------------------------------------------------------------------------------------

can_apt() { [ "$(id -u)" -eq 0 ] && have apt-get; }

refresh_apt() {
    [ -z "$apt_is_fresh" ] || return 0
    apt-get update -qq >&2 && apt_is_fresh=yes
}

# Removing anything to make room for a package is refused: the machine belongs to somebody.
apt_install() {
    can_apt && refresh_apt || return 1
    say "installing $* with apt"
    DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq -y --no-install-recommends --no-remove "$@" >"$tools/apt.log" 2>&1 || {
        tail -n 5 "$tools/apt.log" >&2
        return 1
    }
}

# need 'what is missing' package…: installs the packages, or notes what the person has to do.
need() {
    local what="$1"
    shift
    apt_install "$@" || missing+=("$what (Debian, Ubuntu: apt install $*)")
}

# --- uv -------------------------------------------------------------------------------------------------------

uv_is_fine() { have uv && at_least "$uv_wanted" "$(uv --version 2>/dev/null | awk '{print $2}')"; }

install_uv() {
    python3 -c 'import ensurepip, venv' 2>/dev/null || apt_install python3-venv || return 1
    say "installing uv into .tools"
    rm -rf "$tools/uv"
    python3 -m venv "$tools/uv" >&2
    "$tools/uv/bin/python" -m pip install --quiet --disable-pip-version-check "uv>=$uv_wanted" >&2
    ln -sf ../uv/bin/uv "$tools/bin/uv"
}

# --- Rust -----------------------------------------------------------------------------------------------------

rust_is_fine() {
    have cargo && have rustc &&
        at_least "$rust_wanted" "$(cargo --version 2>/dev/null | awk '{print $2}')" &&
        at_least "$rust_wanted" "$(rustc --version 2>/dev/null | awk '{print $2}')"
}

link_tools() { # directory with cargo, rustc and their companions
    local tool
    for tool in cargo rustc rustdoc rustfmt cargo-fmt cargo-clippy clippy-driver; do
        [ ! -x "$1/$tool" ] || ln -sf "$1/$tool" "$tools/bin/$tool"
    done
}

# The names under which Debian and Ubuntu keep cargo: `cargo`, `cargo-web` (for browsers), `cargo-1.97`.
apt_cargo() {
    local name version
    for name in cargo cargo-web $(apt-cache pkgnames cargo-1. | grep -E '^cargo-[0-9.]+$' | sort -rV); do
        version="$(LC_ALL=C apt-cache policy "$name" | sed -n 's/^ *Candidate: //p')"
        case "$version" in
        [0-9]*) if at_least "$rust_wanted" "$version"; then echo "$name" && return; fi ;;
        esac
    done
    return 1
}

apt_rust() {
    can_apt && refresh_apt || return 1
    local cargo suffix
    cargo="$(apt_cargo)" || return 1
    suffix="${cargo#cargo}"
    apt_install "$cargo" "rustc$suffix" "rustfmt$suffix" "rust$suffix-clippy" || return 1
    [ ! -d "/usr/lib/rust$suffix/bin" ] || link_tools "/usr/lib/rust$suffix/bin"
}

rustup_rust() {
    if ! have rustup; then
        have curl || return 1
        say "installing Rust with rustup"
        curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs |
            sh -s -- -y --quiet --no-modify-path --default-toolchain none >&2 || return 1
    fi
    rustup toolchain install stable --profile minimal --component rustfmt,clippy >&2 || return 1
    link_tools "$(dirname "$(rustup which --toolchain stable cargo)")"
}

install_rust() {
    rm -f "$tools"/bin/{cargo,rustc,rustdoc,rustfmt,cargo-fmt,cargo-clippy,clippy-driver}
    hash -r
    { have rustup && rustup_rust; } || apt_rust || rustup_rust || return 1
    hash -r
    rust_is_fine
}

# --- the rest -------------------------------------------------------------------------------------------------

# Headers that the plugin is made with; the app itself runs without.
has_plugin_libraries() {
    [ -e /usr/include/boost/beast.hpp ] && [ -e /usr/include/nlohmann/json.hpp ]
}

has_plugin_tools() { have g++ && have cmake && have ninja && [ -e /usr/include/gtest/gtest.h ]; }

# The bindings are compiled against the Python that uv takes; one that uv fetches brings its headers along.
has_python_headers() {
    local python
    python="$(uv python find 2>/dev/null)" || return 0
    "$python" -c 'import os, sys, sysconfig; sys.exit(not os.path.isfile(sysconfig.get_path("include") + "/Python.h"))'
}

prepare_machine() {
    have python3 || need "Python 3.11 or newer" python3 python3-venv
    have c++ || need "a C++ compiler" g++ libc6-dev
    [ -e /etc/ssl/certs/ca-certificates.crt ] || ! can_apt || apt_install ca-certificates || true
    has_plugin_libraries || apt_install libboost-dev nlohmann-json3-dev ||
        say "without Boost and nlohmann-json the demo and the plugin's tests are left out"
    uv_is_fine || install_uv || missing+=("uv (https://docs.astral.sh/uv; Debian, Ubuntu: apt install python3-venv is enough)")
    has_python_headers || need "Python's headers" python3-dev
    rust_is_fine || install_rust || missing+=("Rust $rust_wanted or newer (https://rustup.rs)")
}

# Overlay and summary need a window kit where there is a screen to show them on; without one all else works.
prepare_windows() {
    [ "$purpose" = test ] || [ -n "${DISPLAY:-}" ] || return 0
    ! DISPLAY="${DISPLAY:-:0}" .venv/bin/python -c 'from rockettrainer.desktop import check; raise SystemExit(not check().kit)' ||
        return 0
    apt_install python3-gi python3-gi-cairo gir1.2-gtk-3.0 gir1.2-webkit2-4.1 ||
        say "no overlay window: apt install python3-gi python3-gi-cairo gir1.2-webkit2-4.1"
}

stop_if_missing() {
    [ "${#missing[@]}" -gt 0 ] || return 0
    say "this machine lacks:"
    printf '  - %s\n' "${missing[@]}" >&2
    say "install what is listed and try again."
    exit 1
}

mkdir -p "$tools/bin"
export PATH="$tools/bin:$PATH:${HOME:-}/.cargo/bin"
# Certificates a machine was given (a company's proxy, say) count for uv and cargo too.
[ ! -e /etc/ssl/certs/ca-certificates.crt ] || export SSL_CERT_FILE="${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}"

prepare_machine
stop_if_missing
uv sync --locked --quiet
prepare_windows
if [ "$purpose" = test ]; then
    .venv/bin/python scripts/libpython.py || apt_install python3-dev || true
    have chromium || apt_install chromium || true
    { have Xvfb && have openbox && have picom; } || apt_install xvfb openbox picom || true
fi
if [ "$purpose" != run ]; then
    has_plugin_tools || apt_install g++ cmake ninja-build libgtest-dev ||
        say "the plugin's tests are left out: apt install g++ cmake ninja-build libgtest-dev"
fi
if [ "$purpose" = bench ]; then
    [ -e /usr/include/benchmark/benchmark.h ] || need "Google Benchmark" libbenchmark-dev
fi
if [ "$purpose" = windows ]; then
    { have x86_64-w64-mingw32-g++-posix && have wine; } || need "mingw-w64 and Wine" g++-mingw-w64-x86-64-posix wine wine64
fi
stop_if_missing
