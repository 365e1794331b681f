# SPDX-FileCopyrightText: The Rowcast authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Lists what is missing with its size, asks, installs. Meant to be sourced after common.sh and packages.sh.
# shellcheck shell=bash

# assumeYes: 1 installs without a question. Where there is no terminal nobody could answer, so none is asked either.
assumeYes=${assumeYes:-0}

isInstalled() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

aptKnows() {
    [ -n "$(apt-cache show --no-all-versions "$1" 2>/dev/null)" ]
}

# asRoot COMMAND...
asRoot() {
    if [ "$(id -u)" -eq 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

canBeRoot() { [ "$(id -u)" -eq 0 ] || have sudo; }

updateLists() { tryTwice asRoot apt-get -qq -o Acquire::Retries=1 update; }

# missingEntries GROUP...: entries of which no alternative is installed.
missingEntries() {
    local group entry name installed
    for group in "$@"; do
        while read -r entry; do
            installed=0
            for name in ${entry//|/ }; do
                ! isInstalled "$name" || installed=1
            done
            [ "$installed" -eq 1 ] || printf '%s\n' "$entry"
        done < <(packagesOf "$group")
    done | sort -u
}

# chosenPackages ENTRY...: for each entry the first alternative that apt knows; fails naming the entry it does not know.
chosenPackages() {
    local entry name chosen
    for entry in "$@"; do
        chosen=""
        for name in ${entry//|/ }; do
            [ -n "$chosen" ] || ! aptKnows "$name" || chosen=$name
        done
        [ -n "$chosen" ] || { say "apt knows no package $entry"; return 1; }
        printf '%s\n' "$chosen"
    done
}

humanSize() {
    awk -v bytes="$1" 'BEGIN { if (bytes < 1e6) printf "%.0f kB", bytes / 1e3; else printf "%.1f MB", bytes / 1e6 }'
}

# listPackages PACKAGE...: each with its own size, then the whole with everything it needs.
listPackages() {
    local name size total count
    for name in "$@"; do
        size=$(apt-cache show --no-all-versions "$name" | sed -n 's/^Size: //p' | head -1)
        printf '    %-28s %10s\n' "$name" "$(humanSize "${size:-0}")" >&2
    done
    read -r count total < <(apt-get -qq -y --no-install-recommends --print-uris install "$@" 2>/dev/null |
        awk '$3 ~ /^[0-9]+$/ { count++; sum += $3 } END { print count + 0, sum + 0 }')
    say "together with what they need: $count packages, $(humanSize "$total") to download"
}

# listDownloads GROUP...: what else will be fetched into the cache.
listDownloads() {
    local group name size reason
    for group in "$@"; do
        while read -r name size reason; do
            downloadIsThere "$name" || printf '    %-28s %7s MB  (%s)\n' "$name" "$size" "${reason//_/ }" >&2
        done < <(downloadsOf "$group")
    done
}

# confirm QUESTION: true for yes.
confirm() {
    local answer
    { [ "$assumeYes" -eq 0 ] && [ -t 0 ]; } || return 0
    read -r -p "$1 [Y/n] " answer || return 1
    [[ $answer =~ ^([yY].*)?$ ]]
}

installPackages() {
    local options=(-qq -y --no-install-recommends -o Acquire::Retries=1 -o Dpkg::Options::=--force-confold
        -o Dpkg::Use-Pty=0)
    asRoot apt-get "${options[@]}" install "$@" </dev/null >&2 && return 0
    # the second try with new lists: a mirror may have replaced a version since the lists were fetched
    say "the installation did not finish, trying again with new package lists"
    updateLists
    asRoot apt-get "${options[@]}" install "$@" </dev/null >&2
}

# prepare GROUP...: everything missing of the groups is listed, agreed to and installed; afterwards the downloads of
# these groups are agreed to as well.
prepare() {
    local entries packages downloads
    have apt-get || fail "this script installs with apt (Debian 12, Ubuntu 24.04). Elsewhere install by hand what \
packaging/lib/packages.sh names, then: cmake --preset release && cmake --build --preset release"
    mapfile -t entries < <(missingEntries "$@")
    downloads=$(listDownloads "$@" 2>&1)
    if [ ${#entries[@]} -eq 0 ] && [ -z "$downloads" ]; then
        say "everything needed is installed"
        return 0
    fi
    if [ ${#entries[@]} -gt 0 ]; then
        canBeRoot || fail "missing: ${entries[*]}
These need root to install and there is no sudo. As root: bash packaging/dependencies.sh $*"
        choosePackages "${entries[@]}"
        say "missing packages:"
        listPackages "${packages[@]}"
    fi
    if [ -n "$downloads" ]; then
        say "to be fetched into $ROWCAST_CACHE:"
        printf '%s\n' "$downloads" >&2
    fi
    confirm "Install and fetch these?" || fail "nothing was installed"
    [ ${#entries[@]} -eq 0 ] || installPackages "${packages[@]}" || fail "apt could not install the packages; see above"
}

# choosePackages ENTRY...: sets packages; fetches apt's lists when they are empty or too old to know an entry.
choosePackages() {
    local names
    if ! names=$(chosenPackages "$@" 2>/dev/null); then
        say "fetching the package lists"
        updateLists || fail "apt-get update does not work; see above"
        names=$(chosenPackages "$@") || fail "add the distribution's main (Ubuntu: also universe) to apt's sources"
    fi
    mapfile -t packages <<<"$names"
}
