// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/pdfreport.h"

#include "app/report/clientreportwords.h"
#include "ui/common/type.h"

#include <QApplication>
#include <QBuffer>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace assay {

namespace {

/// Fine enough that nothing is placed visibly off.
constexpr int kResolution = 1200;

ErrorKind kindOf(const QFileDevice& file)
{
    switch (file.error()) {
    case QFileDevice::PermissionsError:
        return ErrorKind::NoPermission;
    case QFileDevice::ResourceError:
        return ErrorKind::NoSpace;
    default:
        return ErrorKind::Io;
    }
}

} // namespace

void useReportFonts()
{
    QFont font = QApplication::font();
    if (const QString family = loadAssaySans(); !family.isEmpty())
        font.setFamily(family);
    font.setPixelSize(13);
    font.setHintingPreference(QFont::PreferNoHinting);
    QApplication::setFont(font);
}

QByteArray clientReportPdf(const ClientReport& report, const ReportLook& look)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(kResolution);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setTitle(clientReportWords(report).title);
    writer.setCreator(QStringLiteral("Assay ") + QStringLiteral(ASSAY_VERSION));
    QPainter painter(&writer);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(double(kResolution) / kPageDots, double(kResolution) / kPageDots);
    paintClientReportPage(&painter, report, look);
    painter.end();
    return buffer.data();
}

Result<void> writeClientReportPdf(const ClientReport& report, const ReportLook& look, const QString& path)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (!folder.isDir())
        return Error{ErrorKind::NotFound, folder.filePath(), QStringLiteral("the folder is not there")};
    QSaveFile file(path);
    const QByteArray pdf = clientReportPdf(report, look);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size() && file.commit();
    if (!isWritten)
        return Error{kindOf(file), path, file.errorString()};
    return {};
}

} // namespace assay
