// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/Permissions.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace rowcast::kafka {

namespace {

constexpr std::string_view kIdPrefix = "rowcast-";
// librdkafka 2.3 is the first that asks for permitted operations
constexpr bool kCanAskForOperations = RD_KAFKA_VERSION >= 0x020300ff;

#if RD_KAFKA_VERSION >= 0x020300ff
using TopicNamesHandle = std::unique_ptr<rd_kafka_TopicCollection_t, DestroyBy<rd_kafka_TopicCollection_destroy>>;

Result<std::optional<Operations>> askForOperations(
    const TopicAdmin &admin, const QString &topic, const std::stop_token &stop)
{
    const QByteArray name = topic.toUtf8();
    const char *names[] = {name.constData()};
    const TopicNamesHandle topics(rd_kafka_TopicCollection_of_topic_names(names, 1));
    auto event = admin.call(
        RD_KAFKA_ADMIN_OP_DESCRIBETOPICS,
        [&](rd_kafka_t *handle, rd_kafka_AdminOptions_t *options, rd_kafka_queue_t *queue) {
            const ErrorHandle ignored(rd_kafka_AdminOptions_set_include_authorized_operations(options, 1));
            rd_kafka_DescribeTopics(handle, topics.get(), options, queue);
        },
        QCoreApplication::translate("Kafka", "asking for permissions on topic %1").arg(topic), stop);
    if (!event) {
        return event.error();
    }
    size_t count = 0;
    const auto **descriptions
        = rd_kafka_DescribeTopics_result_topics(rd_kafka_event_DescribeTopics_result(event->get()), &count);
    if (count == 0
        || rd_kafka_error_code(rd_kafka_TopicDescription_error(descriptions[0])) != RD_KAFKA_RESP_ERR_NO_ERROR) {
        return std::optional<Operations>();
    }
    const auto *operations = rd_kafka_TopicDescription_authorized_operations(descriptions[0], &count);
    return operations == nullptr ? std::optional<Operations>()
                                 : std::optional(Operations(operations, operations + count));
}
#else
Result<std::optional<Operations>> askForOperations(const TopicAdmin &, const QString &, const std::stop_token &)
{
    return std::optional<Operations>();
}
#endif

// Nobody but super users and the brokers themselves may do ClusterAction, and super users may do everything.
Result<bool> isSuperUser(const TopicAdmin &admin, const std::stop_token &stop)
{
#if RD_KAFKA_VERSION >= 0x020300ff
    auto event = admin.call(
        RD_KAFKA_ADMIN_OP_DESCRIBECLUSTER,
        [](rd_kafka_t *handle, rd_kafka_AdminOptions_t *options, rd_kafka_queue_t *queue) {
            const ErrorHandle ignored(rd_kafka_AdminOptions_set_include_authorized_operations(options, 1));
            rd_kafka_DescribeCluster(handle, options, queue);
        },
        QCoreApplication::translate("Kafka", "asking for permissions on the cluster"), stop);
    if (!event) {
        return event.error();
    }
    size_t count = 0;
    const auto *operations = rd_kafka_DescribeCluster_result_authorized_operations(
        rd_kafka_event_DescribeCluster_result(event->get()), &count);
    return operations != nullptr
        && std::find(operations, operations + count, RD_KAFKA_ACL_OPERATION_CLUSTER_ACTION) != operations + count;
#else
    static_cast<void>(admin);
    static_cast<void>(stop);
    return false;
#endif
}

bool concernsUs(const rd_kafka_AclBinding_t *acl, const QString &principal)
{
    const QString who = QString::fromUtf8(rd_kafka_AclBinding_principal(acl));
    if (who != principal && who != QLatin1String("User:*")) {
        return false;
    }
    const auto operation = rd_kafka_AclBinding_operation(acl);
    if (operation != RD_KAFKA_ACL_OPERATION_WRITE && operation != RD_KAFKA_ACL_OPERATION_ALL) {
        return false;
    }
    const std::string_view name = rd_kafka_AclBinding_name(acl);
    // one that is narrower ("rowcast-shop") may be just the task that is meant
    return name == "*" || name.starts_with(kIdPrefix)
        || (rd_kafka_AclBinding_resource_pattern_type(acl) == RD_KAFKA_RESOURCE_PATTERN_PREFIXED
            && kIdPrefix.starts_with(name));
}

Permission judge(const rd_kafka_event_t *event, const QString &principal)
{
    size_t count = 0;
    const auto *result = rd_kafka_event_DescribeAcls_result(const_cast<rd_kafka_event_t *>(event));
    const rd_kafka_AclBinding_t **acls = rd_kafka_DescribeAcls_result_acls(result, &count);
    // nothing found proves nothing: super users stand in no list, and a broker may show none to ordinary ones
    Permission permission = Permission::Unknown;
    for (size_t i = 0; i < count; ++i) {
        if (!concernsUs(acls[i], principal)) {
            continue;
        }
        if (rd_kafka_AclBinding_permission_type(acls[i]) == RD_KAFKA_ACL_PERMISSION_TYPE_DENY) {
            return Permission::Denied;
        }
        permission = Permission::Allowed;
    }
    return permission;
}

} // namespace

Result<std::optional<Operations>> topicOperations(
    const TopicAdmin &admin, const QString &topic, const std::stop_token &stop)
{
    return kCanAskForOperations ? askForOperations(admin, topic, stop) : std::optional<Operations>();
}

Result<Permission> transactionPermission(
    const TopicAdmin &admin, const KafkaSettings &settings, const std::stop_token &stop)
{
    std::array<char, 256> words{};
    const AclFilterHandle filter(
        rd_kafka_AclBindingFilter_new(kTransactionalIdResource, nullptr, RD_KAFKA_RESOURCE_PATTERN_ANY, nullptr,
            nullptr, RD_KAFKA_ACL_OPERATION_ANY, RD_KAFKA_ACL_PERMISSION_TYPE_ANY, words.data(), words.size()));
    if (!filter) {
        return Permission::Unknown;
    }
    auto event = admin.callRaw(
        RD_KAFKA_ADMIN_OP_DESCRIBEACLS,
        [&](rd_kafka_t *handle, rd_kafka_AdminOptions_t *options, rd_kafka_queue_t *queue) {
            rd_kafka_DescribeAcls(handle, filter.get(), options, queue);
        },
        stop);
    if (!event) {
        return event.error();
    }
    const rd_kafka_resp_err_t code = rd_kafka_event_error(event->get());
    if (code == RD_KAFKA_RESP_ERR_SECURITY_DISABLED) {
        return Permission::Allowed; // no authorizer: everybody may do everything
    }
    if (code != RD_KAFKA_RESP_ERR_NO_ERROR) {
        return Permission::Unknown;
    }
    // who has no user name is named by the broker's rules for certificates
    const Permission permission = settings.usesSasl()
        ? judge(event->get(), QStringLiteral("User:") + settings.saslUsername)
        : Permission::Unknown;
    if (permission == Permission::Allowed) {
        return permission;
    }
    auto isSuper = isSuperUser(admin, stop);
    return !isSuper ? Result<Permission>(isSuper.error()) : *isSuper ? Permission::Allowed : permission;
}

} // namespace rowcast::kafka
