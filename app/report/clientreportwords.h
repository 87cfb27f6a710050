// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of a client report, in the client's terms. Too little data is said, not hidden: below 30
// assets there are counts and no percentage. Pure, any thread; plain text.
#pragma once

#include "app/report/clientreport.h"

#include <QList>
#include <QString>

namespace assay {

/// One figure of the row below the headline.
struct ReportFigure
{
    QString name;
    QString value;
    QString before; ///< the period before

    bool operator==(const ReportFigure&) const = default;
};

/// What a number of the report means, in a sentence.
struct ReportDefinition
{
    QString name;
    QString sentence;

    bool operator==(const ReportDefinition&) const = default;
};

struct ClientReportWords
{
    QString title;    ///< of the document
    QString client;   ///< one harmless line
    QString period;   ///< "1 January - 31 March 2026"
    QString figure;   ///< the headline's first words, in the accent: "94 %"
    QString headline; ///< the rest of it: "of assets shipped without rework"
    QString lead;
    QList<ReportFigure> figures;
    QString chartTitle;
    QString chartNote;
    QList<ReportDefinition> definitions; ///< how each number is counted
    QString foot;
};

ClientReportWords clientReportWords(const ClientReport& report);

} // namespace assay
