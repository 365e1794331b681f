# SPDX-FileCopyrightText: The Rowcast authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Kafka's jars by Maven, for fetch.sh. Meant to be sourced.
# shellcheck shell=bash

kafkaPom=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/kafka-pom.xml
stamp_kafka() { printf 'kafka with its log '; sed -n 's:.*<kafka.version>\(.*\)</kafka.version>.*:\1:p' "$kafkaPom"; }

fetch_kafka() {
    have mvn || fail "mvn is not installed; run: bash packaging/dependencies.sh run"
    # a copy, as Maven writes beside the pom it is given
    cp "$kafkaPom" "$1/pom.xml"
    tryTwice maven "$1" -f "$1/pom.xml" dependency:copy-dependencies \
        -DoutputDirectory="$1/libs" -DincludeScope=runtime || return 1
    rm -f "$1/pom.xml"
    compgen -G "$1/libs/kafka_2.13-*.jar" >/dev/null
}
