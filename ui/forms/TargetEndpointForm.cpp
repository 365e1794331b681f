// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/TargetEndpointForm.h"

#include "ui/forms/KafkaHelp.h"
#include "ui/forms/KafkaSecurityForm.h"
#include "ui/forms/PropertiesField.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>

#include <algorithm>

namespace rowcast::ui {

namespace {

QString brokerProblem(const QString &brokers)
{
    static const QRegularExpression address(QStringLiteral("^([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\])(:\\d{1,5})?$"));
    for (const QString &broker : brokers.split(QLatin1Char(','))) {
        if (!address.match(broker.trimmed()).hasMatch()) {
            return TargetEndpointForm::tr("\"%1\" is not host:port. Several brokers stand with commas between.")
                .arg(broker.trimmed());
        }
    }
    return {};
}

} // namespace

TargetEndpointForm::TargetEndpointForm(QWidget *parent)
    : EndpointForm(parent)
{
    m_identifier = addText(QStringLiteral("identifier"), tr("Endpoint &identifier"), kafkahelp::identifier());
    m_brokers = addText(QStringLiteral("brokers"), tr("Bro&kers"), kafkahelp::brokers());
    m_brokers->setPlaceholderText(QStringLiteral("host:9092,host:9092"));
    m_topic = addText(QStringLiteral("topic"), tr("To&pic"), kafkahelp::topic());
    m_delivery = addChoice(QStringLiteral("delivery"), tr("&Delivery"), kafkahelp::delivery());
    m_delivery->addItem(tr("Exactly once"), int(Delivery::ExactlyOnce));
    m_delivery->addItem(tr("At least once"), int(Delivery::AtLeastOnce));
    m_security = new KafkaSecurityForm(this);
    m_security->setObjectName(QStringLiteral("security"));
    addForm(m_security);
    addMessageSettings();
    addRowcastSettings();
    setSpec({});
}

void TargetEndpointForm::addFlag(
    const QString &name, const QString &text, const FieldHelp &help, bool KafkaEndpointSettings::*setting)
{
    m_flags.push_back({addCheck(name, text, help), setting});
}

void TargetEndpointForm::addExtraFlag(
    const QString &name, const QString &text, const FieldHelp &help, bool KafkaExtras::*setting)
{
    m_extraFlags.push_back({addCheck(name, text, help), setting});
}

void TargetEndpointForm::addMessageSettings()
{
    using Settings = KafkaEndpointSettings;
    beginSection(tr("Endpoint settings: messages"), false);
    m_format = addChoice(QStringLiteral("messageFormat"), tr("Message &format"), kafkahelp::messageFormat());
    m_format->addItem(QStringLiteral("json"), int(MessageFormat::Json));
    m_format->addItem(QStringLiteral("json-unformatted"), int(MessageFormat::JsonUnformatted));
    addFlag(QStringLiteral("transactionDetails"), tr("Include t&ransaction details"), kafkahelp::transactionDetails(),
        &Settings::includeTransactionDetails);
    addFlag(QStringLiteral("partitionValue"), tr("Inclu&de partition value"), kafkahelp::partitionValue(),
        &Settings::includePartitionValue);
    addFlag(QStringLiteral("partitionSchemaTable"), tr("Put &schema and table before the key"),
        kafkahelp::partitionSchemaTable(), &Settings::partitionIncludeSchemaTable);
    addFlag(QStringLiteral("tableAlterOperations"), tr("Include table &alter operations"),
        kafkahelp::tableAlterOperations(), &Settings::includeTableAlterOperations);
    addFlag(QStringLiteral("controlDetails"), tr("Include control detai&ls"), kafkahelp::controlDetails(),
        &Settings::includeControlDetails);
    addFlag(QStringLiteral("nullAndEmpty"), tr("Include N&ULL and empty"), kafkahelp::nullAndEmpty(),
        &Settings::includeNullAndEmpty);
    addFlag(QStringLiteral("noHexPrefix"), tr("Binary without 0&x"), kafkahelp::noHexPrefix(), &Settings::noHexPrefix);
    addFlag(QStringLiteral("largeIntegers"), tr("&Large integers in full"), kafkahelp::largeIntegers(),
        &Settings::useLargeIntegerValue);
    m_messageMaxBytes = addNumber(
        QStringLiteral("messageMaxBytes"), tr("Lar&gest message"), 1000, 1'000'000'000, kafkahelp::messageMaxBytes());
    m_messageMaxBytes->setSuffix(tr(" bytes"));
    endSection();
}

void TargetEndpointForm::addRowcastSettings()
{
    beginSection(tr("Rowcast settings"), false);
    m_topicPattern = addText(QStringLiteral("topicPattern"), tr("Topic &pattern"), kafkahelp::topicPattern());
    m_topicPattern->setPlaceholderText(QStringLiteral("${schema}.${table}"));
    m_keyRule = addChoice(QStringLiteral("keyRule"), tr("&Key rule"), kafkahelp::keyRule());
    m_keyRule->addItem(tr("As DMS: loads by primary key, changes by table"), false);
    m_keyRule->addItem(tr("Primary key for loads and changes"), true);
    addExtraFlag(QStringLiteral("headers"), tr("&Headers"), kafkahelp::headers(), &KafkaExtras::headers);
    addExtraFlag(QStringLiteral("tombstones"), tr("Tombston&es"), kafkahelp::tombstones(), &KafkaExtras::tombstones);
    addExtraFlag(QStringLiteral("transactionBoundaries"), tr("Transaction bo&undaries"),
        kafkahelp::transactionBoundaries(), &KafkaExtras::transactionBoundaries);
    m_checkpointTopic
        = addText(QStringLiteral("checkpointTopic"), tr("Ch&eckpoint topic"), kafkahelp::checkpointTopic());
    m_partitions = addNumber(
        QStringLiteral("topicPartitions"), tr("Partitions of ne&w topics"), 0, 10000, kafkahelp::topicPartitions());
    m_replicationFactor = addNumber(QStringLiteral("topicReplicationFactor"), tr("Replication factor of new topics"), 0,
        100, kafkahelp::topicReplicationFactor());
    for (QSpinBox *count : {m_partitions, m_replicationFactor}) {
        count->setSpecialValueText(tr("The broker's own"));
        count->setMinimumWidth(count->fontMetrics().horizontalAdvance(count->specialValueText()) * 2);
    }
    m_topicConfig = new PropertiesField(this);
    addField(QStringLiteral("topicConfig"), tr("Settings of new topics"), m_topicConfig, kafkahelp::topicConfig());
    m_producerProperties = new PropertiesField(this);
    addField(QStringLiteral("producerProperties"), tr("Producer properties"), m_producerProperties,
        kafkahelp::producerProperties());
    endSection();
}

QHash<QString, SecretField *> TargetEndpointForm::secretFields() const
{
    return {{QStringLiteral("SaslPassword"), &m_security->saslPassword()},
        {QStringLiteral("SslClientKeyPassword"), &m_security->keyPassword()}};
}

void TargetEndpointForm::setSpec(const EndpointSpec &spec)
{
    m_identifier->setText(spec.identifier);
    m_brokers->setText(spec.kafka.broker);
    m_topic->setText(spec.kafka.topic);
    m_format->setCurrentIndex(m_format->findData(int(spec.kafka.messageFormat)));
    m_delivery->setCurrentIndex(m_delivery->findData(int(spec.kafkaExtras.delivery)));
    m_security->showSettings(spec.kafka);
    for (const Flag &flag : m_flags) {
        flag.box->setChecked(spec.kafka.*flag.setting);
    }
    for (const ExtraFlag &flag : m_extraFlags) {
        flag.box->setChecked(spec.kafkaExtras.*flag.setting);
    }
    m_messageMaxBytes->setValue(spec.kafka.messageMaxBytes);
    m_topicPattern->setText(spec.kafkaExtras.topicPattern);
    m_keyRule->setCurrentIndex(m_keyRule->findData(spec.kafkaExtras.isPrimaryKeyRule));
    m_checkpointTopic->setText(spec.kafkaExtras.checkpointTopic);
    m_partitions->setValue(spec.kafkaExtras.topicPartitions.value_or(0));
    m_replicationFactor->setValue(spec.kafkaExtras.topicReplicationFactor.value_or(0));
    m_topicConfig->setProperties(spec.kafkaExtras.topicConfig);
    m_producerProperties->setProperties(spec.kafkaExtras.producerProperties);
}

KafkaExtras TargetEndpointForm::extras() const
{
    KafkaExtras extras;
    extras.delivery = Delivery(m_delivery->currentData().toInt());
    for (const ExtraFlag &flag : m_extraFlags) {
        extras.*flag.setting = flag.box->isChecked();
    }
    extras.topicPattern = m_topicPattern->text().trimmed();
    extras.isPrimaryKeyRule = m_keyRule->currentData().toBool();
    extras.checkpointTopic = m_checkpointTopic->text().trimmed();
    if (m_partitions->value() > 0) {
        extras.topicPartitions = m_partitions->value();
    }
    if (m_replicationFactor->value() > 0) {
        extras.topicReplicationFactor = m_replicationFactor->value();
    }
    extras.topicConfig = m_topicConfig->properties();
    extras.producerProperties = m_producerProperties->properties();
    return extras;
}

Result<EndpointSpec> TargetEndpointForm::spec() const
{
    EndpointSpec spec;
    spec.identifier = m_identifier->text().trimmed();
    spec.role = EndpointRole::Target;
    spec.engine = Engine::Kafka;
    spec.kafka.broker = m_brokers->text().trimmed();
    spec.kafka.topic = m_topic->text().trimmed();
    spec.kafka.messageFormat = MessageFormat(m_format->currentData().toInt());
    spec.kafka.messageMaxBytes = m_messageMaxBytes->value();
    for (const Flag &flag : m_flags) {
        spec.kafka.*flag.setting = flag.box->isChecked();
    }
    spec.kafkaExtras = extras();
    if (auto filled = m_security->fill(spec.kafka); !filled) {
        return filled.error();
    }
    return spec;
}

void TargetEndpointForm::addTopicProblems(std::vector<Problem> &found) const
{
    static const QRegularExpression topicName(QStringLiteral("^[A-Za-z0-9._-]{1,249}$"));
    const QString sentence = tr("A topic's name has letters, digits, dots, underscores and hyphens, 249 at most.");
    if (!topicName.match(m_topic->text().trimmed()).hasMatch()) {
        found.push_back({m_topic, sentence});
    }
    QString pattern = m_topicPattern->text().trimmed();
    pattern.replace(QLatin1String("${schema}"), QLatin1String("s"))
        .replace(QLatin1String("${table}"), QLatin1String("t"));
    if (!pattern.isEmpty() && !topicName.match(pattern).hasMatch()) {
        found.push_back({m_topicPattern, sentence});
    }
    if (!topicName.match(m_checkpointTopic->text().trimmed()).hasMatch()) {
        found.push_back({m_checkpointTopic, sentence});
    }
    for (PropertiesField *field : {m_topicConfig, m_producerProperties}) {
        if (const QString line = field->brokenLine(); !line.isEmpty()) {
            found.push_back({field, tr("The line \"%1\" is not name=value.").arg(line)});
        }
    }
}

std::vector<Problem> TargetEndpointForm::problems() const
{
    std::vector<Problem> found;
    addIdentifierProblem(found, m_identifier);
    if (m_brokers->text().trimmed().isEmpty()) {
        found.push_back({m_brokers, tr("At least one broker is needed.")});
    } else if (const QString sentence = brokerProblem(m_brokers->text()); !sentence.isEmpty()) {
        found.push_back({m_brokers, sentence});
    }
    const std::vector<Problem> security = m_security->problems();
    found.insert(found.end(), security.begin(), security.end());
    addTopicProblems(found);
    return found;
}

} // namespace rowcast::ui
