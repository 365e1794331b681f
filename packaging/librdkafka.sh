#!/bin/bash
# SPDX-FileCopyrightText: The Rowcast authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds a static librdkafka from the distribution's own newer source package, once, into
# $ROWCAST_CACHE/librdkafka/VERSION, and prints that folder. Needed where the distribution's librdkafka is older than
# 2.6.1: such a version cannot log in to Kafka 4 by SCRAM (it repeats the client's nonce).
# usage: librdkafka.sh
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/lib/common.sh"
. "$here/lib/apt-suite.sh"

store=$ROWCAST_CACHE/librdkafka
oldest=2.6.1

newestReady() {
    [ ! -d "$store" ] || find "$store" -mindepth 2 -maxdepth 2 -name .ready -printf '%h\n' | sort -V | tail -1
}

# fetchSource FOLDER: FOLDER/source holds the unpacked source of the first suite whose version is new enough.
fetchSource() {
    local folder=$1 suite version
    while read -r suite; do
        # a shell of its own: the private apt configuration is meant for these commands alone
        (
            openSuite "$folder/apt-$suite" "$suite" deb-src &&
                cd "$folder" &&
                tryTwice apt-get -qq source --download-only librdkafka
        ) </dev/null || { say "suite $suite gave no librdkafka"; continue; }
        # without the distribution's patches: they only trade the bundled JSON and protobuf parts for system packages
        dpkg-source --skip-patches -x "$folder"/librdkafka_*.dsc "$folder/source" >"$folder/unpack.log" 2>&1 ||
            fail "the source package does not unpack: $(tail -1 "$folder/unpack.log")"
        version=$(sourceVersion "$folder/source")
        ! dpkg --compare-versions "$version" ge "$oldest" || return 0
        say "suite $suite has only librdkafka $version"
        rm -rf "$folder/source" "$folder"/librdkafka_*
    done < <(newerSuites)
    return 1
}

sourceVersion() { dpkg-parsechangelog -l "$1/debian/changelog" -S Version | sed -E 's/^[0-9]+://; s/-[^-]*$//; s/[+~].*//'; }

build() {
    local folder=$1 version=$2 prefix=$3
    rm -rf "$prefix.new"
    # SCRAM and OAUTHBEARER come with SASL; Kerberos would come too, and with it one more library to link
    sed -i 's/set(WITH_SASL_CYRUS ON)/set(WITH_SASL_CYRUS OFF)/' "$folder/source/CMakeLists.txt"
    cmake -S "$folder/source" -B "$folder/build" -DCMAKE_BUILD_TYPE=Release -DCMAKE_POSITION_INDEPENDENT_CODE=ON \
        -DCMAKE_INSTALL_PREFIX="$prefix" -DCMAKE_INSTALL_LIBDIR=lib \
        -DRDKAFKA_BUILD_STATIC=ON -DRDKAFKA_BUILD_EXAMPLES=OFF -DRDKAFKA_BUILD_TESTS=OFF \
        -DWITH_SSL=ON -DWITH_SASL=ON -DWITH_ZLIB=ON -DWITH_ZSTD=ON -DENABLE_LZ4_EXT=ON -DWITH_CURL=ON \
        -DWITH_PLUGINS=OFF || return 1
    cmake --build "$folder/build" -j "$(nproc)" --target rdkafka || return 1
    nm "$folder/build/src/librdkafka.a" 2>/dev/null | grep ' [DR] rd_kafka_sasl_scram_provider' >/dev/null || return 1
    # plain copies: the install rules would also want the C++ wrapper, which is not built
    mkdir -p "$prefix.new/include/librdkafka" "$prefix.new/lib"
    cp "$folder"/source/src/{rdkafka.h,rdkafka_mock.h} "$prefix.new/include/librdkafka/"
    cp "$folder/build/src/librdkafka.a" "$prefix.new/lib/"
    printf '%s\n' "$version" >"$prefix.new/.ready"
    rm -rf "$prefix"
    mv "$prefix.new" "$prefix"
}

makeReady() {
    local prefix version
    prefix=$(newestReady)
    [ -z "$prefix" ] || return 0
    local tool
    for tool in apt-get dpkg-source dpkg-parsechangelog cmake c++; do
        have "$tool" || fail "$tool is not installed; run: bash packaging/dependencies.sh build"
    done
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    say "fetching and building librdkafka (once, about two minutes)"
    fetchSource "$work" || fail "no suite of this distribution has librdkafka $oldest or newer"
    version=$(sourceVersion "$work/source")
    mkdir -p "$store"
    build "$work" "$version" "$store/$version" >"$store/build.log" 2>&1 ||
        fail "librdkafka $version does not build; see $store/build.log"
    say "librdkafka $version is ready"
}

withLock librdkafka makeReady
newestReady
