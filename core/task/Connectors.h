// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/MigrationDocument.h"
#include "core/pipeline/Sink.h"
#include "core/pipeline/Source.h"

#include <memory>

namespace rowcast {

// Makes the connector of an endpoint. Implemented once, in app/Composition, the only place that names concrete sources
// and targets. Any thread; makes no connection.
class Connectors {
public:
    virtual ~Connectors() = default;
    // Fails with "endpoint.engine" for an engine that this build does not have.
    virtual Result<std::unique_ptr<SourceConnector>> source(const EndpointSpec &endpoint) const = 0;
    virtual Result<std::unique_ptr<SinkConnector>> target(const EndpointSpec &endpoint) const = 0;
};

} // namespace rowcast
