// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonReader.h"
#include "core/document/TaskSettings.h"

#include <nlohmann/json_fwd.hpp>

namespace rowcast {

// Reads and writes TaskSettings; the only one that knows where DMS keeps what in its document.
class TaskSettingsJson {
public:
    [[nodiscard]] static TaskSettings read(
        const nlohmann::ordered_json &json, const QString &path, JsonReader::Problem &problem);
    // One row of kTaskSettings out of its section.
    static void readSetting(JsonReader &section, size_t index, TaskSettings &settings);
    [[nodiscard]] static nlohmann::ordered_json object(const TaskSettings &settings, bool isStatedOnly);

private:
    static void readSection(JsonReader &document, std::string_view name, TaskSettings &settings);
    static void readLogComponents(JsonReader &logging, TaskSettings &settings);
    static void readBeforeImage(JsonReader &document, TaskSettings &settings);
    static void readKeptSections(JsonReader &document, TaskSettings &settings);
    static void checkContradictions(JsonReader &document, const TaskSettings &settings);
};

} // namespace rowcast
