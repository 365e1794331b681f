# SPDX-FileCopyrightText: The Rowcast authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The one place that names what Rowcast needs from Debian 12 and Ubuntu 24.04, and what it downloads besides. An entry
# "a|b" is satisfied by either; the first that the distribution has is installed. Meant to be sourced after common.sh.
# shellcheck shell=bash

# packagesOf GROUP: the packages of a group, one a line.
packagesOf() {
    case $1 in
        # compiler, Qt (its Charts want OpenGL's headers), and the client libraries; curl, lz4, zstd and OpenSSL are for
        # the static librdkafka
        build)
            printf '%s\n' build-essential cmake ninja-build pkg-config ca-certificates ccache \
                qt6-base-dev libqt6opengl6-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools \
                'qt6-charts-dev|libqt6charts6-dev' 'qt6-svg-dev|libqt6svg6-dev' qtkeychain-qt6-dev \
                libmariadb-dev nlohmann-json3-dev libsimdjson-dev libzstd-dev liblz4-dev zlib1g-dev libssl-dev \
                libcurl4-openssl-dev
            ;;
        # what the programs and the demo load at run time. Only the core packages of the MariaDB server: the full one
        # would start a service of the system. Maven fetches Kafka's jars.
        run)
            printf '%s\n' libqt6sql6-sqlite libqt6svg6 qt6-translations-l10n breeze-icon-theme \
                fonts-noto-cjk fonts-dejavu-core mariadb-server-core mariadb-client-core \
                'default-jre-headless|openjdk-21-jre-headless|openjdk-17-jre-headless' maven
            ;;
        # servers of other makers (libaio, libnuma: MySQL 8.0.33), a screen without hardware, certificates, measuring
        test)
            printf '%s\n' 'libaio1|libaio1t64' libnuma1 unzip openssl xvfb xauth kcat procps
            ;;
        # clang is for the fuzzers only; gcc brings its own sanitizers
        sanitize)
            printf '%s\n' clang-14 libclang-rt-14-dev llvm-14
            ;;
        style)
            printf '%s\n' clang-format-14 clang-tidy-14 shellcheck
            ;;
        *) fail "no group of packages is called $1; there are build, run, test, sanitize, style" ;;
    esac
}

# downloadsOf GROUP: what the scripts fetch into the cache besides packages, as "name megabytes reason".
downloadsOf() {
    case $1 in
        build) printf '%s\n' "librdkafka 5 source_package_of_a_newer_librdkafka" ;;
        run) printf '%s\n' "kafka 54 Apache_Kafka's_jars" ;;
        test) printf '%s\n' "mysql80 553 MySQL_8.0.33" "mysql9 56 the_distribution's_newest_MySQL" ;;
    esac
}

# downloadIsThere NAME
downloadIsThere() {
    case $1 in
        librdkafka)
            pkg-config --atleast-version=2.6.1 rdkafka 2>/dev/null ||
                compgen -G "$ROWCAST_CACHE/librdkafka/*/.ready" >/dev/null
            ;;
        *) [ -f "$ROWCAST_CACHE/$1/.ready" ] ;;
    esac
}
