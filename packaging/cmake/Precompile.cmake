# SPDX-FileCopyrightText: The Rowcast authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Most of the time to compile one of our small files goes into the headers of Qt, the standard library and nlohmann-json.
# With ROWCAST_PRECOMPILE each target reads them once. Off while developing: an object then depends only on what its file
# includes, and a forgotten include is found.
option(ROWCAST_PRECOMPILE "Precompile the headers of the libraries" OFF)

# rowcast_precompile(TARGET base|widgets|test): what the target's files include most.
function(rowcast_precompile target kind)
    if(NOT ROWCAST_PRECOMPILE)
        return()
    endif()
    set(headers <QByteArray> <QCoreApplication> <QHash> <QList> <QMap> <QObject> <QString> <QStringList>
        <algorithm> <atomic> <chrono> <cstdint> <functional> <map> <memory> <mutex> <optional> <set> <span> <stop_token>
        <string> <string_view> <thread> <unordered_map> <utility> <variant> <vector>)
    if(kind STREQUAL "widgets")
        list(APPEND headers <QAbstractItemModel> <QBoxLayout> <QComboBox> <QFormLayout> <QLabel> <QLineEdit> <QPainter>
            <QPushButton> <QSettings> <QTableView> <QTimer> <QWidget>)
    elseif(kind STREQUAL "test")
        list(APPEND headers <QtTest>)
    endif()
    target_precompile_headers(${target} PRIVATE ${headers})
endfunction()
