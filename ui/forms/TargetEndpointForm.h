// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/EndpointForm.h"

namespace rowcast::ui {

class KafkaSecurityForm;
class PropertiesField;

// A Kafka target endpoint: brokers, topic, security, shape of the messages, delivery, topics that are created.
class TargetEndpointForm : public EndpointForm {
    Q_OBJECT

public:
    explicit TargetEndpointForm(QWidget *parent = nullptr);

    void setSpec(const EndpointSpec &spec) override;
    [[nodiscard]] Result<EndpointSpec> spec() const override;
    [[nodiscard]] QHash<QString, SecretField *> secretFields() const override;

    [[nodiscard]] std::vector<Problem> problems() const override;

private:
    // A yes-or-no setting of the messages: its box and the member it stands for.
    struct Flag {
        QCheckBox *box;
        bool KafkaEndpointSettings::*setting;
    };
    struct ExtraFlag {
        QCheckBox *box;
        bool KafkaExtras::*setting;
    };
    void addMessageSettings();
    void addRowcastSettings();
    void addFlag(const QString &name, const QString &text, const FieldHelp &help, bool KafkaEndpointSettings::*setting);
    void addExtraFlag(const QString &name, const QString &text, const FieldHelp &help, bool KafkaExtras::*setting);
    [[nodiscard]] KafkaExtras extras() const;
    void addTopicProblems(std::vector<Problem> &found) const;

    QLineEdit *m_identifier;
    QLineEdit *m_brokers;
    QLineEdit *m_topic;
    QComboBox *m_format;
    QComboBox *m_delivery;
    KafkaSecurityForm *m_security;
    std::vector<Flag> m_flags;
    std::vector<ExtraFlag> m_extraFlags;
    QSpinBox *m_messageMaxBytes;
    QLineEdit *m_topicPattern;
    QComboBox *m_keyRule;
    QLineEdit *m_checkpointTopic;
    QSpinBox *m_partitions;
    QSpinBox *m_replicationFactor;
    PropertiesField *m_topicConfig;
    PropertiesField *m_producerProperties;
};

} // namespace rowcast::ui
