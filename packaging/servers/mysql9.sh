# SPDX-FileCopyrightText: The Rowcast authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The newest MySQL of the distribution (Debian sid: 9.x), unpacked beside the system with the libc it was built for, and
# run by that libc's own loader, for fetch.sh. The machine's packages stay as they are. Meant to be sourced.
# shellcheck shell=bash

# the version drifts with the distribution, so it is not part of the stamp
stamp_mysql9() { echo "mysql newest"; }

# pretendInstalled FOLDER: perl, which only MySQL's perl scripts want, counts as installed (saves 10 MB).
pretendInstalled() {
    printf '%s\n' "Package: perl" "Status: install ok installed" "Multi-Arch: allowed" \
        "Architecture: $(dpkg --print-architecture)" "Maintainer: none" "Version: 9:9" "Description: none" "" \
        >"$1/status"
}

# writeLaunchers FOLDER: bin/ has the programs, started by the unpacked loader with the unpacked libraries. They find
# themselves by their own place, so that the folder may move.
writeLaunchers() {
    local folder=$1 libraries loader program
    libraries=$(dirname "$(find "$folder/root/usr/lib" -name 'libc.so.6' -print -quit)")
    loader=$(find "$folder/root/usr/lib64" "$folder/root/usr/lib" -maxdepth 1 -name 'ld-linux*.so.*' -print -quit)
    [ -n "$loader" ] || return 1
    mkdir -p "$folder/bin"
    for program in sbin/mysqld bin/mysql bin/mysqladmin bin/mysqldump bin/mysqlbinlog; do
        [ -x "$folder/root/usr/$program" ] || continue
        cat >"$folder/bin/${program#*/}" <<LAUNCHER
#!/bin/sh
here=\$(cd "\$(dirname "\$0")/.." && pwd)
exec "\$here/${loader#"$folder/"}" --inhibit-cache --argv0 "\$0" --library-path "\$here/${libraries#"$folder/"}" \\
    "\$here/root/usr/$program" "\$@"
LAUNCHER
        chmod +x "$folder/bin/${program#*/}"
    done
}

# downloadNewest FOLDER: the server's and the client's packages with all they need, in FOLDER/archives.
downloadNewest() {
    local folder=$1 suite packages
    while read -r suite; do
        rm -rf "$folder"
        mkdir -p "$folder"
        pretendInstalled "$folder"
        openSuite "$folder" "$suite" deb || continue
        for packages in "mysql-server-core mysql-client-core" "mysql-server-core-8.4 mysql-client-core-8.4"; do
            # shellcheck disable=SC2086  # two names
            tryTwice apt-get -qq -y --download-only install $packages >/dev/null && return 0
        done
    done < <(newerSuites)
    return 1
}

fetch_mysql9() {
    local folder=$1 root=$1/root package part
    (downloadNewest "$folder/apt") </dev/null || return 1
    mkdir -p "$root"/usr/{bin,sbin,lib,lib64}
    for part in bin sbin lib lib64; do ln -s "usr/$part" "$root/$part"; done
    for package in "$folder"/apt/archives/*.deb; do
        dpkg-deb --fsys-tarfile "$package" |
            tar -x --keep-directory-symlink --no-same-owner -C "$root" --exclude='./usr/share/doc*' \
                --exclude='./usr/share/man*' || return 1
    done
    rm -rf "$folder/apt"
    writeLaunchers "$folder" || return 1
    OPENSSL_CONF=/dev/null "$folder/bin/mysqld" --no-defaults --version >&2
}
