// SPDX-License-Identifier: GPL-3.0-or-later
// TrendsStatus: the trends page's part of the status bar: as of when, which week the cards show, which week
// is provisional and why, the zone of the weeks. GUI thread.
#pragma once

#include "app/report/weeklyview.h"

#include <QWidget>

namespace assay {

class MarkLabel;
class TextLabel;

class TrendsStatus : public QWidget
{
    Q_OBJECT

public:
    explicit TrendsStatus(QWidget* parent = nullptr);

    void setView(const WeeklyView& view);
    void setReading();
    void setIncomplete();      ///< reading failed: what is shown is older
    QWidget* zoneItem() const; ///< for the right end of the bar; hidden until it is placed
    QString text() const;

private:
    MarkLabel* m_asOf;
    TextLabel* m_cards;
    TextLabel* m_week;
    TextLabel* m_cardsEnd;
    MarkLabel* m_provisional;
    TextLabel* m_zone;
};

/// "W18 provisional: 71 % of its batches reviewed, 80 % needed"; empty when no closed week is.
QString provisionalText(const std::vector<JudgedWeek>& weeks);

} // namespace assay
