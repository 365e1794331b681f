// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/mysql/event/BinlogEvent.h"

#include <optional>
#include <span>

namespace rowcast::mysql {

// The small events: those that say something about the stream or begin and end transactions. Empty for a type that is
// none of them. body: without header and checksum.
Result<std::optional<EventBody>> parseControlEvent(const EventHeader &header, std::span<const uint8_t> body);

// body: with the checksum's bytes, which FORMAT_DESCRIPTION always has from the servers on that know checksums.
Result<FormatDescriptionEvent> parseFormatDescription(std::span<const uint8_t> body);

} // namespace rowcast::mysql
