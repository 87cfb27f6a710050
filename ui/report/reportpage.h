// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the page of a client report (A4, 16 mm margins, one accent). GUI thread. It is given finished words
// and numbers and decides nothing about them.
#pragma once

#include "app/report/clientreport.h"

#include <QColor>

class QPainter;

namespace assay {

/// Pages are laid out in dots of 150 to the inch: A4 is 1240 x 1754.
inline constexpr int kPageDots = 150;
inline constexpr int kPageWidth = 1240;
inline constexpr int kPageHeight = 1754;

struct ReportLook
{
    QString agency{}; ///< who made it; empty: nobody is named
    QColor accent{};

    static ReportLook plain(); ///< nobody named, Assay's own accent
};

/// `painter` draws in page dots.
void paintClientReportPage(QPainter* painter, const ClientReport& report, const ReportLook& look);

} // namespace assay
