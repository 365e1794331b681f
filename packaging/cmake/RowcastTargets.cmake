# SPDX-FileCopyrightText: The Rowcast authors
# SPDX-License-Identifier: GPL-3.0-or-later
# How a room of core, the console and a test become targets.

include(Precompile)

add_library(project_warnings INTERFACE)
target_compile_options(project_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
    -Wnon-virtual-dtor -Woverloaded-virtual)
if(ROWCAST_WARNINGS_AS_ERRORS)
    target_compile_options(project_warnings INTERFACE -Werror)
endif()
if(ROWCAST_SANITIZE)
    add_compile_options(-fsanitize=${ROWCAST_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${ROWCAST_SANITIZE})
endif()
add_compile_definitions(QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# moc runs only for targets whose folder has a Q_OBJECT: most rooms have none, and their objects are then the same in every
# build folder, so that ccache finds them.
function(rowcast_moc_where_needed target)
    file(GLOB candidates CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
    set(found OFF)
    foreach(candidate IN LISTS candidates)
        file(STRINGS "${candidate}" objects REGEX "^ *Q_(OBJECT|GADGET|NAMESPACE)" LIMIT_COUNT 1)
        if(objects)
            set(found ON)
        endif()
    endforeach()
    set_target_properties(${target} PROPERTIES AUTOMOC ${found})
endfunction()

# rowcast_room(NAME SOURCES... DEPENDS rooms... LIBRARIES targets...): the static library core_NAME. A room links only
# the rooms named here, so a call across a forbidden edge does not link; tests/layers checks the includes.
function(rowcast_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;DEPENDS;LIBRARIES" ${ARGN})
    add_library(core_${name} STATIC ${ROOM_SOURCES})
    set_property(GLOBAL APPEND PROPERTY rowcast_text_targets core_${name}) # translations take the texts of every room
    target_include_directories(core_${name} PUBLIC "${CMAKE_SOURCE_DIR}")
    rowcast_moc_where_needed(core_${name})
    list(LENGTH ROOM_SOURCES room_size)
    if(room_size GREATER 4)
        rowcast_precompile(core_${name} base)
    endif()
    list(TRANSFORM ROOM_DEPENDS PREPEND core_)
    target_link_libraries(core_${name} PUBLIC ${ROOM_DEPENDS} Qt6::Core ${ROOM_LIBRARIES} PRIVATE project_warnings)
endfunction()

# rowcast_test(NAME SOURCES... LIBRARIES targets... [LABELS labels...] [TIMEOUT seconds]): one Qt Test program.
function(rowcast_test name)
    cmake_parse_arguments(TEST "" "TIMEOUT" "SOURCES;LIBRARIES;LABELS;ENVIRONMENT" ${ARGN})
    if(NOT TEST_TIMEOUT)
        set(TEST_TIMEOUT 120)
    endif()
    if(NOT TEST_LABELS)
        set(TEST_LABELS unit)
    endif()
    add_executable(${name} ${TEST_SOURCES})
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${name} PRIVATE ${TEST_LIBRARIES} Qt6::Test project_warnings)
    list(LENGTH TEST_SOURCES test_size)
    if(test_size GREATER 3)
        rowcast_precompile(${name} test)
    endif()
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    # what another client library has to pass, and what the sanitizers watch
    foreach(group IN ITEMS live-mysql unit)
        if(group IN_LIST TEST_LABELS)
            string(REPLACE "-" "_" all "${group}_tests")
            if(NOT TARGET ${all})
                add_custom_target(${all})
            endif()
            add_dependencies(${all} ${name})
        endif()
    endforeach()
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${TEST_TIMEOUT} LABELS "${TEST_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;ROWCAST_SOURCE_DIR=${CMAKE_SOURCE_DIR};ROWCAST_BIN_DIR=${CMAKE_BINARY_DIR}/bin;${TEST_ENVIRONMENT}")
    if("live" IN_LIST TEST_LABELS) # its results belong into the table of tests/hardcases
        set_property(TEST ${name} PROPERTY FIXTURES_REQUIRED hard_cases)
        set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT "ROWCAST_HARD_CASES=${CMAKE_BINARY_DIR}/hard-cases")
    endif()
endfunction()
