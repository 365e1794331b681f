# SPDX-FileCopyrightText: The Rowcast authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed where on Linux, and the Debian package that `cpack` makes of it (in the build folder: cpack -G DEB).
# Included after the programs are defined.
include(GNUInstallDirs)
set(ROWCAST_APPLICATION_ID io.github.rowcast.Rowcast)
set(_rowcast_linux "${CMAKE_SOURCE_DIR}/packaging/linux")

foreach(program rowcast rowcast-worker)
    if(TARGET ${program})
        install(TARGETS ${program} RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
        install(FILES "${_rowcast_linux}/${program}.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
    endif()
endforeach()
if(TARGET rowcast)
    install(FILES "${_rowcast_linux}/${ROWCAST_APPLICATION_ID}.desktop"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
    install(FILES "${_rowcast_linux}/${ROWCAST_APPLICATION_ID}.metainfo.xml"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
    install(FILES "${CMAKE_SOURCE_DIR}/resources/icons/rowcast.svg" RENAME "${ROWCAST_APPLICATION_ID}.svg"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
endif()
install(FILES "${_rowcast_linux}/rowcast-worker@.service" DESTINATION "lib/systemd/user")
install(FILES "${CMAKE_SOURCE_DIR}/LICENSE" RENAME copyright DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/rowcast")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME rowcast)
set(CPACK_PACKAGE_VENDOR "The Rowcast authors")
set(CPACK_PACKAGE_CONTACT "The Rowcast authors <rowcast@rowcast.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION database)
set(CPACK_PACKAGE_DESCRIPTION "Loads the tables of MySQL, Aurora MySQL or MariaDB into Apache Kafka and
follows their changes, with the messages, settings and words of AWS Database
Migration Service: a desktop console and a worker without a screen.")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# plugins and data, which no program links
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-translations-l10n, breeze-icon-theme, fonts-noto-cjk")
# the demo's database and broker
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "mariadb-server-core, mariadb-client-core, default-jre-headless")
include(CPack)
