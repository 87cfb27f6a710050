// SPDX-License-Identifier: GPL-3.0-or-later
// assay: the window program. Makes the parts and joins them.
#include "app/sample/sample.h"
#include "ui/common/appearance.h"
#include "ui/common/textlabel.h"
#include "ui/mainwindow.h"
#include "ui/setup/welcomepage.h"

#include <QApplication>
#include <QSettings>

using namespace assay;

namespace {

PageEntry welcomeEntry()
{
    PageEntry entry;
    entry.id = QStringLiteral("welcome");
    entry.title = MainWindow::tr("Welcome");
    entry.status.left = {new TextLabel(MainWindow::tr("No workspace open"), TextStyle::Second, Token::Text2)};
    return entry;
}

QList<QImage> samplePictures(qreal ratio)
{
    const QSize size = QSize(96, 98) * ratio;
    QList<QImage> pictures;
    for (int i = 0; i < kSampleSceneCount; ++i)
        pictures << drawSampleScene(i, size);
    return pictures;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("assay"));
    QApplication::setApplicationName(QStringLiteral("assay"));
    QApplication::setApplicationVersion(QStringLiteral(ASSAY_VERSION));

    QSettings settings;
    Appearance appearance(&settings);
    MainWindow window(&appearance, &settings);
    auto* welcome = new WelcomePage;
    welcome->setPictures(samplePictures(app.devicePixelRatio()));
    window.addPage(welcomeEntry(), welcome);
    QObject::connect(welcome, &WelcomePage::openWorkspaceRequested, &window,
                     &MainWindow::openWorkspaceRequested);
    QObject::connect(welcome, &WelcomePage::addFolderRequested, &window, &MainWindow::addFolderRequested);
    QObject::connect(welcome, &WelcomePage::importLogRequested, &window, &MainWindow::importLogRequested);
    window.show();
    return QApplication::exec();
}
