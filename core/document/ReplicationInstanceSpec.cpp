// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/document/ReplicationInstanceSpec.h"

#include "core/base/StrictJson.h"
#include "core/document/DocumentParts.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace rowcast {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array kClasses = {InstanceClass{"rowcast.small", 2, 64}, InstanceClass{"rowcast.medium", 4, 128},
    InstanceClass{"rowcast.large", 8, 512}, InstanceClass{"rowcast.xlarge", 16, 2048}};
constexpr size_t kMedium = 1;

} // namespace

std::span<const InstanceClass> instanceClasses()
{
    return kClasses;
}

const InstanceClass &instanceClass(const QString &name)
{
    const auto found = std::find_if(kClasses.begin(), kClasses.end(),
        [&](const InstanceClass &known) { return name == QLatin1String(known.name); });
    if (found != kClasses.end()) {
        return *found;
    }
    const QString size = name.section(QLatin1Char('.'), -1);
    if (size == QLatin1String("micro") || size == QLatin1String("small")) {
        return kClasses[0];
    }
    return size == QLatin1String("large")        ? kClasses[2]
        : size.endsWith(QLatin1String("xlarge")) ? kClasses[3]
                                                 : kClasses[kMedium];
}

ReplicationInstanceSpec readInstance(const Json *json, QString path, JsonReader::Problem &problem)
{
    ReplicationInstanceSpec spec;
    const Json *object = unwrapped(json, "ReplicationInstance", "ReplicationInstances", path, problem);
    if (object == nullptr) {
        return spec;
    }
    JsonReader instance(object, path, problem);
    spec.identifier = instance.has("ReplicationInstanceIdentifier")
        ? readIdentifier(instance, "ReplicationInstanceIdentifier")
        : spec.identifier;
    spec.className = instance.text("ReplicationInstanceClass").value_or(spec.className);
    JsonReader extras = instance.object("RowcastSettings");
    spec.description = extras.text("Description").value_or(QString());
    spec.storageFolder = extras.text("StorageFolder").value_or(QString());
    extras.finish();
    instance.accept({"ReplicationInstanceIdentifier", "ReplicationInstanceArn", "ReplicationInstanceStatus",
        "AllocatedStorage", "InstanceCreateTime", "VpcSecurityGroups", "VpcSecurityGroupIds", "AvailabilityZone",
        "ReplicationSubnetGroup", "ReplicationSubnetGroupIdentifier", "PreferredMaintenanceWindow",
        "PendingModifiedValues", "MultiAZ", "EngineVersion", "AutoMinorVersionUpgrade", "KmsKeyId",
        "ReplicationInstancePublicIpAddress", "ReplicationInstancePrivateIpAddress",
        "ReplicationInstancePublicIpAddresses", "ReplicationInstancePrivateIpAddresses",
        "ReplicationInstanceIpv6Addresses", "PubliclyAccessible", "SecondaryAvailabilityZone", "FreeUntil",
        "DnsNameServers", "NetworkType", "KerberosAuthenticationSettings", "ResourceIdentifier", "Tags"});
    instance.finish();
    return spec;
}

Result<ReplicationInstanceSpec> parseInstance(const QByteArray &json, const QString &path)
{
    return parsePart(json, path, readInstance);
}

Json instanceObject(const ReplicationInstanceSpec &spec)
{
    Json object = {{"ReplicationInstanceIdentifier", spec.identifier.toStdString()},
        {"ReplicationInstanceClass", spec.className.toStdString()}};
    if (!spec.description.isEmpty()) {
        object["RowcastSettings"]["Description"] = spec.description.toStdString();
    }
    if (!spec.storageFolder.isEmpty()) {
        object["RowcastSettings"]["StorageFolder"] = spec.storageFolder.toStdString();
    }
    return object;
}

QByteArray instanceJson(const ReplicationInstanceSpec &spec)
{
    return QByteArray::fromStdString(instanceObject(spec).dump(2));
}

} // namespace rowcast
