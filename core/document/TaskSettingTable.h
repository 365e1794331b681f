// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

namespace rowcast {

enum class SettingType : uint8_t { Boolean, Integer, Text, Choice };
enum class SettingEffect : uint8_t {
    Used,
    NoEffect, // accepted: nothing a Kafka target or this engine would do otherwise
    RefusedIfSet, // would have an effect that is not built: only the default is accepted
};

// One of DMS's task settings.
struct TaskSettingInfo {
    std::string_view section; // empty: at the top
    std::string_view key;
    SettingType type;
    std::string_view defaultText; // as JSON writes it, without quotes
    int64_t least; // integers only
    int64_t most;
    std::string_view choices; // separated by |
    SettingEffect effect;
};

inline constexpr int64_t kMost = std::numeric_limits<int32_t>::max();
inline constexpr std::string_view kPolicies = "IGNORE_RECORD|LOG_ERROR|SUSPEND_TABLE|STOP_TASK";
inline constexpr std::string_view kApplyPolicies
    = "IGNORE_RECORD|LOG_ERROR|SUSPEND_TABLE|STOP_TASK|INSERT_RECORD|UPDATE_RECORD";

// Defaults are those the service returns. The sections that hold lists and objects (LogComponents, BeforeImageSettings
// and those for other targets) are read by TaskSettings itself.
// clang-format off
inline constexpr TaskSettingInfo kTaskSettings[] = {
    {"TargetMetadata", "TargetSchema", SettingType::Text, "", 0, 0, "", SettingEffect::NoEffect},
    {"TargetMetadata", "SupportLobs", SettingType::Boolean, "true", 0, 0, "", SettingEffect::Used},
    {"TargetMetadata", "FullLobMode", SettingType::Boolean, "false", 0, 0, "", SettingEffect::Used},
    {"TargetMetadata", "LobChunkSize", SettingType::Integer, "0", 0, 102400, "", SettingEffect::NoEffect},
    {"TargetMetadata", "LimitedSizeLobMode", SettingType::Boolean, "true", 0, 0, "", SettingEffect::Used},
    {"TargetMetadata", "LobMaxSize", SettingType::Integer, "32", 0, 102400, "", SettingEffect::Used},
    {"TargetMetadata", "InlineLobMaxSize", SettingType::Integer, "0", 0, 102400, "", SettingEffect::NoEffect},
    {"TargetMetadata", "LoadMaxFileSize", SettingType::Integer, "0", 0, kMost, "", SettingEffect::NoEffect},
    {"TargetMetadata", "ParallelLoadThreads", SettingType::Integer, "0", 0, 32, "", SettingEffect::Used},
    {"TargetMetadata", "ParallelLoadBufferSize", SettingType::Integer, "0", 0, 1000, "", SettingEffect::NoEffect},
    {"TargetMetadata", "ParallelLoadQueuesPerThread", SettingType::Integer, "1", 0, 512, "", SettingEffect::NoEffect},
    {"TargetMetadata", "ParallelApplyThreads", SettingType::Integer, "0", 0, 32, "", SettingEffect::Used},
    {"TargetMetadata", "ParallelApplyBufferSize", SettingType::Integer, "100", 0, 1000, "", SettingEffect::Used},
    {"TargetMetadata", "ParallelApplyQueuesPerThread", SettingType::Integer, "1", 0, 512, "", SettingEffect::Used},
    {"TargetMetadata", "BatchApplyEnabled", SettingType::Boolean, "false", 0, 0, "", SettingEffect::NoEffect},
    {"TargetMetadata", "TaskRecoveryTableEnabled", SettingType::Boolean, "false", 0, 0, "", SettingEffect::NoEffect},
    {"FullLoadSettings", "TargetTablePrepMode", SettingType::Choice, "DO_NOTHING", 0, 0, "DO_NOTHING|DROP_AND_CREATE|TRUNCATE_BEFORE_LOAD", SettingEffect::Used},
    {"FullLoadSettings", "CreatePkAfterFullLoad", SettingType::Boolean, "false", 0, 0, "", SettingEffect::NoEffect},
    {"FullLoadSettings", "StopTaskCachedChangesApplied", SettingType::Boolean, "false", 0, 0, "", SettingEffect::Used},
    {"FullLoadSettings", "StopTaskCachedChangesNotApplied", SettingType::Boolean, "false", 0, 0, "", SettingEffect::Used},
    {"FullLoadSettings", "MaxFullLoadSubTasks", SettingType::Integer, "8", 1, 49, "", SettingEffect::Used},
    {"FullLoadSettings", "TransactionConsistencyTimeout", SettingType::Integer, "600", 0, kMost, "", SettingEffect::Used},
    {"FullLoadSettings", "CommitRate", SettingType::Integer, "10000", 1, 50000, "", SettingEffect::NoEffect},
    {"Logging", "EnableLogging", SettingType::Boolean, "false", 0, 0, "", SettingEffect::Used},
    {"Logging", "EnableLogContext", SettingType::Boolean, "false", 0, 0, "", SettingEffect::NoEffect},
    {"Logging", "DeleteTaskLogs", SettingType::Boolean, "false", 0, 0, "", SettingEffect::NoEffect},
    {"Logging", "CloudWatchLogGroup", SettingType::Text, "", 0, 0, "", SettingEffect::NoEffect},
    {"Logging", "CloudWatchLogStream", SettingType::Text, "", 0, 0, "", SettingEffect::NoEffect},
    {"ControlTablesSettings", "ControlSchema", SettingType::Text, "", 0, 0, "", SettingEffect::NoEffect},
    {"ControlTablesSettings", "HistoryTimeslotInMinutes", SettingType::Integer, "5", 0, kMost, "", SettingEffect::NoEffect},
    {"ControlTablesSettings", "historyTimeslotInMinutes", SettingType::Integer, "5", 0, kMost, "", SettingEffect::NoEffect},
    {"ControlTablesSettings", "HistoryTableEnabled", SettingType::Boolean, "false", 0, 0, "", SettingEffect::NoEffect},
    {"ControlTablesSettings", "SuspendedTablesTableEnabled", SettingType::Boolean, "false", 0, 0, "", SettingEffect::NoEffect},
    {"ControlTablesSettings", "StatusTableEnabled", SettingType::Boolean, "false", 0, 0, "", SettingEffect::NoEffect},
    {"ControlTablesSettings", "FullLoadExceptionTableEnabled", SettingType::Boolean, "false", 0, 0, "", SettingEffect::NoEffect},
    {"StreamBufferSettings", "StreamBufferCount", SettingType::Integer, "3", 1, kMost, "", SettingEffect::NoEffect},
    {"StreamBufferSettings", "StreamBufferSizeInMB", SettingType::Integer, "8", 1, kMost, "", SettingEffect::Used},
    {"StreamBufferSettings", "CtrlStreamBufferSizeInMB", SettingType::Integer, "5", 1, 8, "", SettingEffect::NoEffect},
    {"ChangeProcessingTuning", "BatchApplyPreserveTransaction", SettingType::Boolean, "true", 0, 0, "", SettingEffect::NoEffect},
    {"ChangeProcessingTuning", "BatchApplyTimeoutMin", SettingType::Integer, "1", 0, kMost, "", SettingEffect::NoEffect},
    {"ChangeProcessingTuning", "BatchApplyTimeoutMax", SettingType::Integer, "30", 0, kMost, "", SettingEffect::NoEffect},
    {"ChangeProcessingTuning", "BatchApplyMemoryLimit", SettingType::Integer, "500", 0, kMost, "", SettingEffect::NoEffect},
    {"ChangeProcessingTuning", "BatchSplitSize", SettingType::Integer, "0", 0, kMost, "", SettingEffect::NoEffect},
    {"ChangeProcessingTuning", "MinTransactionSize", SettingType::Integer, "1000", 0, kMost, "", SettingEffect::NoEffect},
    {"ChangeProcessingTuning", "CommitTimeout", SettingType::Integer, "1", 0, kMost, "", SettingEffect::Used},
    {"ChangeProcessingTuning", "MemoryLimitTotal", SettingType::Integer, "1024", 1, kMost, "", SettingEffect::Used},
    {"ChangeProcessingTuning", "MemoryKeepTime", SettingType::Integer, "60", 0, kMost, "", SettingEffect::NoEffect},
    {"ChangeProcessingTuning", "StatementCacheSize", SettingType::Integer, "50", 0, 200, "", SettingEffect::NoEffect},
    {"ChangeProcessingTuning", "RecoveryTimeout", SettingType::Integer, "-1", -1, kMost, "", SettingEffect::RefusedIfSet},
    {"ChangeProcessingDdlHandlingPolicy", "HandleSourceTableDropped", SettingType::Boolean, "true", 0, 0, "", SettingEffect::Used},
    {"ChangeProcessingDdlHandlingPolicy", "HandleSourceTableTruncated", SettingType::Boolean, "true", 0, 0, "", SettingEffect::Used},
    {"ChangeProcessingDdlHandlingPolicy", "HandleSourceTableAltered", SettingType::Boolean, "true", 0, 0, "", SettingEffect::Used},
    {"ErrorBehavior", "DataErrorPolicy", SettingType::Choice, "LOG_ERROR", 0, 0, kPolicies, SettingEffect::Used},
    {"ErrorBehavior", "EventErrorPolicy", SettingType::Choice, "IGNORE", 0, 0, "IGNORE|STOP_TASK", SettingEffect::NoEffect},
    {"ErrorBehavior", "DataTruncationErrorPolicy", SettingType::Choice, "LOG_ERROR", 0, 0, kPolicies, SettingEffect::Used},
    {"ErrorBehavior", "DataMaskingErrorPolicy", SettingType::Choice, "STOP_TASK", 0, 0, kPolicies, SettingEffect::NoEffect},
    {"ErrorBehavior", "DataErrorEscalationPolicy", SettingType::Choice, "SUSPEND_TABLE", 0, 0, "SUSPEND_TABLE|STOP_TASK", SettingEffect::Used},
    {"ErrorBehavior", "DataErrorEscalationCount", SettingType::Integer, "0", 0, kMost, "", SettingEffect::Used},
    {"ErrorBehavior", "TableErrorPolicy", SettingType::Choice, "SUSPEND_TABLE", 0, 0, "SUSPEND_TABLE|STOP_TASK", SettingEffect::Used},
    {"ErrorBehavior", "TableErrorEscalationPolicy", SettingType::Choice, "STOP_TASK", 0, 0, "STOP_TASK", SettingEffect::Used},
    {"ErrorBehavior", "TableErrorEscalationCount", SettingType::Integer, "0", 0, kMost, "", SettingEffect::Used},
    {"ErrorBehavior", "RecoverableErrorCount", SettingType::Integer, "-1", -1, kMost, "", SettingEffect::Used},
    {"ErrorBehavior", "RecoverableErrorInterval", SettingType::Integer, "5", 0, kMost, "", SettingEffect::Used},
    {"ErrorBehavior", "RecoverableErrorThrottling", SettingType::Boolean, "true", 0, 0, "", SettingEffect::Used},
    {"ErrorBehavior", "RecoverableErrorThrottlingMax", SettingType::Integer, "1800", 0, kMost, "", SettingEffect::Used},
    {"ErrorBehavior", "RecoverableErrorStopRetryAfterThrottlingMax", SettingType::Boolean, "true", 0, 0, "", SettingEffect::Used},
    {"ErrorBehavior", "ApplyErrorDeletePolicy", SettingType::Choice, "IGNORE_RECORD", 0, 0, kApplyPolicies, SettingEffect::NoEffect},
    {"ErrorBehavior", "ApplyErrorInsertPolicy", SettingType::Choice, "LOG_ERROR", 0, 0, kApplyPolicies, SettingEffect::NoEffect},
    {"ErrorBehavior", "ApplyErrorUpdatePolicy", SettingType::Choice, "LOG_ERROR", 0, 0, kApplyPolicies, SettingEffect::NoEffect},
    {"ErrorBehavior", "ApplyErrorEscalationPolicy", SettingType::Choice, "LOG_ERROR", 0, 0, kApplyPolicies, SettingEffect::NoEffect},
    {"ErrorBehavior", "ApplyErrorEscalationCount", SettingType::Integer, "0", 0, kMost, "", SettingEffect::NoEffect},
    {"ErrorBehavior", "ApplyErrorFailOnTruncationDdl", SettingType::Boolean, "false", 0, 0, "", SettingEffect::NoEffect},
    {"ErrorBehavior", "FullLoadIgnoreConflicts", SettingType::Boolean, "true", 0, 0, "", SettingEffect::NoEffect},
    {"ErrorBehavior", "FailOnNoTablesCaptured", SettingType::Boolean, "true", 0, 0, "", SettingEffect::Used},
    {"ErrorBehavior", "FailOnTransactionConsistencyBreached", SettingType::Boolean, "false", 0, 0, "", SettingEffect::NoEffect},
    {"ValidationSettings", "EnableValidation", SettingType::Boolean, "false", 0, 0, "", SettingEffect::NoEffect},
    {"ValidationSettings", "ValidationMode", SettingType::Choice, "ROW_LEVEL", 0, 0, "ROW_LEVEL|GROUP_LEVEL", SettingEffect::NoEffect},
    {"ValidationSettings", "ThreadCount", SettingType::Integer, "5", 0, kMost, "", SettingEffect::NoEffect},
    {"ValidationSettings", "PartitionSize", SettingType::Integer, "10000", 0, kMost, "", SettingEffect::NoEffect},
    {"ValidationSettings", "FailureMaxCount", SettingType::Integer, "10000", 0, kMost, "", SettingEffect::NoEffect},
    {"ValidationSettings", "TableFailureMaxCount", SettingType::Integer, "1000", 0, kMost, "", SettingEffect::NoEffect},
    {"ValidationSettings", "RecordFailureDelayInMinutes", SettingType::Integer, "5", 0, kMost, "", SettingEffect::NoEffect},
    {"ValidationSettings", "RecordSuspendDelayInMinutes", SettingType::Integer, "30", 0, kMost, "", SettingEffect::NoEffect},
    {"ValidationSettings", "RecordFailureDelayLimitInMinutes", SettingType::Integer, "0", 0, kMost, "", SettingEffect::NoEffect},
    {"ValidationSettings", "MaxKeyColumnSize", SettingType::Integer, "8096", 0, kMost, "", SettingEffect::NoEffect},
    {"ValidationSettings", "SkipLobColumns", SettingType::Boolean, "false", 0, 0, "", SettingEffect::NoEffect},
    {"ValidationSettings", "ValidationOnly", SettingType::Boolean, "false", 0, 0, "", SettingEffect::NoEffect},
    {"ValidationSettings", "HandleCollationDiff", SettingType::Boolean, "false", 0, 0, "", SettingEffect::NoEffect},
    {"ValidationSettings", "ValidationPartialLobSize", SettingType::Integer, "0", 0, kMost, "", SettingEffect::NoEffect},
    {"ValidationSettings", "ValidationQueryCdcDelaySeconds", SettingType::Integer, "0", 0, kMost, "", SettingEffect::NoEffect},
    {"ValidationSettings", "ValidationS3Mask", SettingType::Integer, "0", 0, kMost, "", SettingEffect::NoEffect},
    {"ValidationSettings", "ValidationS3Time", SettingType::Integer, "0", 0, kMost, "", SettingEffect::NoEffect},
    {"", "FailTaskWhenCleanTaskResourceFailed", SettingType::Boolean, "false", 0, 0, "", SettingEffect::NoEffect},
};
// clang-format on

inline constexpr size_t kTaskSettingCount = sizeof(kTaskSettings) / sizeof(kTaskSettings[0]);

// "Section.Key", checked by the compiler; an index into kTaskSettings.
struct TaskSettingName {
    size_t index;

    consteval TaskSettingName(const char *name)
        : index(indexOf(name))
    {
    }

private:
    static consteval size_t indexOf(std::string_view name)
    {
        for (size_t i = 0; i < kTaskSettingCount; ++i) {
            const TaskSettingInfo &info = kTaskSettings[i];
            const size_t lead = info.section.empty() ? 0 : info.section.size() + 1;
            if (name.size() == lead + info.key.size() && name.substr(lead) == info.key
                && (lead == 0 || (name.substr(0, lead - 1) == info.section && name[lead - 1] == '.'))) {
                return i;
            }
        }
        throw "no such task setting";
    }
};

} // namespace rowcast
