#!/bin/bash
# SPDX-FileCopyrightText: The Rowcast authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The robustness stories in their long form, in the preset "ci": over 200 kills of worker, broker and database, stops at
# random moments, a million seeds of the simulation; transactions of 5 GB, for which 20 GB of disk must be free. Takes
# hours.
# usage: long-stories.sh [--yes] [SEEDS]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/lib/common.sh"
. "$here/lib/packages.sh"
. "$here/lib/install.sh"
. "$here/lib/build.sh"

seeds=1000000
for argument in "$@"; do
    case $argument in
        --yes) assumeYes=1 ;;
        [0-9]*) seeds=$argument ;;
        *) fail "unknown argument $argument; there are --yes and the number of seeds" ;;
    esac
done
prepare build run test
"$here/servers/fetch.sh" kafka mysql80 || fail "the stories need these servers; try again when the network is there"
buildPreset ci || fail "the build did not finish; see above"

# not through ctest, whose limits of time are for the short form
folder=$rowcastRoot/build/ci
export ROWCAST_KILLS=70 ROWCAST_STOPS=200 ROWCAST_FAULTS=20 ROWCAST_ROUNDS=1000 ROWCAST_SEEDS=$seeds
export ROWCAST_HUGE_MEGABYTES=5200 QTEST_FUNCTION_TIMEOUT=86400000 ROWCAST_LIVE_REQUIRED=1
export ROWCAST_BIN_DIR=$folder/bin ROWCAST_SOURCE_DIR=$rowcastRoot LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen
failed=0
for story in tst_simulation tst_kills tst_checkpoint tst_brokerfaults tst_networkfaults tst_leaders tst_manytasks \
    tst_hugetransactions tst_longbinlog; do
    say "$story"
    "$folder/tests/$story" || failed=1
done
exit "$failed"
