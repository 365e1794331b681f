#!/bin/bash
# SPDX-FileCopyrightText: The Rowcast authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Lists the packages that are missing for a purpose, with their sizes, asks and installs them.
# usage: dependencies.sh [--yes] [--list] [GROUP ...]
#   GROUP   build, run, test, sanitize, style (default: build run)
#   --yes   do not ask (nor is asked where there is no terminal)
#   --list  only print the names of what is missing
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/lib/common.sh"
. "$here/lib/packages.sh"
. "$here/lib/install.sh"

onlyList=0
groups=()
for argument in "$@"; do
    case $argument in
        --yes) assumeYes=1 ;;
        --list) onlyList=1 ;;
        --help | -h) sed -n '4,8s/^# //p' "${BASH_SOURCE[0]}"; exit 0 ;;
        -*) fail "unknown option $argument; see --help" ;;
        *) groups+=("$argument") ;;
    esac
done
[ ${#groups[@]} -gt 0 ] || groups=(build run)
for group in "${groups[@]}"; do packagesOf "$group" >/dev/null; done

if [ "$onlyList" -eq 1 ]; then
    missingEntries "${groups[@]}"
else
    prepare "${groups[@]}"
fi
