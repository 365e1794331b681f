// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/MainMenu.h"

#include "ui/frame/Languages.h"

#include <QAction>
#include <QActionGroup>
#include <QIcon>
#include <QMenu>
#include <QWhatsThis>

namespace rowcast::ui {

namespace {

QAction *add(QMenu *menu, const QString &icon, const QString &text, const QKeySequence &shortcut = {})
{
    QAction *action = menu->addAction(QIcon::fromTheme(icon), text);
    action->setShortcut(shortcut);
    return action;
}

QAction *addChoice(QMenu *menu, QActionGroup *group, const QString &text, bool isChosen)
{
    QAction *action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(isChosen);
    group->addAction(action);
    return action;
}

} // namespace

MainMenu::MainMenu(ThemeChoice theme, const QString &language, bool isDemo, QWidget *parent)
    : QMenuBar(parent)
    , m_file(addMenu(tr("&File")))
    , m_actions(addMenu(tr("&Actions")))
    , m_view(addMenu(tr("&View")))
    , m_help(addMenu(tr("&Help")))
{
    fillFile(isDemo);
    fillView(theme, language);
    fillHelp();
    m_actions->setEnabled(false);
}

void MainMenu::fillFile(bool isDemo)
{
    connect(add(m_file, QStringLiteral("list-add"), tr("&New migration"), QKeySequence::New), &QAction::triggered, this,
        &MainMenu::newMigrationRequested);
    connect(add(m_file, QStringLiteral("document-import"), tr("&Import from AWS"), QKeySequence(tr("Ctrl+Shift+I"))),
        &QAction::triggered, this, &MainMenu::importRequested);
    QAction *demo = add(m_file, QStringLiteral("media-playback-start"), tr("Try the &demo"));
    demo->setVisible(!isDemo);
    connect(demo, &QAction::triggered, this, &MainMenu::demoRequested);
    m_file->addSeparator();
    QAction *quit = add(m_file, QStringLiteral("application-exit"), tr("&Quit"), QKeySequence::Quit);
    if (quit->shortcut().isEmpty()) {
        quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    }
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &MainMenu::quitRequested);
}

void MainMenu::fillView(ThemeChoice theme, const QString &language)
{
    m_firstViewAction = m_view->addSeparator();
    QAction *fold = add(m_view, QStringLiteral("sidebar-collapse-left"), tr("&Fold the navigation"),
        QKeySequence(Qt::CTRL | Qt::Key_B));
    connect(fold, &QAction::triggered, this, &MainMenu::foldRequested);
    QAction *full = add(m_view, QStringLiteral("view-fullscreen"), tr("Full &screen"), QKeySequence::FullScreen);
    connect(full, &QAction::triggered, this, &MainMenu::fullScreenRequested);
    QMenu *themes = m_view->addMenu(QIcon::fromTheme(QStringLiteral("preferences-desktop-theme")), tr("&Theme"));
    auto *themeGroup = new QActionGroup(this);
    const std::pair<ThemeChoice, QString> choices[]{{ThemeChoice::System, tr("As the des&ktop")},
        {ThemeChoice::Light, tr("&Light")}, {ThemeChoice::Dark, tr("&Dark")}};
    for (const auto &[choice, text] : choices) {
        connect(addChoice(themes, themeGroup, text, choice == theme), &QAction::triggered, this,
            [this, chosen = choice] { Q_EMIT themeRequested(chosen); });
    }
    QMenu *languages = m_view->addMenu(QIcon::fromTheme(QStringLiteral("preferences-desktop-locale")), tr("&Language"));
    auto *languageGroup = new QActionGroup(this);
    for (const Languages::Language &known : Languages::all()) {
        const QString text = known.name.isEmpty() ? tr("As the des&ktop") : known.name;
        connect(addChoice(languages, languageGroup, text, known.code == language), &QAction::triggered, this,
            [this, code = known.code] { Q_EMIT languageRequested(code); });
    }
}

void MainMenu::fillHelp()
{
    m_help->addAction(QWhatsThis::createAction(this));
    connect(add(m_help, QStringLiteral("input-keyboard"), tr("&Keyboard shortcuts"),
                QKeySequence(Qt::CTRL | Qt::Key_Question)),
        &QAction::triggered, this, &MainMenu::shortcutsRequested);
    QAction *about = add(m_help, QStringLiteral("help-about"), tr("&About Rowcast"));
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, &MainMenu::aboutRequested);
}

void MainMenu::addPage(const QString &title, int index)
{
    auto *action = new QAction(title, this);
    action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + index)));
    connect(action, &QAction::triggered, this, [this, index] { Q_EMIT pageRequested(index); });
    m_view->insertAction(m_firstViewAction, action);
}

void MainMenu::setPageActions(const QList<QAction *> &actions)
{
    m_actions->clear();
    m_actions->addActions(actions);
    m_actions->setEnabled(!actions.isEmpty());
}

} // namespace rowcast::ui
