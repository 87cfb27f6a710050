// SPDX-License-Identifier: GPL-3.0-or-later
// MetricCard: a metric's value, deviation, state and sparkline; choosing it shows its chart. GUI thread. One
// of several of which one is checked; the row that holds them sees to that. Space and Enter choose it.
#pragma once

#include "ui/common/type.h"
#include "ui/trends/metriccardcontent.h"

#include <QAbstractButton>

namespace assay {

class MetricCard : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Size {
        Full,  ///< 96 high, with sparkline
        Small, ///< 50 high, the state's mark in the corner
    };

    explicit MetricCard(MetricId metric, QWidget* parent = nullptr);

    MetricId metric() const { return m_content.metric; }
    const MetricCardContent& content() const { return m_content; }
    void setContent(const MetricCardContent& content);
    void setSize(Size size);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void nextCheckState() override {} ///< a click asks; the row decides

private:
    void paintFull(QPainter* painter) const;
    void paintSmall(QPainter* painter) const;
    void paintSparkline(QPainter* painter, const QRectF& box) const;
    void paintName(QPainter* painter, const QRect& box, TextStyle style) const;
    void paintFigures(QPainter* painter, const QRect& box, TextStyle style) const;

    MetricCardContent m_content;
    Size m_size = Size::Full;
};

} // namespace assay
