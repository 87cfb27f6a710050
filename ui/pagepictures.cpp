// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pagepictures.h"

#include "app/base/log.h"
#include "app/images/imageloader.h"
#include "ui/mainwindow.h"
#include "ui/openworkspace.h"
#include "ui/shell.h"
#include "ui/trends/trendspage.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>

#include <utility>

namespace assay {

namespace {

const QString kReview = QStringLiteral("review");
const QString kTrends = QStringLiteral("trends");
constexpr QSize kPictureSize(1600, 1000);
constexpr std::chrono::milliseconds kLookInterval{100};
constexpr int kMostLooks = 300; ///< then the pages are taken as they are
constexpr int kIncomplete = 1;  ///< exit codes, as those of assay-cli
constexpr int kNoWorkspace = 4;

} // namespace

PagePictures::PagePictures(Shell& shell, const QString& folder)
    : m_shell(shell)
    , m_folder(folder)
    , m_looksLeft(kMostLooks)
{
    if (folder.isEmpty())
        return;
    m_look.setInterval(kLookInterval);
    connect(&m_look, &QTimer::timeout, this, &PagePictures::look);
    connect(&shell, &Shell::workspaceOpened, this, &PagePictures::begin);
    connect(&shell, &Shell::openFailed, this,
            [](const Error& error) { qCWarning(logUi).noquote() << error.subject << error.detail; });
    QTimer::singleShot(0, this, [this] {
        if (!m_shell.workspace())
            QApplication::exit(kNoWorkspace);
    });
}

void PagePictures::begin()
{
    OpenWorkspace& workspace = *m_shell.workspace();
    workspace.window().resize(kPictureSize);
    workspace.window().showPage(kReview);
    connect(&workspace.loader(), &ImageLoader::imageLoaded, this, [this] { m_hasPicture = true; });
    connect(&workspace.loader(), &ImageLoader::imageFailed, this, [this] { m_hasPicture = true; });
    m_look.start();
}

void PagePictures::look()
{
    const bool isComplete = isShownPageComplete();
    const bool wasComplete = std::exchange(m_wasComplete, isComplete);
    if (!(isComplete && wasComplete) && --m_looksLeft > 0)
        return;
    m_wasComplete = false;
    if (!save())
        return leave(false);
    if (m_shell.window().currentPage() == kTrends)
        return leave(isComplete);
    m_shell.window().showPage(kTrends);
}

bool PagePictures::isShownPageComplete() const
{
    OpenWorkspace& workspace = *m_shell.workspace();
    if (m_shell.window().currentPage() == kTrends)
        return workspace.trendsPage().isComplete();
    return m_hasPicture && workspace.loader().isIdle();
}

bool PagePictures::save()
{
    MainWindow& window = m_shell.window();
    const QString path = QDir(m_folder).filePath(window.currentPage() + QStringLiteral(".png"));
    if (QDir().mkpath(m_folder) && window.grab().save(path))
        return true;
    qCWarning(logUi).noquote() << "could not write" << path;
    return false;
}

void PagePictures::leave(bool isGood)
{
    m_look.stop();
    QApplication::exit(isGood ? 0 : kIncomplete);
}

} // namespace assay
