// SPDX-License-Identifier: GPL-3.0-or-later
// ChartStyle: the colours, fonts and scale a chart is drawn with, so that one builder serves the screen and
// paper. GUI thread. It decides nothing about what is drawn.
#pragma once

#include <QColor>
#include <QFont>

namespace assay {

struct ChartStyle
{
    QColor panel{};
    QColor grid{};
    QColor axis{};
    QColor separator{};
    QColor text{};
    QColor text2{};
    QColor text3{};
    QColor accent{};
    QColor whisker{};
    QColor band{};
    QColor bandEdge{};
    QColor warn{};
    QColor bad{};
    QFont label{};
    QFont labelSemibold{};
    double scale = 1;      ///< of lines and markers
    bool isSnapped = true; ///< level lines stand on whole pixels

    /// For crisp level lines of 1 px.
    double snapped(double coordinate) const;
};

/// In the theme the application shows now.
ChartStyle screenChartStyle();

/// On paper: light, the agency's accent, sizes x 1.5.
ChartStyle paperChartStyle(const QColor& accent);

} // namespace assay
