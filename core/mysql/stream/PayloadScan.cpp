// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/stream/PayloadScan.h"

#include "core/mysql/ddl/QueryKind.h"

namespace rowcast::mysql {

Result<PayloadFacts> scanPayload(const TransactionPayloadEvent &event, BinlogParser &parser)
{
    PayloadFacts facts;
    PayloadReader reader(event);
    for (uint64_t number = 0;; ++number) {
        const auto bytes = reader.next();
        if (!bytes) {
            return bytes.error();
        }
        if (!*bytes) {
            return facts;
        }
        const auto inner = parser.parseInner(**bytes);
        if (!inner) {
            return inner.error();
        }
        if (const auto *prepare = std::get_if<XaPrepareEvent>(&inner->body); prepare && !prepare->isOnePhase) {
            facts.preparedXid = xidText(prepare->global, prepare->branch, prepare->format);
        } else if (const auto *query = std::get_if<QueryEvent>(&inner->body)) {
            const QueryMeaning meaning = meaningOf(query->text);
            if (meaning.kind == QueryKind::Savepoint) {
                facts.savepoints.set(meaning.savepoint, number);
            } else if (meaning.kind == QueryKind::RollbackTo) {
                facts.savepoints.rollBackTo(meaning.savepoint, number);
            }
        }
    }
}

} // namespace rowcast::mysql
