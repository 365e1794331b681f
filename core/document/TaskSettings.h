// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/document/TaskSettingTable.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace rowcast {

enum class PrepMode : uint8_t { DoNothing, DropAndCreate, TruncateBeforeLoad };
enum class ErrorPolicy : uint8_t { Ignore, LogError, SuspendTable, StopTask };

// BeforeImageSettings.
struct BeforeImageSettings {
    bool isEnabled = false;
    QString fieldName;
    QString columnFilter = QStringLiteral("pk-only"); // pk-only, non-lob, all
    bool operator==(const BeforeImageSettings &) const = default;
};

// DMS's task settings: a partial document merged over DMS's defaults, remembering what the document itself stated. A
// plain value. Settings are named "Section.Key"; a name that does not exist does not compile.
class TaskSettings {
public:
    using Value = std::variant<bool, int64_t, QString>;

    // DMS's defaults, nothing stated.
    TaskSettings();
    // Failures: "document.invalid" with the JSON path, "document.unsupported" for what would have an effect and is not
    // built.
    [[nodiscard]] static Result<TaskSettings> parse(const QByteArray &json, const QString &path = QStringLiteral("$"));

    [[nodiscard]] bool boolean(TaskSettingName name) const { return std::get<bool>(m_values[name.index]); }
    [[nodiscard]] int64_t integer(TaskSettingName name) const { return std::get<int64_t>(m_values[name.index]); }
    [[nodiscard]] const QString &text(TaskSettingName name) const { return std::get<QString>(m_values[name.index]); }
    // Whether the document itself said it, even if it said the default.
    [[nodiscard]] bool isStated(TaskSettingName name) const { return m_stated[name.index]; }
    // Same failures as parse(); for forms. The value counts as stated.
    Result<void> set(TaskSettingName name, Value value);
    void setBeforeImage(const BeforeImageSettings &settings) { m_beforeImage = settings; }
    void setLogSeverities(const QMap<QString, QString> &severities) { m_logSeverities = severities; }

    [[nodiscard]] PrepMode prepMode() const;
    // FullLobMode off, LimitedSizeLobMode on and a LobMaxSize that the document states: bytes; else LOBs are written
    // whole.
    [[nodiscard]] std::optional<uint64_t> lobMaxBytes() const;
    [[nodiscard]] bool isParallelApply() const { return integer("TargetMetadata.ParallelApplyThreads") > 0; }
    [[nodiscard]] const BeforeImageSettings &beforeImage() const { return m_beforeImage; }
    // A policy of ErrorBehavior: "ErrorBehavior.DataErrorPolicy", ...
    [[nodiscard]] ErrorPolicy policy(TaskSettingName name) const;
    // The policy that the document states; Rowcast's own, StopTask, where it states none (nothing is skipped silently).
    [[nodiscard]] ErrorPolicy dataErrorPolicy() const;
    // Logging.LogComponents: component ("SOURCE_CAPTURE") -> severity ("LOGGER_SEVERITY_DEBUG").
    [[nodiscard]] const QMap<QString, QString> &logSeverities() const { return m_logSeverities; }

    // What is accepted without doing here what it promises, one translated sentence each, for the review page and the
    // log.
    [[nodiscard]] QStringList remarks() const;
    // Every setting, as the service returns it.
    [[nodiscard]] QByteArray json() const;
    // Only what was stated.
    [[nodiscard]] QByteArray statedJson() const;

    bool operator==(const TaskSettings &) const = default;

private:
    friend class TaskSettingsJson; // reads and writes the document's form

    std::vector<Value> m_values; // one per row of kTaskSettings
    std::vector<bool> m_stated;
    BeforeImageSettings m_beforeImage;
    QMap<QString, QString> m_logSeverities;
    QMap<QString, QByteArray> m_keptSections; // JSON of sections without effect here, for the export
};

} // namespace rowcast
