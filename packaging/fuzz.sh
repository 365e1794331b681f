#!/bin/bash
# SPDX-FileCopyrightText: The Rowcast authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the fuzzers of tests/robustness/fuzz with clang's libFuzzer under AddressSanitizer and UBSan, in build/fuzz, and
# runs each for a number of executions (10 million; takes hours). Ends with a table. What breaks a target is left in
# build/fuzz/broken/<target>: mend it and keep the file in tests/robustness/fuzz/found/<target>.
# usage: fuzz.sh [--yes] [--runs N] [target ...]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/lib/common.sh"
. "$here/lib/packages.sh"
. "$here/lib/install.sh"
. "$here/lib/build.sh"

runs=10000000
targets=()
while [ $# -gt 0 ]; do
    case $1 in
        --yes) assumeYes=1 ;;
        --runs)
            runs=${2:?--runs needs a number}
            shift
            ;;
        -*) fail "unknown option $1; there are --yes and --runs" ;;
        *) targets+=("$1") ;;
    esac
    shift
done
prepare build run sanitize
useCcache
folder=$rowcastRoot/build/fuzz
cmake -S "$rowcastRoot" -B "$folder" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_C_COMPILER=clang-14 \
    -DCMAKE_CXX_COMPILER=clang++-14 -DROWCAST_CONSOLE=OFF -DROWCAST_FUZZERS=ON
cmake --build "$folder" --target fuzzers
export ROWCAST_SOURCE_DIR=$rowcastRoot LC_ALL=C.UTF-8
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
# no stack kept for every allocation, and less freed memory kept back: more executions in the same time
export ASAN_OPTIONS=malloc_context_size=0:quarantine_size_mb=4
"$folder/bin/fuzz_seeds" "$folder/corpus"

# fuzz TARGET: a line of the table; its status says whether the target held.
fuzz() {
    local target=$1 log=$folder/$1.log status=0
    mkdir -p "$folder/corpus/$target" "$folder/broken/$target"
    "$folder/bin/fuzz_$target" -runs="$runs" -rss_limit_mb=2048 -timeout=20 -max_len=4096 -print_final_stats=1 \
        -artifact_prefix="$folder/broken/$target/" "$folder/corpus/$target" >"$log" 2>&1 || status=$?
    printf '%-14s %12s %10s  %s\n' "$target" "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" \
        "$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log")" \
        "$([ "$status" -eq 0 ] && echo held || echo "broken: see $log")"
    return "$status"
}

[ ${#targets[@]} -gt 0 ] || mapfile -t targets < <(cd "$folder/corpus" && printf '%s\n' *)
printf '%-14s %12s %10s  %s\n' target executions per-second result
failed=0
for target in "${targets[@]}"; do
    fuzz "$target" || failed=1
done
exit "$failed"
