// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/HelpColumn.h"

// The help texts of the target endpoint's fields.

namespace rowcast::ui::kafkahelp {

[[nodiscard]] FieldHelp identifier();
[[nodiscard]] FieldHelp brokers();
[[nodiscard]] FieldHelp topic();
[[nodiscard]] FieldHelp messageFormat();
[[nodiscard]] FieldHelp delivery();
[[nodiscard]] FieldHelp security();
[[nodiscard]] FieldHelp caCertificate();
[[nodiscard]] FieldHelp clientCertificate();
[[nodiscard]] FieldHelp clientKey();
[[nodiscard]] FieldHelp clientKeyPassword();
[[nodiscard]] FieldHelp saslMechanism();
[[nodiscard]] FieldHelp saslUser();
[[nodiscard]] FieldHelp saslPassword();
[[nodiscard]] FieldHelp hostNameCheck();
[[nodiscard]] FieldHelp transactionDetails();
[[nodiscard]] FieldHelp partitionValue();
[[nodiscard]] FieldHelp partitionSchemaTable();
[[nodiscard]] FieldHelp tableAlterOperations();
[[nodiscard]] FieldHelp controlDetails();
[[nodiscard]] FieldHelp nullAndEmpty();
[[nodiscard]] FieldHelp messageMaxBytes();
[[nodiscard]] FieldHelp noHexPrefix();
[[nodiscard]] FieldHelp largeIntegers();
[[nodiscard]] FieldHelp topicPattern();
[[nodiscard]] FieldHelp keyRule();
[[nodiscard]] FieldHelp headers();
[[nodiscard]] FieldHelp tombstones();
[[nodiscard]] FieldHelp transactionBoundaries();
[[nodiscard]] FieldHelp checkpointTopic();
[[nodiscard]] FieldHelp topicPartitions();
[[nodiscard]] FieldHelp topicReplicationFactor();
[[nodiscard]] FieldHelp topicConfig();
[[nodiscard]] FieldHelp producerProperties();

} // namespace rowcast::ui::kafkahelp
