// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/ReviewStep.h"

#include "ui/forms/InstanceForm.h"
#include "ui/style/Metrics.h"
#include "ui/style/StatusTint.h"
#include "ui/widgets/CodeBox.h"
#include "ui/widgets/ConnectionLadder.h"
#include "ui/widgets/EngineText.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace rowcast::ui {

namespace {

class Lines {
public:
    explicit Lines(const QPalette &palette)
        : m_palette(palette)
    {
    }

    void heading(const QString &text)
    {
        m_html += QStringLiteral("<tr><td colspan=2><br><b>%1</b></td></tr>").arg(text.toHtmlEscaped());
    }
    void line(const QString &name, const QString &value)
    {
        m_html += QStringLiteral("<tr><td>%1&nbsp;&nbsp;&nbsp;&nbsp;</td><td>%2</td></tr>")
                      .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
    }
    void warning(const QString &sentence)
    {
        const QColor colour = StatusTint::of(Status::Warning, m_palette).foreground;
        m_html += QStringLiteral("<tr><td><b style=\"color:%1\">%2</b></td><td>%3</td></tr>")
                      .arg(colour.name(), ReviewStep::tr("Note").toHtmlEscaped(), sentence.toHtmlEscaped());
    }
    [[nodiscard]] QString html() const { return QStringLiteral("<table cellpadding=2>%1</table>").arg(m_html); }

private:
    QPalette m_palette;
    QString m_html;
};

void addEndpoint(Lines &lines, const EndpointSpec &endpoint, const std::vector<ProbeStep> &test)
{
    const LadderVerdict verdict = test.empty() ? LadderVerdict{} : LadderVerdict::of(test, true);
    lines.line(ReviewStep::tr("Endpoint identifier"), endpoint.identifier);
    lines.line(ReviewStep::tr("Engine"), engineText(endpoint.engine));
    lines.line(ReviewStep::tr("Address"), endpoint.address());
    if (verdict.kind == LadderVerdict::Kind::Ready || verdict.kind == LadderVerdict::Kind::Warnings) {
        lines.line(ReviewStep::tr("Connection test"), verdict.sentence);
    } else if (verdict.kind == LadderVerdict::Kind::Failed) {
        lines.warning(verdict.sentence);
    } else {
        lines.warning(ReviewStep::tr("The connection was not tested."));
    }
}

void addTarget(Lines &lines, const MigrationDraft &draft)
{
    const EndpointSpec &target = draft.document.target;
    lines.heading(ReviewStep::tr("Target endpoint"));
    addEndpoint(lines, target, draft.targetTest);
    const QString &pattern = target.kafkaExtras.topicPattern;
    lines.line(ReviewStep::tr("Topic"), pattern.isEmpty() ? target.kafka.topic : pattern);
    lines.line(ReviewStep::tr("Delivery"),
        target.kafkaExtras.delivery == Delivery::ExactlyOnce ? ReviewStep::tr("Exactly once")
                                                             : ReviewStep::tr("At least once"));
}

void addTask(Lines &lines, const MigrationDraft &draft)
{
    const TaskSpec &task = draft.document.task;
    lines.heading(ReviewStep::tr("Database migration task"));
    lines.line(ReviewStep::tr("Task identifier"), task.identifier);
    lines.line(ReviewStep::tr("Migration type"), migrationTypeText(task.migrationType));
    if (draft.selectedTables) {
        lines.line(ReviewStep::tr("Tables"), ReviewStep::tr("%n table(s) selected", nullptr, *draft.selectedTables));
    } else {
        lines.line(ReviewStep::tr("Tables"),
            ReviewStep::tr("%n selection rule(s)", nullptr, int(task.mappings.rules().size())));
    }
    lines.line(ReviewStep::tr("Start"),
        draft.startsOnCreate ? ReviewStep::tr("Automatically on create") : ReviewStep::tr("Manually later"));
    if (!task.settings.boolean("TargetMetadata.SupportLobs")) {
        lines.warning(ReviewStep::tr("LOB columns (TEXT, BLOB, JSON) are left out."));
    } else if (const auto limit = task.settings.lobMaxBytes()) {
        lines.warning(ReviewStep::tr("LOB values (TEXT, BLOB, JSON) longer than %1 are cut.")
                          .arg(QLocale().formattedDataSize(qint64(*limit), 0, QLocale::DataSizeIecFormat)));
    } else {
        lines.line(ReviewStep::tr("LOB columns"), ReviewStep::tr("Written whole"));
    }
    for (const QString &remark : task.settings.remarks()) {
        lines.warning(remark);
    }
}

} // namespace

QString reviewHtml(const MigrationDraft &draft, const QPalette &palette)
{
    Lines lines(palette);
    lines.heading(ReviewStep::tr("Replication instance"));
    lines.line(ReviewStep::tr("Name"), draft.document.instance.identifier);
    lines.line(ReviewStep::tr("Class"), instanceClassText(instanceClass(draft.document.instance.className)));
    lines.heading(ReviewStep::tr("Source endpoint"));
    addEndpoint(lines, draft.document.source, draft.sourceTest);
    addTarget(lines, draft);
    addTask(lines, draft);
    return lines.html();
}

ReviewStep::ReviewStep(QWidget *parent)
    : WizardPage(
        {tr("Review"), tr("Nothing is created before Create."),
            {tr("Review"),
                tr("What will be created. The document below is what the DMS API calls these things; it can be "
                   "given to rowcast-worker as it is, with the passwords added."),
                tr("Create task"), QString(), QString()}},
        parent)
    , m_text(new QLabel(this))
    , m_json(new CodeBox(this))
{
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setObjectName(QStringLiteral("review"));
    auto *heading = new QLabel(tr("Migration document"), this);
    setTextRole(heading, TextRole::Section);
    body()->addWidget(m_text);
    body()->addWidget(heading);
    body()->addWidget(m_json);
    body()->addStretch(1);
}

void ReviewStep::enter(const MigrationDraft &draft)
{
    m_text->setText(reviewHtml(draft, palette()));
    m_json->setCode(QString::fromUtf8(draft.document.json()).trimmed());
    const Result<void> checked = draft.document.check();
    m_problem = checked ? QString() : checked.error().cause;
}

Result<void> ReviewStep::leave(MigrationDraft &) const
{
    return {};
}

} // namespace rowcast::ui
