#!/bin/bash
# SPDX-FileCopyrightText: The Rowcast authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The extra build with Oracle's client library (8.0.33, static) in place of MariaDB's: core and worker alone, in
# build/oracle, and the live MySQL tests once more.
# usage: oracle-client.sh [--yes]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/lib/common.sh"
. "$here/lib/packages.sh"
. "$here/lib/install.sh"
. "$here/lib/build.sh"

[ "${1:-}" != --yes ] || assumeYes=1
prepare build run test
"$here/servers/fetch.sh" kafka mysql80
without=long # as in test.sh
"$here/servers/fetch.sh" mysql9 || without='long|mysql9'
useCcache
folder=$rowcastRoot/build/oracle
cmake -S "$rowcastRoot" -B "$folder" -G Ninja -DCMAKE_BUILD_TYPE=Release -DROWCAST_CONSOLE=OFF -DROWCAST_PRECOMPILE=ON \
    -DROWCAST_MYSQL_CLIENT=oracle -DMYSQL_CLIENT_ROOT="$ROWCAST_CACHE/mysql80"
cmake --build "$folder" --target rowcast-worker live_mysql_tests
runTests "$folder" --test-dir "$folder" --output-on-failure -L '^live-mysql$' -LE "^($without)\$"
