# SPDX-FileCopyrightText: The Rowcast authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Configures, builds and tests by CMake's presets. Meant to be sourced after common.sh.
# shellcheck shell=bash disable=SC2154

# useCcache: for the builds that follow, where there is one.
useCcache() {
    if have ccache; then
        # precompiled headers are cached too, and a clone in another folder finds what this one compiled
        export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_BASEDIR=$rowcastRoot CCACHE_NOHASHDIR=1
        export CCACHE_SLOPPINESS=pch_defines,time_macros
    fi
}

# buildPreset PRESET [TARGET ...]
buildPreset() {
    local preset=$1
    shift
    useCcache
    (cd "$rowcastRoot" && cmake --preset "$preset") </dev/null || return
    (cd "$rowcastRoot" && cmake --build --preset "$preset" ${1:+--target "$@"}) </dev/null
}

# testsLabelled FOLDER PATTERN: names of the tests with a label that matches. Empties ctest's last log, so call it first.
testsLabelled() { ctest --test-dir "$1" -N -L "$2" | sed -n 's/^ *Test *#[0-9]*: \([^ ]*\).*/\1/p'; }

# skippedTests NAMES LOG LAST-LOG: those of NAMES that did not do their work: skipped whole (LOG is what ctest printed) or
# in part (Qt Test's SKIP, which only the log that ctest keeps has). A function whose servers all belong to the other run
# of its program (tests/live/wire/FlavourRows.h) did nothing less than it should.
skippedTests() {
    printf '%s\n' "$1" | awk '
        FILENAME == "-" { wanted[$1] = 1; next }
        /^[ \t]*[0-9]+ - [^ ]+ \((Skipped|Not Run|Disabled)\)/ && wanted[$3] { print "  " $3 ": " $4 " " $5 }
        /^[0-9]+\/[0-9]+ Testing: / { name = $3 }
        /^SKIP   : / && !/None of its servers belongs to this run/ && wanted[name] { print "  " name ": " $0 }
    ' - "$2" "$3"
}

# runTests FOLDER CTEST-OPTION...: ctest in a build folder, two tests at a time. A live test that was skipped is a failure:
# its server is installed, so there is no reason for it. ctest's own summary comes last, and its status is kept.
runTests() {
    local folder=$1 log status=0 live skipped
    shift
    log=$folder/ctest.log
    live=$(testsLabelled "$folder" '^live')
    (cd "$rowcastRoot" && ctest "$@" --no-tests=error -j 2) </dev/null 2>&1 | tee "$log" ||
        status=${PIPESTATUS[0]}
    skipped=$(skippedTests "$live" "$log" "$folder/Testing/Temporary/LastTest.log")
    if [ -n "$skipped" ]; then
        say "these live tests were skipped, which counts as failure:"
        printf '%s\n' "$skipped"
        [ "$status" -ne 0 ] || status=1
        sed -n '/tests passed, .* failed out of/,$p' "$log"
    fi
    return "$status"
}
