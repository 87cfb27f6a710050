// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/pdfreport.h"

#include "app/base/writefile.h"
#include "app/report/clientreportwords.h"
#include "ui/common/type.h"

#include <QApplication>
#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace assay {

namespace {

/// Fine enough that nothing is placed visibly off.
constexpr int kResolution = 1200;

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
    return writeFile(path, clientReportPdf(report, look));
}

} // namespace assay
