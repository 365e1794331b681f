// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/MessageTexts.h"

#include <QCoreApplication>
#include <QLocale>

namespace rowcast::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rowcast::ui::MessageTexts)
};

// Runs of white space become one space; bytes that are no text become hex.
QString oneLine(const QByteArray &bytes, qsizetype most)
{
    // no more is decoded than can be shown, so a value of megabytes costs what a short one does
    const QByteArray head = bytes.left(most * 4);
    if (head.contains('\0') || (bytes.size() == head.size() && !head.isValidUtf8())) {
        return QStringLiteral("0x") + QString::fromLatin1(head.left(most / 2).toHex());
    }
    QString text = QString::fromUtf8(head).simplified();
    if (text.size() > most || bytes.size() > head.size()) {
        text.truncate(most - 1);
        text.append(QChar(0x2026));
    }
    return text;
}

} // namespace

QString keyText(const MessageRow &row)
{
    constexpr qsizetype kMost = 120;
    return row.record.key ? oneLine(*row.record.key, kMost) : QString();
}

QString previewText(const MessageRow &row)
{
    constexpr qsizetype kMost = 256;
    if (!row.record.value) {
        return Words::tr("(no value)");
    }
    if (row.kind == MessageKind::Control) {
        return QString::fromUtf8(row.operation) + QLatin1Char(' ') + oneLine(row.body(), kMost);
    }
    return oneLine(row.bodySize > 0 ? row.body() : *row.record.value, kMost);
}

QString tableText(const MessageRow &row)
{
    if (row.schema.isEmpty()) {
        return QString::fromUtf8(row.table);
    }
    return QString::fromUtf8(row.schema) + QLatin1Char('.') + QString::fromUtf8(row.table);
}

QString kindText(const MessageRow &row)
{
    switch (row.kind) {
    case MessageKind::Load:
        return Words::tr("Load");
    case MessageKind::Insert:
        return Words::tr("Insert");
    case MessageKind::Update:
        return Words::tr("Update");
    case MessageKind::Delete:
        return Words::tr("Delete");
    case MessageKind::Control:
        return Words::tr("Control: %1").arg(QString::fromUtf8(row.operation));
    case MessageKind::Tombstone:
        return Words::tr("Tombstone: no value");
    case MessageKind::Other:
        break;
    }
    return {};
}

QString sizeText(uint64_t bytes)
{
    constexpr uint64_t kKibibyte = 1024;
    const QLocale locale;
    if (bytes < kKibibyte) {
        return Words::tr("%1 B", "bytes").arg(locale.toString(qulonglong(bytes)));
    }
    // 9.96 KiB would be "10.0": what is rounded to ten needs no decimal
    const bool hasDecimal = double(bytes) < 9.95 * double(kKibibyte);
    return locale.formattedDataSize(qint64(bytes), hasDecimal ? 1 : 0, QLocale::DataSizeIecFormat);
}

} // namespace rowcast::ui
