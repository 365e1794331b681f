# SPDX-FileCopyrightText: The Rowcast authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Finds the client library of MySQL's protocol and gives the target MySqlClient::client. Two kinds are served:
#   mariadb  MariaDB Connector/C (Debian: libmariadb-dev, found by pkg-config or mariadb_config);
#   oracle   Oracle's libmysqlclient: the system's, or an unpacked generic build of MySQL 8.0 under MYSQL_CLIENT_ROOT.
#            The static library is taken where there is one: only it exports mysql_binlog_open in 8.0.
# ROWCAST_MYSQL_CLIENT = auto | mariadb | oracle chooses; auto takes MariaDB's first, or Oracle's under MYSQL_CLIENT_ROOT.
# The target carries the definition ROWCAST_CLIENT_MARIADB or ROWCAST_CLIENT_ORACLE; MySqlClient_KIND names it too.

set(ROWCAST_MYSQL_CLIENT "auto" CACHE STRING "MySQL client library: auto, mariadb or oracle")
set_property(CACHE ROWCAST_MYSQL_CLIENT PROPERTY STRINGS auto mariadb oracle)
set(MYSQL_CLIENT_ROOT "" CACHE PATH "Folder of an unpacked MySQL build with include/ and lib/libmysqlclient.a")
if(NOT ROWCAST_MYSQL_CLIENT MATCHES "^(auto|mariadb|oracle)$")
    message(FATAL_ERROR "ROWCAST_MYSQL_CLIENT is \"${ROWCAST_MYSQL_CLIENT}\"; it must be auto, mariadb or oracle")
endif()

include(FindPackageHandleStandardArgs)
find_package(PkgConfig QUIET)
set(MySqlClient_KIND "")

# MariaDB Connector/C by pkg-config, else by the mariadb_config program.
function(_rowcast_find_mariadb)
    add_library(MySqlClient::client INTERFACE IMPORTED GLOBAL)
    if(RowcastMariaDb_FOUND)
        target_link_libraries(MySqlClient::client INTERFACE PkgConfig::RowcastMariaDb)
        set(version "${RowcastMariaDb_VERSION}")
        set(where "${RowcastMariaDb_LINK_LIBRARIES}")
    else()
        execute_process(COMMAND "${ROWCAST_MARIADB_CONFIG}" --cflags OUTPUT_VARIABLE flags OUTPUT_STRIP_TRAILING_WHITESPACE)
        execute_process(COMMAND "${ROWCAST_MARIADB_CONFIG}" --libs OUTPUT_VARIABLE where OUTPUT_STRIP_TRAILING_WHITESPACE)
        execute_process(COMMAND "${ROWCAST_MARIADB_CONFIG}" --cc_version OUTPUT_VARIABLE version
            OUTPUT_STRIP_TRAILING_WHITESPACE)
        separate_arguments(flags UNIX_COMMAND "${flags}")
        separate_arguments(libraries UNIX_COMMAND "${where}")
        list(TRANSFORM flags REPLACE "^-I" "")
        target_include_directories(MySqlClient::client SYSTEM INTERFACE ${flags})
        target_link_libraries(MySqlClient::client INTERFACE ${libraries})
    endif()
    target_compile_definitions(MySqlClient::client INTERFACE ROWCAST_CLIENT_MARIADB)
    set(MySqlClient_KIND mariadb PARENT_SCOPE)
    set(MySqlClient_VERSION "${version}" PARENT_SCOPE)
    set(MySqlClient_LIBRARY "${where}" PARENT_SCOPE)
endfunction()

# The version text in MySQL's mysql_version.h.
function(_rowcast_oracle_version include_dir result)
    set(${result} "" PARENT_SCOPE)
    if(EXISTS "${include_dir}/mysql_version.h")
        file(STRINGS "${include_dir}/mysql_version.h" line REGEX "define[ \t]+LIBMYSQL_VERSION[ \t]+\"" LIMIT_COUNT 1)
        string(REGEX REPLACE ".*\"([^\"]+)\".*" "\\1" line "${line}")
        set(${result} "${line}" PARENT_SCOPE)
    endif()
endfunction()

# The unpacked tree brings an OpenSSL of its own, older than the one librdkafka uses. Linked side by side into one program,
# each would take symbols of the other. So the archive becomes a small shared library that exports the client's calls only
# and binds to its own OpenSSL; the two live in one process apart.
function(_rowcast_wrap_oracle_archive root)
    set(private "${root}/lib/private")
    set(folder "${CMAKE_BINARY_DIR}/mysqlclient")
    file(CONFIGURE OUTPUT "${folder}/exports.map" CONTENT "{ global: mysql_*; local: *; };\n")
    add_library(rowcast_mysqlclient SHARED "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/OracleClientShim.cpp")
    set_target_properties(rowcast_mysqlclient PROPERTIES AUTOMOC OFF LIBRARY_OUTPUT_DIRECTORY "${folder}")
    target_link_libraries(rowcast_mysqlclient PRIVATE "-Wl,--whole-archive" "${root}/lib/libmysqlclient.a"
        "-Wl,--no-whole-archive" "${private}/libssl.so.1.1" "${private}/libcrypto.so.1.1" resolv Threads::Threads
        ${CMAKE_DL_LIBS})
    # DT_RPATH, not DT_RUNPATH: libssl looks for libcrypto by it too
    target_link_options(rowcast_mysqlclient PRIVATE "LINKER:--disable-new-dtags" "LINKER:-rpath,${private}"
        "LINKER:--version-script,${folder}/exports.map")
    add_library(MySqlClient::client INTERFACE IMPORTED GLOBAL)
    target_link_libraries(MySqlClient::client INTERFACE rowcast_mysqlclient)
endfunction()

# Oracle's library in an unpacked tree.
function(_rowcast_add_oracle_tree root)
    find_package(Threads REQUIRED)
    if(EXISTS "${root}/lib/private/libssl.so.1.1" AND EXISTS "${root}/lib/private/libcrypto.so.1.1")
        _rowcast_wrap_oracle_archive("${root}")
    else()
        find_package(OpenSSL REQUIRED)
        find_package(ZLIB REQUIRED)
        find_library(ROWCAST_ZSTD_LIBRARY zstd REQUIRED)
        mark_as_advanced(ROWCAST_ZSTD_LIBRARY)
        add_library(MySqlClient::client STATIC IMPORTED GLOBAL)
        set_target_properties(MySqlClient::client PROPERTIES IMPORTED_LOCATION "${root}/lib/libmysqlclient.a")
        target_link_libraries(MySqlClient::client INTERFACE OpenSSL::SSL OpenSSL::Crypto ZLIB::ZLIB
            "${ROWCAST_ZSTD_LIBRARY}" resolv Threads::Threads ${CMAKE_DL_LIBS})
    endif()
    target_include_directories(MySqlClient::client SYSTEM INTERFACE "${root}/include")
    _rowcast_oracle_version("${root}/include" version)
    set(MySqlClient_VERSION "${version}" PARENT_SCOPE)
    set(MySqlClient_LIBRARY "${root}/lib/libmysqlclient.a" PARENT_SCOPE)
endfunction()

# Oracle's library as a distribution packages it.
function(_rowcast_add_oracle_system)
    add_library(MySqlClient::client INTERFACE IMPORTED GLOBAL)
    target_link_libraries(MySqlClient::client INTERFACE PkgConfig::RowcastMySql)
    set(MySqlClient_VERSION "${RowcastMySql_VERSION}" PARENT_SCOPE)
    set(MySqlClient_LIBRARY "${RowcastMySql_LINK_LIBRARIES}" PARENT_SCOPE)
endfunction()

find_program(ROWCAST_MARIADB_CONFIG mariadb_config)
mark_as_advanced(ROWCAST_MARIADB_CONFIG)
if(PkgConfig_FOUND)
    pkg_check_modules(RowcastMariaDb QUIET IMPORTED_TARGET libmariadb)
    pkg_check_modules(RowcastMySql QUIET IMPORTED_TARGET mysqlclient)
    # MariaDB's packages may answer to the old name too
    if(RowcastMySql_FOUND AND RowcastMySql_LINK_LIBRARIES MATCHES "mariadb")
        set(RowcastMySql_FOUND FALSE)
    endif()
endif()
set(_rowcast_tree FALSE)
if(MYSQL_CLIENT_ROOT AND EXISTS "${MYSQL_CLIENT_ROOT}/lib/libmysqlclient.a")
    set(_rowcast_tree TRUE)
endif()

if(NOT TARGET MySqlClient::client)
    if(_rowcast_tree AND NOT ROWCAST_MYSQL_CLIENT STREQUAL "mariadb")
        _rowcast_add_oracle_tree("${MYSQL_CLIENT_ROOT}")
        set(MySqlClient_KIND oracle)
    elseif((RowcastMariaDb_FOUND OR ROWCAST_MARIADB_CONFIG) AND NOT ROWCAST_MYSQL_CLIENT STREQUAL "oracle")
        _rowcast_find_mariadb()
    elseif(RowcastMySql_FOUND AND NOT ROWCAST_MYSQL_CLIENT STREQUAL "mariadb")
        _rowcast_add_oracle_system()
        set(MySqlClient_KIND oracle)
    endif()
    if(MySqlClient_KIND STREQUAL "oracle")
        target_compile_definitions(MySqlClient::client INTERFACE ROWCAST_CLIENT_ORACLE)
    endif()
endif()

find_package_handle_standard_args(MySqlClient REQUIRED_VARS MySqlClient_LIBRARY MySqlClient_KIND
    VERSION_VAR MySqlClient_VERSION
    REASON_FAILURE_MESSAGE "Install libmariadb-dev, or name an unpacked MySQL 8.0 in MYSQL_CLIENT_ROOT")
if(MySqlClient_FOUND)
    message(STATUS "MySQL client library: ${MySqlClient_KIND} ${MySqlClient_VERSION}")
endif()
