# SPDX-FileCopyrightText: The Rowcast authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What the packaging scripts share: messages, the cache folder, a second try for downloads. Meant to be sourced.
# shellcheck shell=bash

# Debian's minimal system has no locale but this one
export LC_ALL=C.UTF-8

rowcastRoot=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
ROWCAST_CACHE=${ROWCAST_CACHE:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/rowcast}
export ROWCAST_CACHE rowcastRoot

say() { printf '%s\n' "rowcast: $*" >&2; }

fail() {
    say "$*"
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# tryTwice COMMAND...: downloads fail for reasons that pass; a second refusal is a real one.
tryTwice() {
    "$@" && return 0
    say "did not work, trying again: $1 ${2:-}"
    sleep 3
    "$@"
}

# withLock NAME COMMAND...: one process at a time fills a folder of the cache; the others wait and then find it filled.
withLock() {
    local name=$1
    shift
    mkdir -p "$ROWCAST_CACHE"
    if ! have flock; then
        "$@"
        return
    fi
    local handle
    exec {handle}>"$ROWCAST_CACHE/.$name.lock"
    flock "$handle"
    # in a shell of its own, so that what the command starts does not keep the lock
    ("$@") {handle}>&-
    exec {handle}>&-
}

# machineId, machineCodename: of the distribution, such as "debian" "bookworm".
machineId() { (. /etc/os-release && printf '%s' "${ID:-unknown}"); }
machineCodename() { (. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}"); }
