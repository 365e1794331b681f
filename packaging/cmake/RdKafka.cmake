# SPDX-FileCopyrightText: The Rowcast authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Gives the target RdKafka::rdkafka (header librdkafka/rdkafka.h).
# ROWCAST_RDKAFKA = auto    the system's librdkafka where it is 2.6.1 or newer (an older one cannot log in to Kafka 4 by
#                           SCRAM), else a static one that packaging/librdkafka.sh builds once into ROWCAST_CACHE;
#                   system  the system's, whatever its version;
#                   cached  the static one, always.

set(ROWCAST_RDKAFKA "auto" CACHE STRING "librdkafka: auto, system or cached")
set_property(CACHE ROWCAST_RDKAFKA PROPERTY STRINGS auto system cached)
if(NOT ROWCAST_RDKAFKA MATCHES "^(auto|system|cached)$")
    message(FATAL_ERROR "ROWCAST_RDKAFKA is \"${ROWCAST_RDKAFKA}\"; it must be auto, system or cached")
endif()
if(DEFINED ENV{ROWCAST_CACHE})
    set(_rowcast_cache "$ENV{ROWCAST_CACHE}")
elseif(DEFINED ENV{XDG_CACHE_HOME})
    set(_rowcast_cache "$ENV{XDG_CACHE_HOME}/rowcast")
else()
    set(_rowcast_cache "$ENV{HOME}/.cache/rowcast")
endif()
set(ROWCAST_CACHE "${_rowcast_cache}" CACHE PATH "Folder of downloads and of what is built from them")
set(_rowcast_rdkafka_oldest 2.6.1)

# The newest finished build in the cache, or empty.
function(_rowcast_cached_rdkafka result)
    set(best "")
    set(best_version 0)
    file(GLOB stamps "${ROWCAST_CACHE}/librdkafka/*/.ready")
    foreach(stamp IN LISTS stamps)
        file(STRINGS "${stamp}" version LIMIT_COUNT 1)
        if(version VERSION_GREATER best_version)
            set(best_version "${version}")
            get_filename_component(best "${stamp}" DIRECTORY)
        endif()
    endforeach()
    set(${result} "${best}" PARENT_SCOPE)
endfunction()

function(_rowcast_use_cached_rdkafka)
    _rowcast_cached_rdkafka(prefix)
    if(NOT prefix)
        message(STATUS "librdkafka: building a newer one, once")
        execute_process(COMMAND "${CMAKE_COMMAND}" -E env "ROWCAST_CACHE=${ROWCAST_CACHE}"
            bash "${CMAKE_SOURCE_DIR}/packaging/librdkafka.sh" RESULT_VARIABLE status OUTPUT_QUIET)
        _rowcast_cached_rdkafka(prefix)
        if(NOT status EQUAL 0 OR NOT prefix)
            message(FATAL_ERROR "packaging/librdkafka.sh did not finish; its messages are above. "
                "-DROWCAST_RDKAFKA=system takes the system's older librdkafka instead.")
        endif()
    endif()
    file(STRINGS "${prefix}/.ready" version LIMIT_COUNT 1)
    find_package(OpenSSL REQUIRED)
    find_package(ZLIB REQUIRED)
    find_package(CURL REQUIRED)
    find_package(Threads REQUIRED)
    find_package(PkgConfig REQUIRED)
    pkg_check_modules(RowcastZstd REQUIRED IMPORTED_TARGET libzstd)
    pkg_check_modules(RowcastLz4 REQUIRED IMPORTED_TARGET liblz4)
    add_library(RdKafka::rdkafka STATIC IMPORTED GLOBAL)
    set_target_properties(RdKafka::rdkafka PROPERTIES IMPORTED_LOCATION "${prefix}/lib/librdkafka.a"
        IMPORTED_LINK_INTERFACE_LANGUAGES C)
    target_include_directories(RdKafka::rdkafka SYSTEM INTERFACE "${prefix}/include")
    target_link_libraries(RdKafka::rdkafka INTERFACE OpenSSL::SSL OpenSSL::Crypto CURL::libcurl PkgConfig::RowcastZstd
        PkgConfig::RowcastLz4 ZLIB::ZLIB Threads::Threads ${CMAKE_DL_LIBS} m)
    message(STATUS "librdkafka: ${version}, static, ${prefix}")
endfunction()

find_package(PkgConfig REQUIRED)
if(NOT ROWCAST_RDKAFKA STREQUAL "cached")
    pkg_check_modules(RowcastRdKafka QUIET IMPORTED_TARGET GLOBAL rdkafka)
endif()
if(ROWCAST_RDKAFKA STREQUAL "system" AND NOT RowcastRdKafka_FOUND)
    message(FATAL_ERROR "ROWCAST_RDKAFKA is system, but pkg-config finds no rdkafka: install librdkafka-dev")
endif()
if(NOT TARGET RdKafka::rdkafka)
    if(RowcastRdKafka_FOUND AND (ROWCAST_RDKAFKA STREQUAL "system"
            OR RowcastRdKafka_VERSION VERSION_GREATER_EQUAL _rowcast_rdkafka_oldest))
        add_library(RdKafka::rdkafka ALIAS PkgConfig::RowcastRdKafka)
        message(STATUS "librdkafka: ${RowcastRdKafka_VERSION}, the system's")
    else()
        _rowcast_use_cached_rdkafka()
    endif()
endif()
