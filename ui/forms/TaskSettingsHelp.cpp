// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/TaskSettingsHelp.h"

#include <QCoreApplication>

namespace rowcast::ui::settingshelp {

namespace {

struct Help {
    Q_DECLARE_TR_FUNCTIONS(rowcast::ui::TaskSettingsHelp)
};

} // namespace

FieldHelp prepMode()
{
    return {Help::tr("Target table preparation mode"),
        Help::tr("Do nothing: the topic gets the rows alone. Drop tables on target: the records drop-table "
                 "and create-table come before a table's first row. Truncate: rows follow what is there."),
        QStringLiteral("TargetTablePrepMode"), QString(),
        Help::tr("Nothing is ever deleted from a topic: the records tell consumers what to do.")};
}

FieldHelp stopAfterLoad()
{
    return {Help::tr("Stop after full load"),
        Help::tr("Whether the task stops once the load is complete: before the changes that were committed "
                 "meanwhile, or after them."),
        Help::tr("Stop task after full load completes"), QString(), QString()};
}

FieldHelp subTasks()
{
    return {Help::tr("Tables loaded at the same time"),
        Help::tr("How many tables are loaded at the same time at most. The instance's threads limit it "
                 "too."),
        QStringLiteral("MaxFullLoadSubTasks"), QStringLiteral("8"), QString()};
}

FieldHelp commitRate()
{
    return {Help::tr("Rows per batch"), Help::tr("How many rows of a load are sent together at most."),
        QStringLiteral("CommitRate"), QStringLiteral("10000"), QString()};
}

FieldHelp consistencyTimeout()
{
    return {Help::tr("Wait for open transactions"),
        Help::tr("How long the load waits for transactions that are open at its start, in seconds."),
        QStringLiteral("TransactionConsistencyTimeout"), QStringLiteral("600"), QString()};
}

FieldHelp lobs()
{
    return {Help::tr("LOB columns"),
        Help::tr("Whole: every TEXT, BLOB and JSON value is written whole. Limited: values are cut at the "
                 "size below. Not included: the columns are left out."),
        Help::tr("LOB column settings"), QString(),
        Help::tr("DMS cuts at 32 KB unless told otherwise. Rowcast cuts only where a limit is stated.")};
}

FieldHelp lobMaxSize()
{
    return {Help::tr("Maximum LOB size"), Help::tr("Longer values are cut, counted and logged, in KB."),
        QStringLiteral("LobMaxSize"), QStringLiteral("32"), Help::tr("A cut JSON value is no JSON any more.")};
}

FieldHelp applyThreads()
{
    return {Help::tr("Parallel apply threads"),
        Help::tr("0: changes have the key schema.table, so that all changes of a table lie in one "
                 "partition, in order. More: changes have the primary key and spread over the partitions."),
        QStringLiteral("ParallelApplyThreads"), QStringLiteral("0"),
        Help::tr("A change of this setting changes the keys, and with them the partitions.")};
}

FieldHelp beforeImage()
{
    return {Help::tr("Before image"), Help::tr("Updates and deletes tell the values before the change too."),
        QStringLiteral("BeforeImageSettings.EnableBeforeImage"), QString(),
        Help::tr("The server must log them: binlog_row_image=FULL.")};
}

FieldHelp beforeImageField()
{
    return {Help::tr("Field name"), Help::tr("The name of the field in the message."),
        QStringLiteral("BeforeImageSettings.FieldName"), QStringLiteral("before-image"), QString()};
}

FieldHelp beforeImageColumns()
{
    return {Help::tr("Columns"), Help::tr("Which columns the before image holds."),
        QStringLiteral("BeforeImageSettings.ColumnFilter"), QStringLiteral("pk-only"), QString()};
}

FieldHelp dataErrors()
{
    return {Help::tr("Row that cannot be sent"),
        Help::tr("What happens to a row that cannot be turned into a message. Rowcast stops the task "
                 "unless this says otherwise, so that nothing is skipped silently."),
        QStringLiteral("DataErrorPolicy"), QString(), QString()};
}

FieldHelp truncationErrors()
{
    return {Help::tr("Value that was cut"), Help::tr("What happens when a value was cut."),
        QStringLiteral("DataTruncationErrorPolicy"), QString(), QString()};
}

FieldHelp tableErrors()
{
    return {Help::tr("Table that fails"), Help::tr("What happens when a table as a whole fails."),
        QStringLiteral("TableErrorPolicy"), QString(), QString()};
}

FieldHelp noTables()
{
    return {Help::tr("No table selected"), Help::tr("The task fails where the rules select no table."),
        QStringLiteral("FailOnNoTablesCaptured"), QString(), QString()};
}

FieldHelp retryCount()
{
    return {Help::tr("Attempts"),
        Help::tr("How often a task tries again after a failure that may pass by itself. -1: without limit."),
        QStringLiteral("RecoverableErrorCount"), QStringLiteral("-1"), QString()};
}

FieldHelp retryInterval()
{
    return {Help::tr("First wait"),
        Help::tr("The wait before the first attempt, in seconds. Each further wait is twice as long."),
        QStringLiteral("RecoverableErrorInterval"), QStringLiteral("5"), QString()};
}

FieldHelp retryMost()
{
    return {Help::tr("Longest wait"), Help::tr("No wait is longer than this, in seconds."),
        QStringLiteral("RecoverableErrorThrottlingMax"), QStringLiteral("1800"), QString()};
}

FieldHelp memoryLimit()
{
    return {Help::tr("Memory for transactions"),
        Help::tr("Transactions that need more than this go to the storage folder, in MB."),
        QStringLiteral("MemoryLimitTotal"), QStringLiteral("1024"), QString()};
}

FieldHelp bufferCount()
{
    return {Help::tr("Buffers"), Help::tr("How many buffers lie between reader and writer."),
        QStringLiteral("StreamBufferCount"), QStringLiteral("3"), QString()};
}

FieldHelp bufferSize()
{
    return {Help::tr("Buffer size"), Help::tr("How large each buffer is, in MB."),
        QStringLiteral("StreamBufferSizeInMB"), QStringLiteral("8"), QString()};
}

FieldHelp commitTimeout()
{
    return {Help::tr("Longest time between commits"),
        Help::tr("How long changes are collected at most before they are committed to Kafka, in seconds."),
        QStringLiteral("CommitTimeout"), QStringLiteral("1"), QString()};
}

FieldHelp ddlPolicy(const QString &name)
{
    return {Help::tr("Changes of definition"),
        Help::tr("Whether a change of this kind at the source is told to the topic as a control record."), name,
        QString(), QString()};
}

} // namespace rowcast::ui::settingshelp
