// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace rowcast::tests {

// A field of /proc/<pid>/status, as "VmHWM:", without the blanks around it (see proc(5)); empty when the process or the
// field is not there.
[[nodiscard]] QByteArray processStatus(qint64 processId, const char *field);

} // namespace rowcast::tests
