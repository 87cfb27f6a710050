// SPDX-License-Identifier: GPL-3.0-or-later
// assay: the window program. Makes the parts and joins them; the only file in app/ that sees ui/.
#include "ui/common/appearance.h"
#include "ui/pagepictures.h"
#include "ui/shell.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>

using namespace assay;

namespace {

struct Arguments
{
    StartRequest start;
    QString pictures; ///< folder for pictures of the pages; empty: none
};

Arguments parseArguments(const QApplication& app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::translate("main", "Judges AI images by what the prompt asked for."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("FOLDER..."),
                                 QApplication::translate("main", "Folders that become image roots."));
    const QCommandLineOption workspace(QStringLiteral("workspace"),
                                       QApplication::translate("main", "Open this workspace."),
                                       QStringLiteral("FILE"));
    const QCommandLineOption pictures(
        QStringLiteral("pictures"),
        QApplication::translate("main", "Write PNG pictures of the pages into this folder and quit."),
        QStringLiteral("FOLDER"));
    parser.addOptions({workspace, pictures});
    parser.process(app);
    return {{parser.value(workspace), parser.positionalArguments()}, parser.value(pictures)};
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("assay"));
    QApplication::setApplicationName(QStringLiteral("assay"));
    QApplication::setApplicationVersion(QStringLiteral(ASSAY_VERSION));
    const Arguments arguments = parseArguments(app);

    QSettings settings;
    Appearance appearance(&settings);
    Shell shell({appearance, settings, systemClock()});
    PagePictures pictures(shell, arguments.pictures);
    shell.start(arguments.start);
    return QApplication::exec();
}
