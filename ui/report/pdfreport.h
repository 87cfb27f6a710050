// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the PDF of a client report: one A4 page, vectors, embedded fonts, real text, a document title. GUI
// thread; needs a QApplication (the offscreen platform will do) with the report's fonts, no display. A file
// is written whole or not at all.
#pragma once

#include "ui/report/reportpage.h"

#include <QByteArray>

namespace assay {

/// Sets Assay Sans as the application's font, for programs that have no Appearance.
void useReportFonts();

QByteArray clientReportPdf(const ClientReport& report, const ReportLook& look);

/// Replaces the file at `path` by the report; what stood there stays as it was when it can't be written.
Result<void> writeClientReportPdf(const ClientReport& report, const ReportLook& look, const QString& path);

} // namespace assay
