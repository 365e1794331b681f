// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/event/BinlogParser.h"
#include "core/mysql/event/PayloadEvent.h"
#include "core/mysql/stream/Savepoints.h"

#include <string>

namespace rowcast::mysql {

// What must be known of a compressed transaction before its first row is handed over, and what only its later events
// tell.
struct PayloadFacts {
    std::string preparedXid; // it ends with XA PREPARE: committed later, if ever; empty: it is committed
    Savepoints savepoints;
};

// Reads all of it once. Failures: those of PayloadReader and BinlogParser.
Result<PayloadFacts> scanPayload(const TransactionPayloadEvent &event, BinlogParser &parser);

} // namespace rowcast::mysql
