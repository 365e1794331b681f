// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>

namespace rowcast::bench {

// The limit that deliveries are compared with: kcat, which reads finished messages from a file and does nothing but
// produce them, with the producer settings of the worker (acks, idempotence, compression, linger, batch size).
class Kcat {
public:
    Kcat(QString brokers, QString folder);

    // Writes key and value of each committed message of the topic to a file; its path.
    Result<QString> save(const QString &topic) const;
    // Produces the file's messages to the topic; seconds from start to end of the process.
    Result<double> produce(const QString &file, const QString &topic) const;

private:
    [[nodiscard]] Result<void> run(const QStringList &arguments, const QString &outputFile) const;

    QString m_brokers;
    QString m_folder;
};

} // namespace rowcast::bench
