#!/bin/bash
# SPDX-FileCopyrightText: The Rowcast authors
# SPDX-License-Identifier: GPL-3.0-or-later
# From a fresh Debian 12 or Ubuntu 24.04 to the running demo: lists what is missing with its size, asks, installs it,
# builds, and opens the console in demo mode; with no display it runs the demo of rowcast-worker.
# usage: quickstart.sh [--yes] [--no-run]
#   --yes     do not ask (nor is asked where there is no terminal)
#   --no-run  stop after the build
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/lib/common.sh"
. "$here/lib/packages.sh"
. "$here/lib/install.sh"
. "$here/lib/build.sh"

run=1
for argument in "$@"; do
    case $argument in
        --yes) assumeYes=1 ;;
        --no-run) run=0 ;;
        --help | -h) sed -n '4,8s/^# //p' "${BASH_SOURCE[0]}"; exit 0 ;;
        *) fail "unknown option $argument; see --help" ;;
    esac
done

prepare build run
"$here/servers/fetch.sh" kafka ||
    say "without Kafka's jars the demo uses librdkafka's mock cluster, which neither isolates transactions nor seeks by time"
buildPreset release rowcast rowcast-worker || fail "the build did not finish; see above"
programs=$rowcastRoot/build/release/bin
say "built: $programs/rowcast and $programs/rowcast-worker"
[ "$run" -eq 1 ] || exit 0
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$programs/rowcast" --demo
fi
say "there is no display, so this is the demo without a screen (it ends by itself within two minutes):"
exec "$programs/rowcast-worker" demo
