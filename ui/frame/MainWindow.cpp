// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/MainWindow.h"

#include "ui/frame/AboutDialog.h"
#include "ui/frame/CloseGuard.h"
#include "ui/frame/DemoBanner.h"
#include "ui/frame/InterruptionBanner.h"
#include "ui/frame/MainMenu.h"
#include "ui/frame/NavigationBar.h"
#include "ui/frame/Page.h"
#include "ui/frame/Pages.h"
#include "ui/frame/ShortcutsDialog.h"
#include "ui/frame/StatusLine.h"
#include "ui/style/Metrics.h"
#include "ui/style/Theme.h"
#include "ui/widgets/Toast.h"
#include "ui/wizard/WizardLauncher.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace rowcast::ui {

namespace {

const QString kGeometry = QStringLiteral("window/geometry");
const QString kFolded = QStringLiteral("window/navigationFolded");
const QString kPage = QStringLiteral("window/page");

} // namespace

MainWindow::MainWindow(const AppContext &context, const Options &options)
    : m_context(context)
    , m_options(options)
    , m_navigation(new NavigationBar(this))
    , m_stack(new QStackedWidget(this))
    , m_closeGuard(new CloseGuard(*context.instance, this, !context.isDemo))
{
    m_context.frame = this;
    setWindowTitle(tr("Rowcast"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/rowcast.svg")));
    buildMenu();
    buildPages();
    setCentralWidget(buildCentre());
    m_toast = new Toast(centralWidget());
    setStatusBar(new StatusLine(m_context, this));
    connect(m_closeGuard, &CloseGuard::mayClose, this, &QWidget::close);
    restore();
}

MainWindow::~MainWindow()
{
    // pages may still reach the frame while they go
    m_toast->expire();
    for (Page *page : m_pages) {
        delete page;
    }
}

void MainWindow::buildMenu()
{
    m_menu = new MainMenu(m_context.theme->choice(), m_options.language, m_context.isDemo, this);
    setMenuBar(m_menu);
    connect(m_menu, &MainMenu::newMigrationRequested, this, &MainWindow::newMigration);
    connect(m_menu, &MainMenu::importRequested, this, &MainWindow::importFromAws);
    connect(m_menu, &MainMenu::demoRequested, this, &MainWindow::startDemo);
    connect(m_menu, &MainMenu::pageRequested, this, &MainWindow::showIndex);
    connect(m_menu, &MainMenu::foldRequested, this, [this] { m_navigation->setFolded(!m_navigation->isFolded()); });
    connect(m_menu, &MainMenu::fullScreenRequested, this, &MainWindow::toggleFullScreen);
    connect(m_menu, &MainMenu::themeRequested, this, [this](ThemeChoice choice) {
        m_context.theme->apply(choice);
        m_context.settings->setValue(kThemeSetting, themeName(choice));
    });
    // the answer replaces this window: not while its menu is still closing
    connect(m_menu, &MainMenu::languageRequested, this, &MainWindow::languageChosen, Qt::QueuedConnection);
    connect(m_menu, &MainMenu::shortcutsRequested, this, [this] { ShortcutsDialog(this).exec(); });
    connect(m_menu, &MainMenu::aboutRequested, this, [this] { AboutDialog(this).exec(); });
    connect(m_menu, &MainMenu::quitRequested, this, &QWidget::close);
}

void MainWindow::buildPages()
{
    for (const PageFactory &make : consolePages()) {
        Page *page = make(m_context, m_stack);
        const int index = m_stack->addWidget(page);
        m_pages.push_back(page);
        m_navigation->addEntry(page->description().iconName, page->description().title);
        m_menu->addPage(page->description().title, index);
    }
    connect(m_navigation, &NavigationBar::chosen, this, &MainWindow::showIndex);
}

QWidget *MainWindow::buildCentre()
{
    auto *centre = new QWidget(this);
    auto *rows = new QVBoxLayout(centre);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    if (m_context.isDemo) {
        auto *banner = new DemoBanner(m_options.demoNote, centre);
        connect(banner, &DemoBanner::connectOwnRequested, this, &MainWindow::newMigration);
        rows->addWidget(banner);
    }
    rows->addWidget(new InterruptionBanner(m_context, centre));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(m_navigation);
    columns->addWidget(m_stack, 1);
    rows->addLayout(columns, 1);
    return centre;
}

Page *MainWindow::currentPage() const
{
    return qobject_cast<Page *>(m_stack->currentWidget());
}

void MainWindow::retire()
{
    save();
    m_isRetired = true;
}

void MainWindow::quit()
{
    m_closeGuard->stopAsking();
    close();
}

void MainWindow::showIndex(int index)
{
    if (index < 0 || index >= m_stack->count()) {
        return;
    }
    Page *before = currentPage();
    const bool hadFocus = before != nullptr && before->isAncestorOf(focusWidget());
    const bool isNavigating = m_navigation->isAncestorOf(focusWidget());
    m_stack->setCurrentIndex(index);
    m_navigation->setCurrent(index);
    Page *now = currentPage();
    if (before != now && before != nullptr) {
        before->left();
    }
    m_menu->setPageActions(now->actions());
    now->entered();
    // a page's shortcuts work where the focus is
    if (hadFocus && before != now) {
        now->focusFirst();
    }
    if (isNavigating) {
        m_navigation->setFocus(); // the ring goes with the mark
    }
}

void MainWindow::showPage(const QString &page, const QString &item)
{
    for (size_t index = 0; index < m_pages.size(); ++index) {
        if (m_pages[index]->description().id == page) {
            showIndex(int(index));
            if (!item.isEmpty()) {
                m_pages[index]->showItem(item);
            }
            return;
        }
    }
}

void MainWindow::showToast(const QString &text, const std::function<void()> &undo, const std::function<void()> &expired)
{
    m_toast->showText(text, undo, expired);
}

void MainWindow::newMigration()
{
    openWizard(m_context, this);
}

void MainWindow::importFromAws()
{
    openImport(m_context, this);
}

void MainWindow::startDemo()
{
    if (m_options.startDemo) {
        m_options.startDemo();
    }
}

void MainWindow::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
}

void MainWindow::restore()
{
    const QSettings &settings = *m_context.settings;
    resize(units(176), units(108));
    restoreGeometry(settings.value(kGeometry).toByteArray());
    m_navigation->setFolded(settings.value(kFolded, false).toBool());
    showIndex(0);
    showPage(settings.value(kPage).toString());
    m_navigation->setFocus();
}

void MainWindow::save()
{
    QSettings &settings = *m_context.settings;
    settings.setValue(kGeometry, saveGeometry());
    settings.setValue(kFolded, m_navigation->isFolded());
    settings.setValue(kPage, currentPage()->description().id);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_isRetired || m_closeGuard->isReadyToClose()) {
        if (!m_isRetired) {
            save();
        }
        event->accept();
    } else {
        event->ignore();
    }
}

} // namespace rowcast::ui
