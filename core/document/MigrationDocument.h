// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/document/EndpointSpec.h"
#include "core/document/ReplicationInstanceSpec.h"
#include "core/document/TaskSpec.h"

#include <QByteArray>
#include <QMetaType>

namespace rowcast {

// The migration document: where, from, to, and what. JSON with the names of the DMS API (what the AWS CLI prints can be
// pasted in), plus RowcastSettings for what DMS has no name for. A plain value.
struct MigrationDocument {
    ReplicationInstanceSpec instance;
    EndpointSpec source;
    EndpointSpec target;
    TaskSpec task;

    // Reads bytes of any origin. Failures:
    //   "document.invalid"      wrong JSON, unknown key, wrong type or value, contradiction; names the JSON path
    //   "document.unsupported"  would have an effect that is not built yet; names the JSON path
    //   "document.secret"       an environment variable or file that is not there
    [[nodiscard]] static Result<MigrationDocument> parse(const QByteArray &json);
    // Pure DMS plus RowcastSettings, indented, without secrets that were given as text.
    [[nodiscard]] QByteArray json() const;
    // What parse() checks across the parts, for forms that build a document.
    [[nodiscard]] Result<void> check() const;

    bool operator==(const MigrationDocument &) const = default;
};

} // namespace rowcast

Q_DECLARE_METATYPE(rowcast::MigrationDocument)
