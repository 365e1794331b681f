// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/Connectors.h"

namespace rowcast {

// The only place that names concrete sources and targets: turns an endpoint's settings into its connector. A new kind
// of endpoint is one room and one line here.
class Composition final : public Connectors {
public:
    Result<std::unique_ptr<SourceConnector>> source(const EndpointSpec &endpoint) const override;
    Result<std::unique_ptr<SinkConnector>> target(const EndpointSpec &endpoint) const override;

    // What in a document only the concrete kinds of endpoints can judge, and without a connection: positions to start
    // from, and names and values of librdkafka. Failure "document.invalid" with the JSON path.
    [[nodiscard]] static Result<void> check(const MigrationDocument &document);
};

} // namespace rowcast
