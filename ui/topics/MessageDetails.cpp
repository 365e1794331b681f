// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/MessageDetails.h"

#include <algorithm>

namespace rowcast::ui {

namespace {

struct Image {
    QSharedPointer<const JsonTree> tree;
    uint32_t node = 0;
};

// The before image stands under a name that the task chose: the object that is neither of DMS's own.
std::optional<uint32_t> beforeImage(const JsonTree &tree)
{
    const JsonTree::Node &root = tree.node(0);
    for (uint32_t i = root.firstChild; i < root.firstChild + root.children; ++i) {
        const QString name = tree.name(tree.node(i));
        if (tree.node(i).kind == JsonTree::Kind::Object && name != QLatin1String("data")
            && name != QLatin1String("control") && name != QLatin1String("metadata")) {
            return i;
        }
    }
    return std::nullopt;
}

void addAfter(std::vector<FieldChange> &fields, const JsonTree &tree, uint32_t object)
{
    const JsonTree::Node &above = tree.node(object);
    for (uint32_t i = above.firstChild; i < above.firstChild + above.children; ++i) {
        FieldChange field;
        field.name = tree.name(tree.node(i));
        field.after = tree.text(tree.node(i));
        field.hasAfter = true;
        fields.push_back(field);
    }
}

void addBefore(std::vector<FieldChange> &fields, const JsonTree &tree, uint32_t object)
{
    const JsonTree::Node &above = tree.node(object);
    for (uint32_t i = above.firstChild; i < above.firstChild + above.children; ++i) {
        const QString name = tree.name(tree.node(i));
        auto field
            = std::find_if(fields.begin(), fields.end(), [&](const FieldChange &known) { return known.name == name; });
        if (field == fields.end()) {
            fields.emplace_back();
            field = fields.end() - 1;
            field->name = name;
        }
        field->before = tree.text(tree.node(i));
        field->hasBefore = true;
        field->isChanged = field->hasAfter && field->before != field->after;
    }
}

void compare(MessageDetails &details, const MessageDetails::Other &other)
{
    const auto data = details.tree->child(0, "data");
    const bool isObject = data && details.tree->node(*data).kind == JsonTree::Kind::Object;
    if (!isObject) {
        return;
    }
    addAfter(details.fields, *details.tree, *data);
    const auto image = other.isMarked ? std::nullopt : beforeImage(*details.tree);
    if (image) {
        details.before = MessageDetails::Before::Image;
        addBefore(details.fields, *details.tree, *image);
        return;
    }
    if (!other.row || !other.row->record.value) {
        return;
    }
    const auto older = JsonTree::parse(*other.row->record.value);
    const auto olderData = older ? older->child(0, "data") : std::nullopt;
    if (olderData && older->node(*olderData).kind == JsonTree::Kind::Object) {
        using Before = MessageDetails::Before;
        details.before = other.isMarked ? Before::MarkedMessage : Before::PreviousMessage;
        details.previousPartition = other.row->record.partition;
        details.previousOffset = other.row->record.offset;
        addBefore(details.fields, *older, *olderData);
    }
}

// Bytes that are no text are shown as a dump.
QString hexDump(const QByteArray &bytes)
{
    constexpr qsizetype kLine = 16;
    QString text;
    for (qsizetype at = 0; at < bytes.size(); at += kLine) {
        const QByteArray line = bytes.mid(at, kLine);
        QByteArray printable = line;
        for (char &byte : printable) {
            byte = byte >= ' ' && byte <= '~' ? byte : '.';
        }
        text += QStringLiteral("%1  %2  %3\n")
                    .arg(at, 8, 16, QLatin1Char('0'))
                    .arg(QString::fromLatin1(line.toHex(' ')), -int(kLine) * 3)
                    .arg(QString::fromLatin1(printable));
    }
    return text;
}

bool isText(const QByteArray &bytes)
{
    return bytes.isValidUtf8() && !bytes.contains('\0');
}

} // namespace

MessageDetails MessageDetails::of(const MessageRowPtr &row, const Other &other, bool isWhole)
{
    MessageDetails details;
    details.row = row;
    if (!row->record.value) {
        return details;
    }
    QByteArray value = *row->record.value;
    details.isCut = value.size() > kLargeBytes && !isWhole;
    if (details.isCut) {
        value.truncate(kShownBytes);
        while (!value.isEmpty() && (value.back() & 0xc0) == 0x80) {
            value.chop(1); // never half a character
        }
        if (!value.isEmpty() && (value.back() & 0x80) != 0) {
            value.chop(1);
        }
    } else {
        details.tree = JsonTree::parse(value);
    }
    if (details.tree) {
        value = prettyJson(value);
        compare(details, other);
    }
    details.text = isText(value) ? QString::fromUtf8(value) : hexDump(value.left(kShownBytes));
    details.isCut = details.isCut || (!isText(value) && value.size() > kShownBytes && !isWhole);
    return details;
}

} // namespace rowcast::ui
