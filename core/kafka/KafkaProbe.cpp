// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/KafkaProbe.h"

namespace rowcast {

void KafkaProbe::run(const std::stop_token &) { }

} // namespace rowcast
