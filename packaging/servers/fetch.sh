#!/bin/bash
# SPDX-FileCopyrightText: The Rowcast authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings real servers for the demo and the tests into the cache; nothing is installed into the system or started.
#   kafka    Apache Kafka's jars, from Maven's central repository    -> $ROWCAST_CACHE/kafka/libs/*.jar
#   mysql80  Oracle's MySQL 8.0.33, the generation of Aurora MySQL 3 -> $ROWCAST_CACHE/mysql80/bin/mysqld, lib, include
#   mysql9   the newest MySQL that the distribution has              -> $ROWCAST_CACHE/mysql9/bin/mysqld
# usage: fetch.sh kafka|mysql80|mysql9 ...
# A folder appears when it is complete; the second call finds it and does nothing.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/../lib/common.sh"
. "$here/../lib/apt-suite.sh"
. "$here/kafka.sh"
. "$here/mysql80.sh"
. "$here/mysql9.sh"

# fetchServer NAME: runs NAME's function on a new folder and puts it in place. The stamp names the version, so another
# version in these scripts replaces what is there.
fetchServer() {
    local name=$1 target=$ROWCAST_CACHE/$1 stamp fresh
    stamp=$("stamp_$name")
    [ "$(cat "$target/.ready" 2>/dev/null)" != "$stamp" ] || return 0
    fresh=$(mktemp -d "$ROWCAST_CACHE/.$name.XXXXXX")
    # shellcheck disable=SC2064  # the name of this very folder
    trap "rm -rf '$fresh'" EXIT
    say "fetching $name ($stamp)"
    "fetch_$name" "$fresh" || fail "$name could not be fetched"
    printf '%s\n' "$stamp" >"$fresh/.ready"
    chmod 755 "$fresh"
    rm -rf "$target"
    mv "$fresh" "$target"
    say "$name is ready: $target"
}

# maven FOLDER ARGUMENT...: Maven in silence; what it says is shown when it fails. Its log is FOLDER/maven.log.
maven() {
    local log=$1/maven.log
    shift
    mvn -q -B -Dstyle.color=never "$@" </dev/null >"$log" 2>&1 || { cat "$log" >&2; return 1; }
    rm -f "$log"
}

[ $# -gt 0 ] || fail "usage: fetch.sh kafka|mysql80|mysql9 ..."
for server in "$@"; do
    case $server in
        kafka | mysql80 | mysql9) withLock "$server" fetchServer "$server" ;;
        *) fail "no server is called $server; there are kafka, mysql80, mysql9" ;;
    esac
done
