// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/KafkaHelp.h"

#include <QCoreApplication>

namespace rowcast::ui::kafkahelp {

namespace {

struct Help {
    Q_DECLARE_TR_FUNCTIONS(rowcast::ui::KafkaHelp)
};

} // namespace

FieldHelp identifier()
{
    return {Help::tr("Endpoint identifier"), Help::tr("What the endpoint is called in lists and tasks."),
        Help::tr("Endpoint identifier"), QStringLiteral("bus"),
        Help::tr("Letters, digits and hyphens only; it begins with a letter.")};
}

FieldHelp brokers()
{
    return {Help::tr("Brokers"),
        Help::tr("Where to begin: any of the cluster's brokers, as host:port, several with commas between. "
                 "The client finds the others by itself."),
        Help::tr("Broker"),
        QStringLiteral(
            "b-1.shop.kafka.ap-northeast-2.amazonaws.com:9092,\nb-2.shop.kafka.ap-northeast-2.amazonaws.com:9092"),
        Help::tr("The usual trap: the first connection works, but the brokers then name advertised "
                 "addresses that this computer cannot reach. The test prints both. MSK listens on 9092 "
                 "(plaintext), 9094 (TLS) and 9096 (SASL/SCRAM).")};
}

FieldHelp topic()
{
    return {Help::tr("Topic"),
        Help::tr("Where all messages go, if no topic pattern says otherwise. It is created when it is "
                 "missing and may be created."),
        Help::tr("Topic"), QStringLiteral("kafka-default-topic"),
        Help::tr("Letters, digits, dots, underscores and hyphens; dots and underscores should not be "
                 "mixed.")};
}

FieldHelp messageFormat()
{
    return {Help::tr("Message format"),
        Help::tr("json: several lines, indented with tabs. json-unformatted: one line for each message."),
        QStringLiteral("MessageFormat"), QString(), QString()};
}

FieldHelp delivery()
{
    return {Help::tr("Delivery"),
        Help::tr("Exactly once: a consumer with isolation.level=read_committed sees each change once, "
                 "whatever was killed on the way. At least once: after an interruption some changes may "
                 "come again."),
        QString(), QString(),
        Help::tr("Exactly once needs brokers that allow transactions. DMS itself delivers at least once.")};
}

FieldHelp security()
{
    return {Help::tr("Security protocol"), Help::tr("How the connection to the brokers is protected."),
        QStringLiteral("SecurityProtocol"), QString(),
        Help::tr("A port that expects another protocol is the most frequent reason why the test fails.")};
}

FieldHelp caCertificate()
{
    return {Help::tr("CA certificate"),
        Help::tr("PEM file of the authority that signed the brokers' certificates, or the PEM text itself. "
                 "Empty: the authorities that this system trusts."),
        QStringLiteral("SslCaCertificateArn"), QStringLiteral("/etc/kafka/ca.pem"), QString()};
}

FieldHelp clientCertificate()
{
    return {Help::tr("Client certificate"),
        Help::tr("PEM file of the certificate that this client shows to the brokers."),
        QStringLiteral("SslClientCertificateArn"), QStringLiteral("/etc/kafka/client.pem"),
        Help::tr("The certificate's name is the user that the brokers' access rules speak of.")};
}

FieldHelp clientKey()
{
    return {Help::tr("Client key"), Help::tr("PEM file of the certificate's private key."),
        QStringLiteral("SslClientKeyArn"), QStringLiteral("/etc/kafka/client.key"), QString()};
}

FieldHelp clientKeyPassword()
{
    return {Help::tr("Key password"), Help::tr("The private key's password; empty where it has none."),
        QStringLiteral("SslClientKeyPassword"), QString(), QString()};
}

FieldHelp saslMechanism()
{
    return {Help::tr("SASL mechanism"), Help::tr("How user name and password are shown to the brokers."),
        QStringLiteral("SaslMechanism"), QString(),
        Help::tr("MSK speaks SCRAM-SHA-512. PLAIN sends the password itself, so it wants TLS.")};
}

FieldHelp saslUser()
{
    return {Help::tr("SASL user name"), Help::tr("The user that the brokers know."), QStringLiteral("SaslUsername"),
        QStringLiteral("dms"),
        Help::tr("The user needs to write to the topics, to describe them, and for exactly once to use "
                 "transactional ids.")};
}

FieldHelp saslPassword()
{
    return {Help::tr("SASL password"),
        Help::tr("The user's password. It is kept in the desktop's keychain, never in a file of Rowcast."),
        QStringLiteral("SaslPassword"), QString(), QString()};
}

FieldHelp hostNameCheck()
{
    return {Help::tr("Check the broker's name"),
        Help::tr("The name in a broker's certificate must be the name that was connected to."),
        QStringLiteral("SslEndpointIdentificationAlgorithm"), QString(),
        Help::tr("Without it somebody in between could pretend to be the broker.")};
}

FieldHelp transactionDetails()
{
    return {Help::tr("Include transaction details"),
        Help::tr("Adds transaction-record-id, prev-transaction-id, prev-transaction-record-id, "
                 "commit-timestamp and stream-position to the metadata of changes."),
        QStringLiteral("IncludeTransactionDetails"), QString(), QString()};
}

FieldHelp partitionValue()
{
    return {Help::tr("Include partition value"),
        Help::tr("Adds the key's value to the metadata as partition-key-value."),
        QStringLiteral("IncludePartitionValue"), QString(), QString()};
}

FieldHelp partitionSchemaTable()
{
    return {Help::tr("Put schema and table before the key"),
        Help::tr("A primary key becomes schema.table.key, so that small tables spread over the partitions."),
        QStringLiteral("PartitionIncludeSchemaTable"), QString(), QString()};
}

FieldHelp tableAlterOperations()
{
    return {Help::tr("Include table alter operations"),
        Help::tr("A control record tells each change of a table's definition."),
        QStringLiteral("IncludeTableAlterOperations"), QString(), QString()};
}

FieldHelp controlDetails()
{
    return {Help::tr("Include control details"), Help::tr("Control records hold the table's and columns' definitions."),
        QStringLiteral("IncludeControlDetails"), QString(), QString()};
}

FieldHelp nullAndEmpty()
{
    return {Help::tr("Include NULL and empty"),
        Help::tr("Columns that are NULL or an empty text stand in the message. Else they are left out."),
        QStringLiteral("IncludeNullAndEmpty"), QString(),
        Help::tr("Without it a consumer cannot tell NULL from an empty text.")};
}

FieldHelp messageMaxBytes()
{
    return {Help::tr("Largest message"), Help::tr("The largest message that may be sent, in bytes."),
        QStringLiteral("MessageMaxBytes"), QStringLiteral("1000000"),
        Help::tr("The topic's own limit max.message.bytes counts too.")};
}

FieldHelp noHexPrefix()
{
    return {Help::tr("Binary without 0x"), Help::tr("Binary values are written as hex digits alone."),
        QStringLiteral("NoHexPrefix"), QString(), QString()};
}

FieldHelp largeIntegers()
{
    return {Help::tr("Large integers in full"),
        Help::tr("Large integers are written with all digits. DMS writes them in scientific notation "
                 "unless this is on."),
        QStringLiteral("UseLargeIntegerValue"), QString(), QString()};
}

FieldHelp topicPattern()
{
    return {Help::tr("Topic pattern"),
        Help::tr("A topic for each table: ${schema} and ${table} are replaced. Empty: the topic above."), QString(),
        QStringLiteral("${schema}.${table}"),
        Help::tr("The user must be allowed to create topics, or they must be there.")};
}

FieldHelp keyRule()
{
    return {Help::tr("Key rule"),
        Help::tr("DMS: loads have the primary key, changes the key schema.table, so that each table's "
                 "changes stay in order in one partition. Primary key: loads and changes have the primary "
                 "key, so that all messages of a row lie in one partition."),
        QString(), QString(), QString()};
}

FieldHelp headers()
{
    return {Help::tr("Headers"), Help::tr("Schema, table and operation stand in the message's headers too."), QString(),
        QString(), QString()};
}

FieldHelp tombstones()
{
    return {Help::tr("Tombstones"),
        Help::tr("A delete is followed by a message without value, so that compacted topics forget the "
                 "row."),
        QString(), QString(), Help::tr("Consumers written for DMS do not expect them.")};
}

FieldHelp transactionBoundaries()
{
    return {Help::tr("Transaction boundaries"),
        Help::tr("Messages that tell where a source transaction begins and ends."), QString(), QString(),
        Help::tr("Consumers written for DMS do not expect them.")};
}

FieldHelp checkpointTopic()
{
    return {Help::tr("Checkpoint topic"),
        Help::tr("Where the task keeps how far it came. One partition, compacted; created when missing."), QString(),
        QStringLiteral("rowcast.checkpoints"), QString()};
}

FieldHelp topicPartitions()
{
    return {Help::tr("Partitions of new topics"), Help::tr("How many partitions topics get that Rowcast creates."),
        QString(), QStringLiteral("6"), QString()};
}

FieldHelp topicReplicationFactor()
{
    return {Help::tr("Replication factor of new topics"), Help::tr("On how many brokers each partition lies."),
        QString(), QStringLiteral("3"), Help::tr("It cannot be larger than the number of brokers.")};
}

FieldHelp topicConfig()
{
    return {Help::tr("Settings of new topics"), Help::tr("Kafka's topic settings, one name=value a line."), QString(),
        QStringLiteral("retention.ms=604800000"), QString()};
}

FieldHelp producerProperties()
{
    return {Help::tr("Producer properties"), Help::tr("Settings of librdkafka, one name=value a line."), QString(),
        QStringLiteral("linger.ms=50\ncompression.codec=zstd"),
        Help::tr("Settings that the promises depend on (acks, idempotence, transactional.id) are refused.")};
}

} // namespace rowcast::ui::kafkahelp
