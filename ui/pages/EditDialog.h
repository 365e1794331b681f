// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Failure.h"

#include <QDialog>

class QDialogButtonBox;
class QVBoxLayout;

namespace rowcast {
class StoreService;
}

namespace rowcast::ui {

class FailureBanner;
class HelpColumn;
struct FieldHelp;

// A dialog around a form: content, help column, Save and Cancel. It closes once the store has taken the change; a
// refusal stays visible in it.
class EditDialog : public QDialog {
    Q_OBJECT

public:
    EditDialog(StoreService &store, const QString &title, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    // Scrolls.
    [[nodiscard]] QVBoxLayout *body() { return m_body; }
    void setHelp(const FieldHelp &help);
    // Asks the store; 0: the form is not complete, and says so itself.
    [[nodiscard]] virtual quint64 save() = 0;
    void showFailure(const Failure &failure);

private:
    void trySave();

    StoreService &m_store;
    QVBoxLayout *m_body;
    HelpColumn *m_help;
    FailureBanner *m_failure;
    QDialogButtonBox *m_buttons;
};

} // namespace rowcast::ui
