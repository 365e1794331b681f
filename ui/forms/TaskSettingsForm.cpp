// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/TaskSettingsForm.h"

#include "ui/forms/TaskSettingsHelp.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

#include <limits>

namespace rowcast::ui {

QString settingChoiceText(const QString &value)
{
    const std::pair<const char *, QString> kTexts[] = {
        {"DO_NOTHING", TaskSettingsForm::tr("Do nothing")},
        {"DROP_AND_CREATE", TaskSettingsForm::tr("Drop tables on target")},
        {"TRUNCATE_BEFORE_LOAD", TaskSettingsForm::tr("Truncate")},
        {"IGNORE_RECORD", TaskSettingsForm::tr("Ignore the row")},
        {"LOG_ERROR", TaskSettingsForm::tr("Log it and go on")},
        {"SUSPEND_TABLE", TaskSettingsForm::tr("Suspend the table")},
        {"STOP_TASK", TaskSettingsForm::tr("Stop the task")},
    };
    for (const auto &[name, text] : kTexts) {
        if (value == QLatin1String(name)) {
            return text;
        }
    }
    return value;
}

TaskSettingsForm::TaskSettingsForm(QWidget *parent)
    : FieldForm(parent)
{
    addLoad();
    addLobs();
    addChanges();
    addBeforeImage();
    addErrors();
    addResources();
    setSettings({});
}

// The kind of field follows from the setting's type, range and choices.
void TaskSettingsForm::addSetting(TaskSettingName name, const QString &label, const FieldHelp &help)
{
    const TaskSettingInfo &info = kTaskSettings[name.index];
    const QString id = QString::fromLatin1(info.key.data(), qsizetype(info.key.size()));
    QWidget *field = nullptr;
    switch (info.type) {
    case SettingType::Boolean:
        field = addCheck(id, label, help);
        break;
    case SettingType::Integer:
        field = addNumber(
            id, label, int(info.least), int(std::min<int64_t>(info.most, std::numeric_limits<int>::max())), help);
        break;
    case SettingType::Choice: {
        QComboBox *choice = addChoice(id, label, help);
        const QString choices = QString::fromLatin1(info.choices.data(), qsizetype(info.choices.size()));
        for (const QString &value : choices.split(QLatin1Char('|'))) {
            choice->addItem(settingChoiceText(value), value);
        }
        field = choice;
        break;
    }
    case SettingType::Text:
        field = addText(id, label, help);
        break;
    }
    m_bindings.push_back({name, field, {}});
}

void TaskSettingsForm::addLoad()
{
    addHeading(tr("Full load"));
    addSetting("FullLoadSettings.TargetTablePrepMode", tr("Target table &preparation mode"), settingshelp::prepMode());
    m_stopAfterLoad
        = addChoice(QStringLiteral("stopAfterLoad"), tr("&Stop after full load"), settingshelp::stopAfterLoad());
    m_stopAfterLoad->addItem(tr("Don't stop"), 0);
    m_stopAfterLoad->addItem(tr("Before cached changes"), 1);
    m_stopAfterLoad->addItem(tr("After cached changes"), 2);
    addSetting("FullLoadSettings.MaxFullLoadSubTasks", tr("Tables loaded at the sa&me time"), settingshelp::subTasks());
    addSetting("FullLoadSettings.CommitRate", tr("&Rows per batch"), settingshelp::commitRate());
    addSetting("FullLoadSettings.TransactionConsistencyTimeout", tr("&Wait for open transactions, s"),
        settingshelp::consistencyTimeout());
    for (const Binding &binding : m_bindings) {
        m_loadFields.push_back(binding.field);
    }
}

void TaskSettingsForm::addLobs()
{
    addHeading(tr("LOB columns"));
    m_lobs = addChoice(QStringLiteral("lobs"), tr("&LOB columns"), settingshelp::lobs());
    m_lobs->addItem(tr("Whole"), int(LobKind::Whole));
    m_lobs->addItem(tr("Limited"), int(LobKind::Limited));
    m_lobs->addItem(tr("Not included"), int(LobKind::None));
    m_lobMaxSize
        = addNumber(QStringLiteral("lobMaxSize"), tr("&Maximum LOB size"), 1, 102400, settingshelp::lobMaxSize());
    m_lobMaxSize->setSuffix(tr(" KB"));
    connect(m_lobs, &QComboBox::currentIndexChanged, this, &TaskSettingsForm::showLobs);
}

void TaskSettingsForm::addChanges()
{
    const size_t before = m_bindings.size();
    addHeading(tr("Changes"));
    addSetting("TargetMetadata.ParallelApplyThreads", tr("Parallel &apply threads"), settingshelp::applyThreads());
    addSetting(
        "ChangeProcessingTuning.CommitTimeout", tr("Lon&gest time between commits, s"), settingshelp::commitTimeout());
    addSetting("ChangeProcessingDdlHandlingPolicy.HandleSourceTableDropped", tr("Tell when a table is &dropped"),
        settingshelp::ddlPolicy(QStringLiteral("HandleSourceTableDropped")));
    addSetting("ChangeProcessingDdlHandlingPolicy.HandleSourceTableTruncated", tr("Tell when a table is tr&uncated"),
        settingshelp::ddlPolicy(QStringLiteral("HandleSourceTableTruncated")));
    addSetting("ChangeProcessingDdlHandlingPolicy.HandleSourceTableAltered", tr("Tell when a table is alter&ed"),
        settingshelp::ddlPolicy(QStringLiteral("HandleSourceTableAltered")));
    for (size_t i = before; i < m_bindings.size(); ++i) {
        m_cdcFields.push_back(m_bindings[i].field);
    }
}

void TaskSettingsForm::addBeforeImage()
{
    m_beforeImage = addCheck(QStringLiteral("beforeImage"), tr("Before ima&ge"), settingshelp::beforeImage());
    m_beforeImageField
        = addText(QStringLiteral("beforeImageField"), tr("&Field name"), settingshelp::beforeImageField());
    m_beforeImageColumns
        = addChoice(QStringLiteral("beforeImageColumns"), tr("Co&lumns"), settingshelp::beforeImageColumns());
    m_beforeImageColumns->addItem(tr("Primary key only"), QStringLiteral("pk-only"));
    m_beforeImageColumns->addItem(tr("All but LOB columns"), QStringLiteral("non-lob"));
    m_beforeImageColumns->addItem(tr("All columns"), QStringLiteral("all"));
    m_cdcFields.push_back(m_beforeImage);
    connect(m_beforeImage, &QCheckBox::toggled, this, [this](bool isChecked) {
        setRowVisible(m_beforeImageField, isChecked);
        setRowVisible(m_beforeImageColumns, isChecked);
    });
}

void TaskSettingsForm::addErrors()
{
    beginSection(tr("Error handling"), false);
    addSetting("ErrorBehavior.DataErrorPolicy", tr("Row that cannot be sent"), settingshelp::dataErrors());
    addSetting("ErrorBehavior.DataTruncationErrorPolicy", tr("Value that was cut"), settingshelp::truncationErrors());
    addSetting("ErrorBehavior.TableErrorPolicy", tr("Table that fails"), settingshelp::tableErrors());
    addSetting("ErrorBehavior.FailOnNoTablesCaptured", tr("Fail when no table is selected"), settingshelp::noTables());
    addSetting("ErrorBehavior.RecoverableErrorCount", tr("Attempts"), settingshelp::retryCount());
    addSetting("ErrorBehavior.RecoverableErrorInterval", tr("First wait, s"), settingshelp::retryInterval());
    addSetting("ErrorBehavior.RecoverableErrorThrottlingMax", tr("Longest wait, s"), settingshelp::retryMost());
    endSection();
}

void TaskSettingsForm::addResources()
{
    beginSection(tr("Memory"), false);
    addSetting(
        "ChangeProcessingTuning.MemoryLimitTotal", tr("Memory for transactions, MB"), settingshelp::memoryLimit());
    addSetting("StreamBufferSettings.StreamBufferCount", tr("Buffers"), settingshelp::bufferCount());
    addSetting("StreamBufferSettings.StreamBufferSizeInMB", tr("Buffer size, MB"), settingshelp::bufferSize());
    endSection();
}

TaskSettings::Value TaskSettingsForm::valueOf(const QWidget *field)
{
    if (const auto *check = qobject_cast<const QCheckBox *>(field)) {
        return check->isChecked();
    }
    if (const auto *number = qobject_cast<const QSpinBox *>(field)) {
        return int64_t{number->value()};
    }
    if (const auto *choice = qobject_cast<const QComboBox *>(field)) {
        return choice->currentData().toString();
    }
    return qobject_cast<const QLineEdit *>(field)->text();
}

void TaskSettingsForm::showValue(QWidget *field, const TaskSettings::Value &value)
{
    if (auto *check = qobject_cast<QCheckBox *>(field)) {
        check->setChecked(std::get<bool>(value));
    } else if (auto *number = qobject_cast<QSpinBox *>(field)) {
        number->setValue(int(std::get<int64_t>(value)));
    } else if (auto *choice = qobject_cast<QComboBox *>(field)) {
        choice->setCurrentIndex(choice->findData(std::get<QString>(value)));
    } else {
        qobject_cast<QLineEdit *>(field)->setText(std::get<QString>(value));
    }
}

TaskSettingsForm::LobKind TaskSettingsForm::lobKind(const TaskSettings &settings)
{
    if (!settings.boolean("TargetMetadata.SupportLobs")) {
        return LobKind::None;
    }
    return settings.lobMaxBytes() ? LobKind::Limited : LobKind::Whole;
}

void TaskSettingsForm::setSettings(const TaskSettings &settings)
{
    m_base = settings;
    for (Binding &binding : m_bindings) {
        const TaskSettingInfo &info = kTaskSettings[binding.name.index];
        switch (info.type) {
        case SettingType::Boolean:
            binding.shown = settings.boolean(binding.name);
            break;
        case SettingType::Integer:
            binding.shown = settings.integer(binding.name);
            break;
        case SettingType::Choice:
        case SettingType::Text:
            binding.shown = settings.text(binding.name);
            break;
        }
        // where the document states no policy, Rowcast stops the task
        if (info.key == "DataErrorPolicy" && !settings.isStated(binding.name)) {
            binding.shown = QStringLiteral("STOP_TASK");
        }
        showValue(binding.field, binding.shown);
    }
    const bool stopsBefore = settings.boolean("FullLoadSettings.StopTaskCachedChangesNotApplied");
    const bool stopsAfter = settings.boolean("FullLoadSettings.StopTaskCachedChangesApplied");
    m_stopAfterLoad->setCurrentIndex(stopsBefore ? 1 : stopsAfter ? 2 : 0);
    m_lobs->setCurrentIndex(m_lobs->findData(int(lobKind(settings))));
    m_lobMaxSize->setValue(int(settings.integer("TargetMetadata.LobMaxSize")));
    const BeforeImageSettings &image = settings.beforeImage();
    m_beforeImage->setChecked(image.isEnabled);
    m_beforeImageField->setText(image.fieldName.isEmpty() ? QStringLiteral("before-image") : image.fieldName);
    m_beforeImageColumns->setCurrentIndex(m_beforeImageColumns->findData(image.columnFilter));
    setRowVisible(m_beforeImageField, image.isEnabled);
    setRowVisible(m_beforeImageColumns, image.isEnabled);
    showLobs();
}

void TaskSettingsForm::showLobs()
{
    setRowVisible(m_lobMaxSize, LobKind(m_lobs->currentData().toInt()) == LobKind::Limited);
}

Result<void> TaskSettingsForm::fillLobs(TaskSettings &settings) const
{
    const auto kind = LobKind(m_lobs->currentData().toInt());
    const bool isSameLimit = kind != LobKind::Limited
        || m_base.lobMaxBytes() == std::optional<uint64_t>(uint64_t(m_lobMaxSize->value()) * 1024);
    if (kind == lobKind(m_base) && isSameLimit) {
        return {};
    }
    Result<void> result = settings.set("TargetMetadata.SupportLobs", kind != LobKind::None);
    if (result && kind != LobKind::None) {
        result = settings.set("TargetMetadata.FullLobMode", kind == LobKind::Whole);
    }
    if (result && kind != LobKind::None) {
        result = settings.set("TargetMetadata.LimitedSizeLobMode", kind == LobKind::Limited);
    }
    if (result && kind == LobKind::Limited) {
        result = settings.set("TargetMetadata.LobMaxSize", int64_t{m_lobMaxSize->value()});
    }
    return result;
}

BeforeImageSettings TaskSettingsForm::beforeImage() const
{
    BeforeImageSettings image;
    image.isEnabled = m_beforeImage->isChecked();
    if (image.isEnabled) {
        image.fieldName = m_beforeImageField->text().trimmed();
        image.columnFilter = m_beforeImageColumns->currentData().toString();
    }
    return image;
}

Result<TaskSettings> TaskSettingsForm::settings() const
{
    TaskSettings settings = m_base;
    for (const Binding &binding : m_bindings) {
        const TaskSettings::Value value = valueOf(binding.field);
        if (value == binding.shown) {
            continue;
        }
        if (auto set = settings.set(binding.name, value); !set) {
            return set.error();
        }
    }
    const int stop = m_stopAfterLoad->currentData().toInt();
    const bool stopsBefore = stop == 1;
    const bool stopsAfter = stop == 2;
    if (settings.boolean("FullLoadSettings.StopTaskCachedChangesNotApplied") != stopsBefore) {
        if (auto set = settings.set("FullLoadSettings.StopTaskCachedChangesNotApplied", stopsBefore); !set) {
            return set.error();
        }
    }
    if (settings.boolean("FullLoadSettings.StopTaskCachedChangesApplied") != stopsAfter) {
        if (auto set = settings.set("FullLoadSettings.StopTaskCachedChangesApplied", stopsAfter); !set) {
            return set.error();
        }
    }
    if (auto filled = fillLobs(settings); !filled) {
        return filled.error();
    }
    if (beforeImage().isEnabled != m_base.beforeImage().isEnabled || beforeImage().isEnabled) {
        settings.setBeforeImage(beforeImage());
    }
    return settings;
}

void TaskSettingsForm::setMigrationType(bool hasFullLoad, bool hasCdc)
{
    for (QWidget *field : m_loadFields) {
        setRowVisible(field, hasFullLoad);
    }
    setRowVisible(m_stopAfterLoad, hasFullLoad && hasCdc);
    for (QWidget *field : m_cdcFields) {
        setRowVisible(field, hasCdc);
    }
    setRowVisible(m_beforeImageField, hasCdc && m_beforeImage->isChecked());
    setRowVisible(m_beforeImageColumns, hasCdc && m_beforeImage->isChecked());
}

std::vector<Problem> TaskSettingsForm::problems() const
{
    std::vector<Problem> found;
    if (m_beforeImage->isChecked() && m_beforeImageField->text().trimmed().isEmpty()) {
        found.push_back({m_beforeImageField, tr("The before image needs a field name.")});
    }
    if (const auto made = settings(); !made) {
        found.push_back({nullptr, made.error().cause});
    }
    return found;
}

} // namespace rowcast::ui
