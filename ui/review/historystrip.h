// SPDX-License-Identifier: GPL-3.0-or-later
// HistoryStrip: every cycle of the open image's asset: thumbnail, verdict, checks met, what changed in the
// prompt since, and what the asset has cost so far. A click opens that cycle's image. GUI thread. It shows
// what it is given.
#pragma once

#include "app/store/queue.h"

#include "ui/common/surface.h"

#include <QPointer>

class QHBoxLayout;
class QScrollArea;

namespace assay {

class CycleCard;
class TextLabel;
class Thumbnails;

class HistoryStrip : public Surface
{
    Q_OBJECT

public:
    explicit HistoryStrip(Thumbnails& thumbnails, QWidget* parent = nullptr);

    /// `open` is the image in front of the reviewer.
    void setHistory(const AssetHistory& history, GenerationId open);
    /// An image whose asset is not known has no history.
    void setNoAsset();

signals:
    void cycleChosen(assay::GenerationId id);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void clearCards();
    void revealCurrent();
    void showCost(const AssetHistory& history);

    Thumbnails& m_thumbnails;
    TextLabel* m_title;
    QScrollArea* m_scroll;
    QHBoxLayout* m_cards;
    QPointer<CycleCard> m_current;
    QWidget* m_costs;
    TextLabel* m_costTitle;
    TextLabel* m_cost;
    TextLabel* m_attempts;
};

} // namespace assay
