#!/bin/bash
# SPDX-FileCopyrightText: The Rowcast authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the presets asan (AddressSanitizer, UBSan) and tsan (ThreadSanitizer, core only) and runs the unit tests in each.
# usage: sanitize.sh [--yes] [asan|tsan ...]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/lib/common.sh"
. "$here/lib/packages.sh"
. "$here/lib/install.sh"
. "$here/lib/build.sh"

presets=()
for argument in "$@"; do
    case $argument in
        --yes) assumeYes=1 ;;
        asan | tsan) presets+=("$argument") ;;
        *) fail "unknown argument $argument; there are --yes, asan, tsan" ;;
    esac
done
[ ${#presets[@]} -gt 0 ] || presets=(asan tsan)

# ThreadSanitizer of gcc 12 cannot place its shadow memory where the kernel randomises addresses by more than 28 bits
if [ "${ROWCAST_FIXED_ADDRESSES:-}" != 1 ] && setarch "$(uname -m)" -R true 2>/dev/null; then
    ROWCAST_FIXED_ADDRESSES=1 exec setarch "$(uname -m)" -R bash "${BASH_SOURCE[0]}" "$@"
fi

prepare build run
failed=0
for preset in "${presets[@]}"; do
    buildPreset "$preset" unit_tests || fail "the build of $preset did not finish; see above"
    runTests "$rowcastRoot/build/$preset" --preset "$preset" -L '^unit$' || failed=1
done
exit "$failed"
