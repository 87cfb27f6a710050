// SPDX-License-Identifier: GPL-3.0-or-later
// The chart as a picture to send on: what it shows and of which view above it, its legend below, as the
// screen shows it. GUI thread; widgets and scenes are drawn.
#pragma once

#include <QByteArray>
#include <QString>

namespace assay {

class ChartLegend;
class TrendView;

struct ChartPicture
{
    QString title{}; ///< "Prompt adherence rate"
    QString scope{}; ///< "all clients, models and templates, 2025-W46 to 2026-W19"
    TrendView* view = nullptr;
    ChartLegend* legend = nullptr;
};

/// Empty when the picture could not be made.
QByteArray chartPng(const ChartPicture& picture); ///< two pixels to one of the screen's
QByteArray chartSvg(const ChartPicture& picture); ///< vectors and text, no picture inside

} // namespace assay
