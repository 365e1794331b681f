# SPDX-FileCopyrightText: The Rowcast authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Packages of another suite of the machine's own distribution, by a private apt configuration: the machine's package
# lists, its sources and what is installed stay as they are. Works without being root. Meant to be sourced after common.sh.
# shellcheck shell=bash

# distributionMirror: the URI of the entry from which this machine gets its own suite. apt itself reads its
# configuration (one-line and deb822 entries); entries of third parties have other suites, so they never match.
distributionMirror() {
    local codename format
    codename=$(machineCodename)
    # shellcheck disable=SC2016  # apt's own placeholders
    format='$(REPO_URI) $(RELEASE) $(COMPONENT)'
    apt-get indextargets --format "$format" 'Created-By: Packages' 2>/dev/null |
        awk -v codename="$codename" '
            $2 == codename && $3 == "main" { print $1; found = 1; exit }
            $2 ~ /^(sid|unstable|testing|stable|devel)$/ && $3 == "main" && !second { second = $1 }
            END { if (!found && second) print second }'
}

# newerSuites: suites to look into for a newer package, the best first.
newerSuites() {
    case $(machineId) in
        ubuntu) printf '%s\n' devel resolute questing ;;
        *) printf '%s\n' sid trixie ;;
    esac
}

# openSuite FOLDER SUITE TYPE: writes a private apt configuration for SUITE (TYPE: deb or deb-src), exports APT_CONFIG
# and fetches its lists. With FOLDER/status present, those packages count as installed.
openSuite() {
    local folder=$1 suite=$2 type=$3 mirror keyring option=""
    mirror=$(distributionMirror)
    [ -n "$mirror" ] || fail "no entry for $(machineCodename) main in apt's sources; add one and try again"
    mkdir -p "$folder"/{lists/partial,archives/partial,parts}
    touch "$folder/status"
    keyring=/usr/share/keyrings/$(machineId)-archive-keyring.gpg
    [ ! -f "$keyring" ] || option="[signed-by=$keyring] "
    printf '%s %s%s %s main\n' "$type" "$option" "$mirror" "$suite" >"$folder/sources.list"
    [ "$(machineId)" != ubuntu ] || sed -i 's/ main$/ main universe/' "$folder/sources.list"
    cat >"$folder/apt.conf" <<CONF
Dir::State "$folder"; Dir::State::lists "$folder/lists"; Dir::State::status "$folder/status";
Dir::Cache "$folder"; Dir::Cache::archives "$folder/archives";
Dir::Etc::sourcelist "$folder/sources.list"; Dir::Etc::sourceparts "$folder/parts";
Dir::Etc::preferences "/dev/null"; Dir::Etc::preferencesparts "$folder/parts";
Acquire::Languages "none"; Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
APT::Install-Recommends "false"; APT::Sandbox::User "$(id -un)"; APT::Keep-Downloaded-Packages "true";
CONF
    export APT_CONFIG=$folder/apt.conf
    tryTwice apt-get -qq update
}
