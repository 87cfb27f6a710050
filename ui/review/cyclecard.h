// SPDX-License-Identifier: GPL-3.0-or-later
// CycleCard: one cycle in the history strip. GUI thread. Painted; its owner reacts to clicks.
#pragma once

#include "app/store/queue.h"

#include "ui/common/theme.h"
#include "ui/review/promptdifference.h"

#include <QAbstractButton>

namespace assay {

class Thumbnails;

class CycleCard : public QAbstractButton
{
    Q_OBJECT

public:
    /// `change` is what the next cycle's prompt changed.
    CycleCard(Thumbnails& thumbnails, const HistoryEntry& entry, const PromptDifference& change,
              QWidget* parent = nullptr);

    void setCurrent(bool isCurrent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Line
    {
        QString text;
        Token token;
    };

    void describe();
    QList<Line> changeLines() const;
    int factsWidth() const;
    void paintFacts(QPainter* painter) const;
    void paintChange(QPainter* painter) const;

    Thumbnails& m_thumbnails;
    HistoryEntry m_entry;
    PromptDifference m_change;
    QString m_cycle;
    QString m_state;
    QString m_checks;
    bool m_isCurrent = false;
};

} // namespace assay
