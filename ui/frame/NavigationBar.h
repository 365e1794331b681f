// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>

class QButtonGroup;
class QVBoxLayout;

namespace rowcast::ui {

class NavigationButton;

// The pages at the left edge of the window; folds to icons. Up and Down move, Space opens.
class NavigationBar : public QFrame {
    Q_OBJECT

public:
    explicit NavigationBar(QWidget *parent = nullptr);

    void addEntry(const QString &iconName, const QString &word);
    void setCurrent(int index);
    [[nodiscard]] bool isFolded() const { return m_isFolded; }
    void setFolded(bool isFolded);

Q_SIGNALS:
    void chosen(int index);
    void foldedChanged(bool isFolded);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
    QVBoxLayout *m_layout;
    QList<NavigationButton *> m_entries;
    NavigationButton *m_fold;
    bool m_isFolded = false;
};

} // namespace rowcast::ui
